package org.tandemsync.items;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The categories of an item: unique ignoring case, in the order given, first spelling kept.
 *
 * @param names trimmed, none empty
 */
public record Categories(List<String> names) {
  /** No category. */
  public static final Categories NONE = new Categories(List.of());

  public Categories {
    Map<String, String> unique = new LinkedHashMap<>();
    for (String name : names) {
      String trimmed = name.strip();
      if (!trimmed.isEmpty()) {
        unique.putIfAbsent(key(trimmed), trimmed);
      }
    }
    names = List.copyOf(unique.values());
  }

  public static Categories of(String... names) {
    return new Categories(List.of(names));
  }

  public static Categories of(Collection<String> names) {
    return new Categories(List.copyOf(names));
  }

  public boolean contains(String name) {
    String key = key(name.strip());
    for (String known : names) {
      if (key(known).equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** The names as they are compared: lower case, without order. */
  public Set<String> keys() {
    return names.stream().map(Categories::key).collect(java.util.stream.Collectors.toSet());
  }

  /** The same categories, whatever their order and spelling of upper and lower case. */
  public boolean sameAs(Categories other) {
    return keys().equals(other.keys());
  }

  /** A trimmed name as it is compared. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
