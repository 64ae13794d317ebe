package org.tandemsync.services.json;

import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.tandemsync.items.Item;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Builds one JSON object on one line, name by name, in the order of the calls. {@link #toString}
 * ends it; after that nothing can be added.
 */
public final class JsonLine {
  private static final int PIECE = 1 << 13;

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json =
      Json.FACTORY.createGenerator(ObjectWriteContext.empty(), text).writeStartObject();

  public JsonLine text(String name, String value) {
    json.writeStringProperty(name, value);
    return this;
  }

  public JsonLine number(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  public JsonLine flag(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  public JsonLine texts(String name, Iterable<String> values) {
    json.writeName(name).writeStartArray();
    values.forEach(json::writeString);
    json.writeEndArray();
    return this;
  }

  /** An object of texts, whole numbers, flags, lists of texts and further such objects. */
  public JsonLine values(String name, Map<String, ?> values) {
    JsonLine object = new JsonLine();
    values.forEach(
        (key, value) -> {
          switch (value) {
            case String text -> object.text(key, text);
            case Integer number -> object.number(key, number);
            case Boolean flag -> object.flag(key, flag);
            case Collection<?> texts ->
                object.texts(key, texts.stream().map(String.class::cast).toList());
            case Map<?, ?> members -> object.values(key, named(members));
            default -> throw new IllegalArgumentException("no value of JSON: " + value.getClass());
          }
        });
    return object(name, object);
  }

  private static Map<String, ?> named(Map<?, ?> members) {
    Map<String, Object> named = new LinkedHashMap<>();
    members.forEach((key, value) -> named.put((String) key, value));
    return named;
  }

  public JsonLine object(String name, JsonLine value) {
    json.writeName(name).writeRawValue(value.toString());
    return this;
  }

  public JsonLine objects(String name, List<JsonLine> values) {
    json.writeName(name).writeStartArray();
    values.forEach(v -> json.writeRawValue(v.toString()));
    json.writeEndArray();
    return this;
  }

  /** An item without its {@code kind}. */
  public JsonLine item(String name, Item item) {
    json.writeName(name).writeStartObject();
    ItemJson.writeMembers(json, item);
    json.writeEndObject();
    return this;
  }

  void members(Item item) {
    ItemJson.writeMembers(json, item);
  }

  void members(Item item, Predicate<String> wanted) {
    ItemJson.writeMembers(json, item, wanted);
  }

  @Override
  public String toString() {
    json.close();
    return escapeLoneSurrogates(text.toString());
  }

  /**
   * Outlook cuts long texts between the halves of a character. Such a half has no UTF-8; escaped it
   * survives every encoding. It can only stand inside of a JSON string.
   */
  static String escapeLoneSurrogates(String json) {
    int first = firstLoneSurrogate(json);
    if (first < 0) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 16).append(json, 0, first);
    for (int i = first; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isPair(json, i)) {
        escaped.append(c).append(json.charAt(i + 1));
        i++;
      } else if (Character.isSurrogate(c)) {
        escaped.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Most texts have none, and some are large: pieces are quicker to go through than the text. */
  private static int firstLoneSurrogate(String json) {
    char[] piece = new char[Math.min(PIECE, json.length())];
    int at = 0;
    while (at < json.length()) {
      int from = at;
      int end = Math.min(from + piece.length, json.length());
      json.getChars(from, end, piece, 0);
      while (at < end) {
        boolean half = Character.isSurrogate(piece[at - from]);
        if (half && !isPair(json, at)) {
          return at;
        }
        at += half ? 2 : 1;
      }
    }
    return -1;
  }

  private static boolean isPair(String json, int at) {
    return Character.isHighSurrogate(json.charAt(at))
        && at + 1 < json.length()
        && Character.isLowSurrogate(json.charAt(at + 1));
  }
}
