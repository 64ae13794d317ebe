package org.tandemsync.state;

import org.jspecify.annotations.Nullable;
import org.tandemsync.services.CannotRun;

/** The file does not hold together. */
final class Damaged extends CannotRun {
  private static final long serialVersionUID = 1;

  Damaged(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
