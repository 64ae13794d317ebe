package org.tandemsync.outlook.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tandemsync.items.ItemType;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.outlook.folder.MapiName;

/**
 * A MAPI property that Outlook is asked for.
 *
 * @param type of its value ([MS-OXCDATA] 2.11.1)
 * @param name as PropertyAccessor takes it
 */
record AskedProperty(PropertyKey key, int type, MapiName name) {
  private static final Map<String, UUID> SETS =
      Map.of(
          "appointment", PropertySets.APPOINTMENT,
          "task", PropertySets.TASK,
          "address", PropertySets.ADDRESS,
          "common", PropertySets.COMMON,
          "meeting", PropertySets.MEETING,
          "strings", PropertySets.PUBLIC_STRINGS);

  private static final Map<ItemType, List<AskedProperty>> ALL = read();

  static AskedProperty of(PropertyKey key, int type) {
    return new AskedProperty(key, type, name(key, type));
  }

  /** The name of a property with values of a type. */
  static MapiName name(PropertyKey key, int type) {
    return switch (key) {
      case PropertyTag(int id) -> MapiName.tag(id, type);
      case PropertyName(UUID set, int number, String text) ->
          text.isEmpty() ? MapiName.number(set, number, type) : MapiName.text(set, text);
    };
  }

  /** What is read of each item of a type. */
  static List<AskedProperty> of(ItemType type) {
    return Objects.requireNonNull(ALL.get(type));
  }

  private static Map<ItemType, List<AskedProperty>> read() {
    Map<ItemType, List<AskedProperty>> all = new EnumMap<>(ItemType.class);
    for (ItemType type : ItemType.values()) {
      String word = word(type);
      List<AskedProperty> properties = new ArrayList<>();
      for (String line : lines()) {
        List<String> words = List.of(line.split(" ", -1));
        if (words.getFirst().equals(word)) {
          properties.add(parse(words.subList(1, words.size())));
        }
      }
      all.put(type, List.copyOf(properties));
    }
    return all;
  }

  private static String word(ItemType type) {
    return switch (type) {
      case APPOINTMENT -> "appointment";
      case TASK -> "task";
      case CONTACT -> "contact";
      case DISTRIBUTION_LIST -> "list";
    };
  }

  private static AskedProperty parse(List<String> words) {
    int type = Integer.parseInt(words.getLast(), 16);
    if (words.getFirst().equals("tag")) {
      return of(new PropertyTag(Integer.parseInt(words.get(1), 16)), type);
    }
    UUID set = Objects.requireNonNull(SETS.get(words.get(1)));
    return words.getFirst().equals("id")
        ? of(PropertyName.of(set, Integer.parseInt(words.get(2), 16)), type)
        : of(PropertyName.of(set, words.get(2)), type);
  }

  private static List<String> lines() {
    try (InputStream in =
        Objects.requireNonNull(AskedProperty.class.getResourceAsStream("properties.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
