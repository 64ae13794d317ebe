package org.tandemsync.testkit.items;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Body;
import org.tandemsync.items.Business;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Person;
import org.tandemsync.items.Zone;

/** Values that items are made of. */
public final class GeneratedValues {
  private GeneratedValues() {}

  /** Zones with and without daylight saving, east and west, whole and broken hours. */
  public static final List<Zone> ZONES =
      List.of(
          new Zone("W. Europe Standard Time"),
          new Zone("Eastern Standard Time"),
          new Zone("Tokyo Standard Time"),
          new Zone("India Standard Time"),
          new Zone("AUS Eastern Standard Time"),
          Zone.UTC);

  /** One line of text, never blank at its ends, with the characters that need escaping. */
  public static Arbitrary<String> word() {
    return Arbitraries.strings()
        .withChars("abcXYZ019äöüßéñ漢字 ,;:\\\"'=-_/()&<>.@")
        .ofMinLength(1)
        .ofMaxLength(24)
        .map(String::strip)
        .filter(s -> !s.isEmpty());
  }

  /** {@link #word} or nothing. */
  public static Arbitrary<String> text() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(1, Arbitraries.just("")), net.jqwik.api.Tuple.of(4, word()));
  }

  /** Several lines, among them empty, long and indented ones; no white space at the end. */
  public static Arbitrary<String> lines() {
    Arbitrary<String> line =
        Arbitraries.oneOf(
            text(), word().map(w -> (w + " ").repeat(12).strip()), word().map(w -> "  " + w));
    return line.list().ofMaxSize(4).map(l -> String.join("\n", l).stripTrailing());
  }

  public static Arbitrary<Body> body() {
    return lines().map(Body::plain);
  }

  /** A body that may be formatted. */
  public static Arbitrary<Body> richBody() {
    return Combinators.combine(lines(), text())
        .as((plain, html) -> new Body(plain, html.isEmpty() ? "" : "<p>" + html + "</p>"));
  }

  public static Arbitrary<Categories> categories() {
    return word().list().ofMaxSize(4).map(Categories::of);
  }

  public static Arbitrary<Zone> zone() {
    return Arbitraries.of(ZONES);
  }

  public static Arbitrary<LocalDate> date() {
    return Arbitraries.integers().between(0, 12_000).map(LocalDate.of(2012, 1, 1)::plusDays);
  }

  /** To the minute. */
  public static Arbitrary<LocalDateTime> dateTime() {
    return Combinators.combine(date(), Arbitraries.integers().between(0, 24 * 60 - 1))
        .as((d, m) -> d.atStartOfDay().plusMinutes(m));
  }

  /** To the second. */
  public static Arbitrary<Instant> instant() {
    return Arbitraries.longs().between(1_300_000_000L, 2_400_000_000L).map(Instant::ofEpochSecond);
  }

  public static Arbitrary<Bytes> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(200).map(Bytes::of);
  }

  public static Arbitrary<String> mailAddress() {
    return Combinators.combine(
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8),
            Arbitraries.of("example.org", "corp.example", "x.example"))
        .as((local, host) -> local + "@" + host);
  }

  public static Arbitrary<Person> person() {
    return Combinators.combine(text(), mailAddress()).as(Person::new);
  }

  public static Arbitrary<Attachment> attachment() {
    return Combinators.combine(word(), bytes())
        .as((name, content) -> new Attachment(name, "application/octet-stream", content, ""));
  }

  public static Arbitrary<Business> business() {
    return Combinators.combine(
            text(), text(), word().list().ofMaxSize(2), word().list().ofMaxSize(2))
        .as(Business::new);
  }

  public static Arbitrary<Map<String, String>> userProperties() {
    return Arbitraries.maps(
            Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(6), word())
        .ofMaxSize(3);
  }

  static Arbitrary<String> uid() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('0', '9')
        .ofMinLength(8)
        .ofMaxLength(20)
        .map(s -> s + "@example.org");
  }

  /** One of the values or null. */
  @SuppressWarnings("NullAway") // jqwik's own generics do not say where null is let in
  static <T> Arbitrary<T> orNull(Arbitrary<T> values) {
    return values.injectNull(0.3);
  }
}
