package org.tandemsync.services.desktop;

import java.util.Optional;

/**
 * The registry of Windows: texts of the user, and what programs are registered. All methods throw
 * {@link org.tandemsync.services.CannotRun} where Windows refuses.
 */
public interface Registry {

  /** Where a key is. */
  enum Root {
    /** HKEY_CURRENT_USER. */
    CURRENT_USER,
    /** HKEY_CLASSES_ROOT: programs by their names. */
    CLASSES
  }

  /**
   * A value; empty if there is none, or if it is no text.
   *
   * @param name "" for the key's default value
   */
  Optional<String> text(Root root, String key, String name);

  /** Sets a value of the user's (REG_SZ); keys that are missing are made. */
  void set(String key, String name, String text);

  /** Removes a value of the user's; one that is not there is removed already. */
  void remove(String key, String name);
}
