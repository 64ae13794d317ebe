package org.tandemsync.services;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for cannot be started or went no further: a person has to act. The message is for
 * people: what is wrong, where, and the next step.
 */
public class CannotRun extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotRun(String message) {
    super(message);
  }

  public CannotRun(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
