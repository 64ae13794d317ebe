package org.tandemsync.services.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * The members of a TOML table. What is wrong is noted with its place and read as if it were not
 * there, so that one look finds every fault.
 */
final class TomlMembers {
  private final Path file;
  private final TomlTable table;
  private final TomlPosition at;
  private final String what;
  private final List<InvalidConfiguration.Fault> faults;

  /**
   * Members of a table.
   *
   * @param at where the table is
   * @param what how a message calls the table: "profile 'Work'"
   */
  TomlMembers(
      Path file,
      TomlTable table,
      TomlPosition at,
      String what,
      List<InvalidConfiguration.Fault> faults) {
    this.file = file;
    this.table = table;
    this.at = at;
    this.what = what;
    this.faults = faults;
  }

  /** The same under another name, once that is known. */
  TomlMembers called(String name) {
    return new TomlMembers(file, table, at, name, faults);
  }

  boolean has(String key) {
    return table.get(List.of(key)) != null;
  }

  /** In the order of the file. */
  Set<String> keys() {
    return table.keySet();
  }

  boolean holdsText(String key) {
    return table.get(List.of(key)) instanceof String;
  }

  /** Notes every key that is not one of these. */
  void allow(String... keys) {
    for (String key : table.keySet()) {
      if (!List.of(keys).contains(key)) {
        fault(
            key, "unknown key '" + key + "' in " + what + "; " + Spelling.hint(key, List.of(keys)));
      }
    }
  }

  Optional<String> text(String key) {
    return value(key, String.class, "a text in quotes");
  }

  /** A text that must be there and not be blank. */
  Optional<String> neededText(String key) {
    if (!has(key)) {
      fault(what + " has no '" + key + "'");
      return Optional.empty();
    }
    Optional<String> text = text(key);
    if (text.isPresent() && text.get().isBlank()) {
      fault(key, "'" + key + "' of " + what + " is empty");
      return Optional.empty();
    }
    return text;
  }

  /** A text that is turned into something; what that says against it is noted. */
  <V> Optional<V> text(String key, Function<String, V> parse) {
    return text(key)
        .flatMap(
            text -> {
              try {
                return Optional.of(parse.apply(text));
              } catch (IllegalArgumentException e) {
                fault(key, key + ": " + e.getMessage());
                return Optional.empty();
              }
            });
  }

  boolean flag(String key, boolean usual) {
    return value(key, Boolean.class, "true or false").orElse(usual);
  }

  int number(String key, int usual, int most) {
    long n = value(key, Long.class, "a whole number").orElse((long) usual);
    if (n < 0 || n > most) {
      fault(key, "'" + key + "' is " + n + "; allowed: 0 to " + most);
      return usual;
    }
    return (int) n;
  }

  /** One of a few words. */
  <V> Optional<V> word(String key, Map<String, V> words) {
    return text(key)
        .flatMap(
            text -> {
              V value = words.get(text);
              if (value == null) {
                fault(
                    key, "'" + key + "' is '" + text + "'; " + Spelling.hint(text, words.keySet()));
              }
              return Optional.ofNullable(value);
            });
  }

  /** The texts of a list, also those that are there twice. */
  List<String> textList(String key) {
    List<String> texts = new ArrayList<>();
    value(key, TomlArray.class, "a list of texts")
        .ifPresent(
            array -> {
              for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof String text) {
                  texts.add(text);
                } else {
                  fault(position(array, i), "'" + key + "' is a list of texts in quotes");
                }
              }
            });
    return texts;
  }

  /** The texts of a list with the place of each. */
  Map<String, TomlPosition> texts(String key) {
    Map<String, TomlPosition> texts = new LinkedHashMap<>();
    value(key, TomlArray.class, "a list of texts")
        .ifPresent(
            array -> {
              for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof String text) {
                  texts.put(text, position(array, i));
                } else {
                  fault(position(array, i), "'" + key + "' is a list of texts in quotes");
                }
              }
            });
    return texts;
  }

  /** The texts of a list, each one of a few words. */
  List<String> words(String key, Collection<String> allowed) {
    List<String> words = new ArrayList<>();
    texts(key)
        .forEach(
            (text, position) -> {
              if (allowed.contains(text)) {
                words.add(text);
              } else {
                fault(position, "'" + key + "': '" + text + "'; " + Spelling.hint(text, allowed));
              }
            });
    return words;
  }

  Optional<TomlMembers> members(String key, String called) {
    return value(key, TomlTable.class, "a table { ... }")
        .map(t -> new TomlMembers(file, t, position(key), called, faults));
  }

  /** Every table in this one, by name. */
  Map<String, TomlMembers> each(String what) {
    Map<String, TomlMembers> each = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      members(key, what + " '" + key + "'").ifPresent(m -> each.put(key, m));
    }
    return each;
  }

  /** The tables of a list of tables. */
  List<TomlMembers> list(String key, String called) {
    List<TomlMembers> list = new ArrayList<>();
    value(key, TomlArray.class, "a list of tables: [[" + key + "]]")
        .ifPresent(
            array -> {
              for (int i = 0; i < array.size(); i++) {
                TomlPosition position = position(array, i);
                if (array.get(i) instanceof TomlTable t) {
                  list.add(new TomlMembers(file, t, position, called, faults));
                } else {
                  fault(position, "'" + key + "' is a list of tables: [[" + key + "]]");
                }
              }
            });
    return list;
  }

  void fault(String key, String message) {
    fault(position(key), message);
  }

  /** Something is wrong with the table itself. */
  void fault(String message) {
    fault(at, message);
  }

  void fault(TomlPosition position, String message) {
    faults.add(new InvalidConfiguration.Fault(file, position.line(), position.column(), message));
  }

  private TomlPosition position(TomlArray array, int index) {
    TomlPosition position = array.inputPositionOf(index);
    return position == null ? at : position;
  }

  private TomlPosition position(String key) {
    TomlPosition position = table.inputPositionOf(List.of(key));
    return position == null ? at : position;
  }

  private <V> Optional<V> value(String key, Class<V> type, String wanted) {
    @Nullable Object value = table.get(List.of(key));
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      fault(key, "'" + key + "' of " + what + " has to be " + wanted);
      return Optional.empty();
    }
    return Optional.of(type.cast(value));
  }
}
