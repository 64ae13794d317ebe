package org.tandemsync.services.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** A JSON value that was read. */
sealed interface Json {
  /** Attachments may be larger than what Jackson takes by default; depth stays bounded. */
  JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  record Text(String value) implements Json {}

  record Whole(long value) implements Json {}

  /** No item has such numbers yet; newer versions may. */
  record Fraction(double value) implements Json {}

  record Flag(boolean value) implements Json {}

  record Nothing() implements Json {}

  record Array(List<Json> values) implements Json {}

  record Members(Map<String, Json> values) implements Json {}

  /** Bytes that stand beside the text. */
  record Part(Bytes value) implements Json {}

  /**
   * Reads a text that holds one JSON value.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Json parse(String text) {
    return parse(text, List.of());
  }

  /**
   * The same with bytes beside it.
   *
   * @param parts see {@link PartedJson}
   */
  static Json parse(String text, List<Bytes> parts) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      Json value = value(parser, parser.nextToken(), parts);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("there is something behind the JSON value");
      }
      return value;
    } catch (JacksonException e) {
      // Jackson's own message would quote the text, which is somebody's private item.
      throw new IllegalArgumentException(
          "not JSON at character "
              + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset()));
    }
  }

  private static Json value(JsonParser parser, @Nullable JsonToken token, List<Bytes> parts) {
    if (token == null) {
      throw new IllegalArgumentException("the JSON ends too early");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          members.put(name, value(parser, parser.nextToken(), parts));
        }
        yield members.size() == 1 && members.get(PartedJson.PART) instanceof Whole(long part)
            ? part(part, parts)
            : new Members(members);
      }
      case START_ARRAY -> {
        List<Json> values = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          values.add(value(parser, next, parts));
        }
        yield new Array(values);
      }
      case VALUE_STRING -> new Text(parser.getString());
      case VALUE_NUMBER_INT -> new Whole(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> new Fraction(parser.getDoubleValue());
      case VALUE_TRUE -> new Flag(true);
      case VALUE_FALSE -> new Flag(false);
      case VALUE_NULL -> new Nothing();
      default -> throw new IllegalArgumentException("unexpected " + token);
    };
  }

  private static Json part(long number, List<Bytes> parts) {
    if (number < 0 || number >= parts.size()) {
      throw new IllegalArgumentException("there is no part " + number);
    }
    return new Part(parts.get((int) number));
  }
}
