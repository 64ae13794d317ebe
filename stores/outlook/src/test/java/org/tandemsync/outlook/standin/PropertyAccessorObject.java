package org.tandemsync.outlook.standin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/**
 * MAPI properties by their schema names. One that is not there, too large or refused is an error
 * where one is asked for, and an error in its place where several are.
 */
final class PropertyAccessorObject extends StandInObject {
  /** Class, times and ids are the store's. */
  private static final Set<String> COMPUTED =
      Set.of("tag:0FFF", "tag:3008", "tag:0E08", "tag:0FF9", "tag:0E09", "tag:0E1B", "tag:65E2");

  private final Values values;
  private final Runnable edited;

  PropertyAccessorObject(StandIn outlook, Values values, Runnable edited) {
    super(outlook);
    this.values = values;
    this.edited = edited;
  }

  @Override
  String type() {
    return "PropertyAccessor";
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    return switch (name) {
      case "GetProperty" -> raised(name, value(text(arguments.getFirst())));
      case "GetProperties" ->
          new Variant.Vector(names(arguments.getFirst()).stream().map(this::value).toList());
      case "SetProperty" -> raised(name, set(text(arguments.get(0)), arguments.get(1)));
      case "SetProperties" -> setAll(names(arguments.get(0)), values(arguments.get(1)));
      case "DeleteProperty" -> raised(name, delete(text(arguments.getFirst())));
      case "DeleteProperties" ->
          errors(names(arguments.getFirst()).stream().map(this::delete).toList());
      case "BinaryToString" -> {
        Bytes bytes = ((Variant.Binary) arguments.getFirst()).value();
        yield Variant.of(HexFormat.of().formatHex(bytes.toArray()).toUpperCase(Locale.ROOT));
      }
      case "StringToBinary" ->
          Variant.of(Bytes.of(HexFormat.of().parseHex(text(arguments.getFirst()))));
      case "LocalTimeToUTC" ->
          Variant.of(outlook.utc(((Variant.Date) arguments.getFirst()).value()));
      case "UTCToLocalTime" ->
          Variant.of(outlook.local(((Variant.Date) arguments.getFirst()).value()));
      default -> throw unsupported(name);
    };
  }

  private static List<String> names(Variant array) {
    return values(array).stream().map(StandInObject::text).toList();
  }

  private static List<Variant> values(Variant array) {
    return ((Variant.Vector) array).values();
  }

  private Variant raised(String member, Variant value) {
    if (value instanceof Variant.Failure(HResult error)) {
      throw new AutomationException(
          error, type() + "." + member, "The property is unknown or cannot be found.");
    }
    return value;
  }

  private Variant value(String name) {
    Schema schema = Schema.parse(name).orElse(null);
    if (schema == null) {
      return new Variant.Failure(HResult.E_INVALIDARG);
    }
    if (schema.body()) {
      return new Variant.Failure(HResult.E_ACCESSDENIED);
    }
    Variant value = values.get(schema.key());
    if (value == null) {
      return new Variant.Failure(HResult.MAPI_E_NOT_FOUND);
    }
    return outlook.isTooLarge(schema.key(), size(value))
        ? new Variant.Failure(HResult.E_OUTOFMEMORY)
        : value;
  }

  private static int size(Variant value) {
    return switch (value) {
      case Variant.Text(String text) -> text.getBytes(StandardCharsets.UTF_16LE).length;
      case Variant.Binary(Bytes bytes) -> bytes.length();
      default -> 0;
    };
  }

  /** An error, or nothing. */
  private Variant set(String name, Variant value) {
    Schema schema = Schema.parse(name).orElse(null);
    if (schema == null) {
      return new Variant.Failure(HResult.E_INVALIDARG);
    }
    if (schema.body()) {
      return new Variant.Failure(HResult.E_ACCESSDENIED);
    }
    if (COMPUTED.contains(schema.key())) {
      return new Variant.Failure(HResult.MAPI_E_COMPUTED);
    }
    values.put(schema.key(), value);
    edited.run();
    return Variant.NOTHING;
  }

  private Variant delete(String name) {
    Schema schema = Schema.parse(name).orElse(null);
    if (schema == null || values.get(schema.key()) == null) {
      return new Variant.Failure(HResult.MAPI_E_NOT_FOUND);
    }
    values.put(schema.key(), null);
    edited.run();
    return Variant.NOTHING;
  }

  private Variant setAll(List<String> names, List<Variant> wanted) {
    if (names.size() != wanted.size()) {
      return new Variant.Failure(HResult.E_INVALIDARG);
    }
    List<Variant> answers = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      answers.add(set(names.get(i), wanted.get(i)));
    }
    return errors(answers);
  }

  /** Nothing where all went well, else an array with the errors in their places. */
  private static Variant errors(List<Variant> answers) {
    return answers.stream().anyMatch(Variant.Failure.class::isInstance)
        ? new Variant.Vector(answers)
        : Variant.NOTHING;
  }
}
