package org.tandemsync.services;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ids as people give them: whole, or of a server's only the last segment of its path. The path of a
 * collection is the same for all of its items.
 */
final class ShortIds {
  private ShortIds() {}

  /** Whether it is this id, or the end of it. */
  static boolean isEnd(String given, String id) {
    return id.equals(given) || id.endsWith("/" + given);
  }

  /** The ids that may be meant: this very one, if it is there, else those that end with it. */
  static List<String> meant(String given, Collection<String> ids) {
    return ids.contains(given)
        ? List.of(given)
        : ids.stream().filter(id -> isEnd(given, id)).sorted().toList();
  }

  /** Why none of several was taken. */
  static String several(String given, List<String> ids) {
    return "'"
        + given
        + "' may be "
        + ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(" or "));
  }
}
