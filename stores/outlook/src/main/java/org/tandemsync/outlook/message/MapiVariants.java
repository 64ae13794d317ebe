package org.tandemsync.outlook.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.CodePages;
import org.tandemsync.mapi.DataSource;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Span;
import org.tandemsync.outlook.automation.OleDate;
import org.tandemsync.outlook.automation.Variant;

/** Values of MAPI properties as OLE Automation carries them, and as the codecs have them. */
public final class MapiVariants {
  private static final int FIRST_NAMED = 0x8000;

  private MapiVariants() {}

  /**
   * A value as the codecs have it; dates are UTC.
   *
   * @param type the type that was asked for
   * @return empty if it is none of that type
   */
  public static Optional<PropertyValue> value(Variant variant, int type) {
    return Optional.ofNullable(
        switch (variant) {
          case Variant.Text(String text) ->
              type == PropertyValue.TEXT ? PropertyValue.text(text) : null;
          case Variant.Int(int number) -> number(number, type);
          case Variant.Real(double number) ->
              type == PropertyValue.REAL ? PropertyValue.real(number) : null;
          case Variant.Flag(boolean flag) ->
              type == PropertyValue.FLAG ? PropertyValue.flag(flag) : null;
          case Variant.Date date ->
              type == PropertyValue.TIME
                  ? PropertyValue.time(date.value().toInstant(ZoneOffset.UTC))
                  : null;
          case Variant.Binary(Bytes bytes) ->
              type == PropertyValue.BINARY ? PropertyValue.binary(bytes) : null;
          case Variant.Vector(List<Variant> values) -> several(values, type);
          case Variant.Nothing _, Variant.Missing _, Variant.Currency _ -> null;
          case Variant.Reference _, Variant.Failure _, Variant.Matrix _ -> null;
        });
  }

  private static @Nullable PropertyValue number(int number, int type) {
    return switch (type) {
      case PropertyValue.INTEGER -> PropertyValue.integer(number);
      case PropertyValue.SHORT -> PropertyValue.shortInteger(number);
      default -> null;
    };
  }

  private static @Nullable PropertyValue several(List<Variant> values, int type) {
    List<String> texts = new ArrayList<>();
    List<Bytes> binaries = new ArrayList<>();
    List<Integer> integers = new ArrayList<>();
    for (Variant value : values) {
      switch (value) {
        case Variant.Text(String text) -> texts.add(text);
        case Variant.Binary(Bytes bytes) -> binaries.add(bytes);
        case Variant.Int(int number) -> integers.add(number);
        default -> {
          return null;
        }
      }
    }
    return switch (type) {
      case PropertyValue.TEXTS -> PropertyValue.texts(texts);
      case PropertyValue.BINARIES -> PropertyValue.binaries(binaries);
      case PropertyValue.INTEGERS -> PropertyValue.integers(integers);
      default -> null;
    };
  }

  /**
   * A value as OLE Automation carries it.
   *
   * @throws IllegalArgumentException of a type that it has not got
   */
  public static Variant variant(PropertyValue value) {
    PropertyTag any = new PropertyTag(1);
    PropertyBag bag = bag(Map.of(any, value));
    return switch (value.type()) {
      case PropertyValue.SHORT, PropertyValue.INTEGER -> Variant.of(bag.integer(any, 0));
      case PropertyValue.REAL -> Variant.of(bag.real(any, 0));
      case PropertyValue.FLAG -> Variant.of(bag.flag(any));
      case PropertyValue.TEXT ->
          Variant.of(new String(value.bytes().toArray(), StandardCharsets.UTF_16LE));
      case PropertyValue.TIME -> Variant.of(utc(bag.time(any)));
      case PropertyValue.BINARY -> Variant.of(value.bytes());
      case PropertyValue.INTEGERS -> new Variant.Vector(integers(value.bytes()));
      case PropertyValue.TEXTS -> Variant.of(bag.texts(any));
      case PropertyValue.BINARIES ->
          new Variant.Vector(
              bag.binaries(any).stream()
                  .<Variant>map(b -> Variant.of(Bytes.of(b.toArray())))
                  .toList());
      default -> throw new IllegalArgumentException("no property has the type " + value.type());
    };
  }

  /** The codecs read 4501 as no date; OLE Automation has the day for that. */
  private static LocalDateTime utc(@Nullable Instant time) {
    return time == null ? OleDate.NONE : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  private static List<Variant> integers(Bytes bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.LITTLE_ENDIAN);
    List<Variant> numbers = new ArrayList<>();
    while (buffer.remaining() >= Integer.BYTES) {
      numbers.add(Variant.of(buffer.getInt()));
    }
    return numbers;
  }

  /**
   * Properties as the codecs read them. Named ones get ids that mean something in this bag only.
   */
  public static PropertyBag bag(Map<? extends PropertyKey, PropertyValue> values) {
    List<PropertyName> names = new ArrayList<>();
    Map<Integer, RawProperty> raw = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          int id =
              switch (key) {
                case PropertyTag(int tag) -> tag;
                case PropertyName name -> {
                  names.add(name);
                  yield FIRST_NAMED + names.size() - 1;
                }
              };
          Span bytes = Span.of(value.bytes().toArray());
          raw.put(id, new RawProperty(id, value.type(), DataSource.of(bytes)));
        });
    return new PropertyBag(raw.values(), NameMap.of(names), CodePages.WESTERN);
  }
}
