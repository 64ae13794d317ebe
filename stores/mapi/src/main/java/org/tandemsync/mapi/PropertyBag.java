package org.tandemsync.mapi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one object, all of them, also those that nobody here understands. Values are
 * read when they are asked for. A property that is absent or of another type is null, empty or
 * false; a value that is there but damaged is a {@link DamagedException}.
 */
public final class PropertyBag {
  /** The most of one value that is taken into memory. */
  public static final int MOST = 32 << 20;

  /** The most elements that a value of several values may claim to have. */
  private static final int MOST_VALUES = 100_000;

  private final Map<Integer, RawProperty> properties = new LinkedHashMap<>();
  private final NameMap names;
  private final Charset ansi;

  /**
   * @param ansi the character set of 8-bit texts, used unless the object names a code page or
   *     language
   */
  public PropertyBag(Collection<RawProperty> properties, NameMap names, Charset ansi) {
    properties.forEach(p -> this.properties.putIfAbsent(p.id(), p));
    this.names = names;
    this.ansi =
        CodePages.of(integer(Tags.MESSAGE_CODE_PAGE, 0))
            .filter(c -> !c.equals(StandardCharsets.UTF_16LE))
            .or(() -> CodePages.ofLanguage(integer(Tags.LOCALE, 0)))
            .orElse(ansi);
  }

  /** All properties as they are kept, by id. */
  public Map<Integer, RawProperty> raw() {
    return Collections.unmodifiableMap(properties);
  }

  /** The character set of 8-bit texts. */
  public Charset ansi() {
    return ansi;
  }

  public NameMap names() {
    return names;
  }

  public Optional<RawProperty> find(PropertyKey key) {
    return names.id(key).map(properties::get);
  }

  public boolean has(PropertyKey key) {
    return find(key).isPresent();
  }

  private @Nullable Span value(PropertyKey key, int type) {
    RawProperty p = find(key).orElse(null);
    return p == null || p.type() != type ? null : p.value().all(MOST);
  }

  /** A text, or "". Characters that mean nothing in a text (NUL at its end) are dropped. */
  public String text(PropertyKey key) {
    RawProperty p = find(key).orElse(null);
    if (p == null) {
      return "";
    }
    return switch (p.type()) {
      case 0x001F -> unicode(p.value().all(MOST));
      case 0x001E -> decode(p.value().all(MOST), ansi);
      default -> "";
    };
  }

  private static String decode(Span bytes, Charset charset) {
    return withoutEnd(new String(bytes.toArray(), charset));
  }

  /** UTF-16LE. The decoder of Java takes its time for what most texts are: no surrogates. */
  private static String unicode(Span bytes) {
    int length = bytes.length();
    char[] chars = new char[length / 2];
    boolean plain = length % 2 == 0;
    for (int i = 0; i < chars.length && plain; i++) {
      chars[i] = (char) bytes.u16(2 * i);
      plain = !Character.isSurrogate(chars[i]);
    }
    return plain ? withoutEnd(new String(chars)) : decode(bytes, StandardCharsets.UTF_16LE);
  }

  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end);
  }

  public int integer(PropertyKey key, int absent) {
    RawProperty p = find(key).orElse(null);
    if (p == null) {
      return absent;
    }
    return switch (p.type()) {
      case 0x0003 -> p.value().all(MOST).i32(0);
      case 0x0002 -> (short) p.value().all(MOST).u16(0);
      default -> absent;
    };
  }

  public boolean flag(PropertyKey key) {
    Span value = value(key, 0x000B);
    return value != null && value.u8(0) != 0;
  }

  public double real(PropertyKey key, double absent) {
    Span value = value(key, 0x0005);
    return value == null ? absent : Double.longBitsToDouble(value.i64(0));
  }

  /** A point in time, or null if there is none or it is Outlook's "no date". */
  public @Nullable Instant time(PropertyKey key) {
    Span value = value(key, 0x0040);
    return value == null ? null : FileTime.instant(value.i64(0));
  }

  /** A binary value, or nothing. */
  public Span bytes(PropertyKey key) {
    Span value = value(key, 0x0102);
    return value == null ? Span.EMPTY : value;
  }

  /** A value of several texts. */
  public List<String> texts(PropertyKey key) {
    RawProperty p = find(key).orElse(null);
    if (p == null || p.type() != 0x101F && p.type() != 0x101E) {
      return List.of();
    }
    boolean unicode = p.type() == 0x101F;
    return elements(p.value().all(MOST)).stream()
        .map(e -> unicode ? unicode(e) : decode(e, ansi))
        .toList();
  }

  /** A value of several binary values. */
  public List<Span> binaries(PropertyKey key) {
    Span value = value(key, 0x1102);
    return value == null ? List.of() : elements(value);
  }

  /** Count, offsets, and the data, the last of which runs to the end ([MS-PST] 2.3.3.4.2). */
  private static List<Span> elements(Span value) {
    if (value.isEmpty()) {
      return List.of();
    }
    int count = value.count32(0);
    if (count > MOST_VALUES) {
      throw new DamagedException("a property cannot have " + count + " values");
    }
    List<Span> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = value.count32(4 + 4 * i);
      int to = i + 1 < count ? value.count32(8 + 4 * i) : value.length();
      elements.add(value.slice(from, to - from));
    }
    return elements;
  }
}
