package org.tandemsync.services.configuration;

import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Family;

/**
 * Options of a profile that belong together: one table in its configuration, as {@code
 * [profiles.attachments]}.
 */
public interface OptionGroup {

  /** The name of the table, in kebab case. */
  String name();

  /** What kinds of items it acts on. */
  Set<Family> families();

  /**
   * The options that are not as usual, by their names in the file, in the order of the guide. A
   * value is a {@code String}, {@code Boolean}, {@code Integer}, a {@code List<String>}, or a
   * {@code Map} of names to such values.
   */
  Map<String, Object> unusual();
}
