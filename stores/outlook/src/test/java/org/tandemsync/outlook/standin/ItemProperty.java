package org.tandemsync.outlook.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.outlook.automation.OleDate;
import org.tandemsync.outlook.automation.Variant;

/**
 * A property of the object model and the MAPI property behind it.
 *
 * @param key as in {@link Schema}
 */
record ItemProperty(String name, Kind kind, String key) {

  /** How the object model shows what MAPI keeps: the head of properties.txt. */
  enum Kind {
    TEXT,
    INTEGER,
    FLAG,
    LOCAL,
    UTC,
    FLOATING,
    PERCENT,
    LIST
  }

  private static final Map<String, ItemProperty> ALL = read();

  static Optional<ItemProperty> find(String type, String name) {
    return Optional.ofNullable(ALL.get(type + "." + name))
        .or(() -> Optional.ofNullable(ALL.get("Item." + name)));
  }

  private static Map<String, ItemProperty> read() {
    try (InputStream in =
        Objects.requireNonNull(ItemProperty.class.getResourceAsStream("/standin/properties.txt"))) {
      Map<String, ItemProperty> all = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#"))
          .map(l -> List.of(l.split(" ", -1)))
          .forEach(
              w -> {
                String name = w.get(0).substring(w.get(0).indexOf('.') + 1);
                Kind kind = Kind.valueOf(w.get(1).toUpperCase(java.util.Locale.ROOT));
                all.put(w.get(0), new ItemProperty(name, kind, key(w.subList(2, w.size()))));
              });
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(List<String> words) {
    String set = words.get(1) + "-0000-0000-C000-000000000046";
    return switch (words.getFirst()) {
      case "tag" -> "tag:" + words.get(1).substring(0, 4);
      case "id" -> "id:" + set + ":" + words.get(2).substring(0, 4);
      default -> "string:" + set + ":" + words.get(2);
    };
  }

  /** What the object model shows of a kept value; null is one that is not there. */
  Variant shown(@Nullable Variant kept, StandIn outlook) {
    return switch (kind) {
      case TEXT -> kept == null ? Variant.of("") : kept;
      case INTEGER -> kept == null ? Variant.of(0) : kept;
      case FLAG -> kept == null ? Variant.of(false) : kept;
      case LOCAL ->
          kept instanceof Variant.Date date
              ? Variant.of(outlook.local(date.value()))
              : Variant.of(OleDate.NONE);
      case UTC, FLOATING -> kept == null ? Variant.of(OleDate.NONE) : kept;
      case PERCENT ->
          Variant.of(kept instanceof Variant.Real(double part) ? (int) Math.round(part * 100) : 0);
      case LIST ->
          Variant.of(
              kept instanceof Variant.Vector(List<Variant> values)
                  ? outlook.locale().join(values.stream().map(ItemProperty::text).toList())
                  : "");
    };
  }

  /** What is kept of a value of the object model; null if it is none. */
  @Nullable Variant kept(Variant shown, StandIn outlook) {
    return switch (kind) {
      case TEXT, INTEGER, FLAG -> shown;
      case LOCAL -> none(shown) ? null : Variant.of(outlook.utc(((Variant.Date) shown).value()));
      case UTC, FLOATING -> none(shown) ? null : shown;
      case PERCENT -> Variant.of(((Variant.Int) shown).value() / 100.0);
      case LIST -> {
        List<String> values = outlook.locale().split(text(shown));
        yield values.isEmpty() ? null : Variant.of(values);
      }
    };
  }

  private static boolean none(Variant shown) {
    return ((Variant.Date) shown).value().equals(OleDate.NONE);
  }

  static String text(Variant value) {
    return ((Variant.Text) value).value();
  }

  static LocalDateTime now(StandIn outlook) {
    return LocalDateTime.ofInstant(outlook.clock().instant(), ZoneOffset.UTC);
  }
}
