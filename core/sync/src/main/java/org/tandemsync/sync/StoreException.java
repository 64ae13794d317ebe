package org.tandemsync.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A store as a whole does not work: no single item is to blame. The message is for people: what
 * happened, where, and the next step.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What callers treat differently. */
  public enum Reason {
    /** No answer, or a broken one; may work later. */
    UNREACHABLE,
    /** The password or the rights do not suffice; a person has to act. */
    UNAUTHORIZED,
    /** There is no such collection, folder or file; a person has to act. */
    NOT_FOUND,
    /** The file or the answers are damaged; a person has to act. */
    DAMAGED,
    /** The store asks for a pause. */
    OVERLOADED,
    /** Somebody else has it open. */
    BUSY,
    /** No room left. */
    FULL
  }

  private final Reason reason;
  private final transient @Nullable Duration retryAfter;

  public StoreException(Reason reason, String message) {
    this(reason, message, null, null);
  }

  public StoreException(Reason reason, String message, @Nullable Throwable cause) {
    this(reason, message, null, cause);
  }

  public StoreException(
      Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  public Reason reason() {
    return reason;
  }

  /** How long the store asks to be left alone, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
