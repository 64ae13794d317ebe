package org.tandemsync.services.desktop;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A registry in memory, with Windows' manners: names in any case, what is not there is no error.
 */
final class MemoryRegistry implements Registry {
  private final Map<String, String> values = new TreeMap<>();

  private static String at(Root root, String key, String name) {
    return (root + "\\" + key + "|" + name).toLowerCase(Locale.ROOT);
  }

  MemoryRegistry program(String name, String current) {
    values.put(at(Root.CLASSES, name + "\\CurVer", ""), current);
    return this;
  }

  Map<String, String> values() {
    return Map.copyOf(values);
  }

  @Override
  public Optional<String> text(Root root, String key, String name) {
    return Optional.ofNullable(values.get(at(root, key, name)));
  }

  @Override
  public void set(String key, String name, String text) {
    values.put(at(Root.CURRENT_USER, key, name), text);
  }

  @Override
  public void remove(String key, String name) {
    values.remove(at(Root.CURRENT_USER, key, name));
  }
}
