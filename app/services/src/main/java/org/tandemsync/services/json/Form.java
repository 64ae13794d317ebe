package org.tandemsync.services.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tandemsync.items.Bytes;
import tools.jackson.core.JsonGenerator;

/**
 * How values of one type look in JSON, in both directions.
 *
 * @param <V> the value
 */
interface Form<V> {

  void write(JsonGenerator out, V value);

  /**
   * The value again.
   *
   * @throws IllegalArgumentException if it is none
   */
  V read(Json json);

  Form<String> TEXT = text(Function.identity(), Function.identity());

  Form<Integer> NUMBER =
      of(
          (out, n) -> out.writeNumber((int) n),
          json -> {
            if (json instanceof Json.Whole(long n)) {
              return Math.toIntExact(n);
            }
            throw unexpected("a number", json);
          });

  Form<Boolean> FLAG =
      of(
          (out, b) -> out.writeBoolean((boolean) b),
          json -> {
            if (json instanceof Json.Flag(boolean b)) {
              return b;
            }
            throw unexpected("true or false", json);
          });

  Form<LocalDate> DATE = text(LocalDate::toString, LocalDate::parse);

  /** Wall clock with seconds, whatever they are. */
  Form<LocalDateTime> DATE_TIME =
      text(DateTimeFormatter.ISO_LOCAL_DATE_TIME::format, LocalDateTime::parse);

  Form<Instant> INSTANT = text(Instant::toString, Instant::parse);

  /** Base64 without line breaks, or beside the text ({@link PartedJson}). */
  Form<Bytes> BYTES =
      of(
          (out, bytes) -> {
            if (!(out instanceof PartedJson.Parting parting && parting.takes(bytes))) {
              out.writeString(Base64.getEncoder().encodeToString(bytes.toArray()));
            }
          },
          json ->
              json instanceof Json.Part(Bytes bytes)
                  ? bytes
                  : Bytes.of(Base64.getDecoder().decode(TEXT.read(json))));

  static <V> Form<V> of(BiConsumer<JsonGenerator, V> write, Function<Json, V> read) {
    return new Form<>() {
      @Override
      public void write(JsonGenerator out, V value) {
        write.accept(out, value);
      }

      @Override
      public V read(Json json) {
        return read.apply(json);
      }
    };
  }

  /** A value that is written as a text. */
  static <V> Form<V> text(Function<V, String> write, Function<String, V> read) {
    return of(
        (out, v) -> out.writeString(write.apply(v)),
        json -> {
          if (json instanceof Json.Text(String text)) {
            return read.apply(text);
          }
          throw unexpected("a text", json);
        });
  }

  /** One of a few words: OUT_OF_OFFICE is "out-of-office". */
  static <E extends Enum<E>> Form<E> word(Class<E> type) {
    return text(Form::word, text -> constant(type, text));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no " + type.getSimpleName());
  }

  static <V> Form<List<V>> list(Form<V> element) {
    return of(
        (out, list) -> {
          out.writeStartArray();
          list.forEach(v -> element.write(out, v));
          out.writeEndArray();
        },
        json -> {
          if (json instanceof Json.Array(List<Json> values)) {
            List<V> list = new ArrayList<>(values.size());
            values.forEach(v -> list.add(element.read(v)));
            return list;
          }
          throw unexpected("a list", json);
        });
  }

  /** An object with one member for each filled slot. */
  static <E extends Enum<E>, V> Form<Map<E, V>> slots(Class<E> type, Form<V> element) {
    return of(
        (out, map) -> {
          out.writeStartObject();
          map.forEach(
              (slot, v) -> {
                out.writeName(word(slot));
                element.write(out, v);
              });
          out.writeEndObject();
        },
        json -> {
          Map<E, V> map = new EnumMap<>(type);
          members(json).forEach((k, v) -> map.put(constant(type, k), element.read(v)));
          return map;
        });
  }

  /** An object whose names are free texts. */
  static Form<Map<String, String>> texts() {
    return of(
        (out, map) -> {
          out.writeStartObject();
          map.forEach(out::writeStringProperty);
          out.writeEndObject();
        },
        json -> {
          Map<String, String> map = new TreeMap<>();
          members(json).forEach((k, v) -> map.put(k, TEXT.read(v)));
          return map;
        });
  }

  /** An object with a few members. */
  static <V> Form<V> object(BiConsumer<Out, V> write, Function<In, V> read) {
    return of(
        (out, v) -> {
          out.writeStartObject();
          write.accept(new Out(out), v);
          out.writeEndObject();
        },
        json -> read.apply(new In(members(json))));
  }

  static Map<String, Json> members(Json json) {
    if (json instanceof Json.Members(Map<String, Json> values)) {
      return values;
    }
    throw unexpected("an object", json);
  }

  static IllegalArgumentException unexpected(String wanted, Json json) {
    String found =
        switch (json) {
          case Json.Text t -> "a text";
          case Json.Whole n -> "a number";
          case Json.Fraction f -> "a fraction";
          case Json.Flag f -> "true or false";
          case Json.Nothing n -> "null";
          case Json.Array a -> "a list";
          case Json.Members m -> "an object";
          case Json.Part p -> "bytes";
        };
    return new IllegalArgumentException("there should be " + wanted + ", not " + found);
  }
}
