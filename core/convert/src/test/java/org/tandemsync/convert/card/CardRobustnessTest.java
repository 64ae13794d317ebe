package org.tandemsync.convert.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;

/** Damaged cards, and computers in other parts of the world. */
class CardRobustnessTest {
  private static final ResourceLens LENS = CardTexts.lens();
  private static final List<String> FIXTURES = CardTexts.fixtures();
  private static final String NOISE = ":;,=\\\"\r\n \t^.äx0B";

  @Provide
  Arbitrary<Tuple2<String, Long>> damaged() {
    return Arbitraries.of(FIXTURES)
        .flatMap(f -> Arbitraries.longs().map(seed -> Tuple.of(damage(f, seed), seed)));
  }

  private static String damage(String text, long seed) {
    Random random = new Random(seed);
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(damaged.length());
      char noise = NOISE.charAt(random.nextInt(NOISE.length()));
      switch (random.nextInt(3)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, noise);
        default -> damaged.setCharAt(at, noise);
      }
    }
    return damaged.toString();
  }

  @Property(tries = 400)
  void aDamagedCardIsReadOrRefusedAndNeverChangedByReading(
      @ForAll("damaged") Tuple2<String, Long> damaged) {
    String text = damaged.get1();
    if (!(LENS.get(text) instanceof ResourceLens.Reading.Understood understood)) {
      return;
    }
    Item item = understood.item();
    Set<String> all = Set.copyOf(Fields.of(item.type()).names());
    assertThat(LENS.update(text, item, all, "l/1")).isEqualTo(text);
    if (item instanceof Contact contact) {
      Contact wanted = contact.toBuilder().profession("Edited").build();
      String edited = LENS.update(text, wanted, Set.of("profession"), "l/1");
      assertThat(((Contact) CardTexts.read(LENS, edited)).profession()).isEqualTo("Edited");
    }
  }

  @Test
  void theComputersZoneAndLocaleDoNotMatter() {
    List<String> expected = FIXTURES.stream().map(CardRobustnessTest::rewritten).toList();
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      for (String z : List.of("America/New_York", "Asia/Kolkata", "Pacific/Apia")) {
        for (String l : List.of("tr-TR", "ar-SA-u-nu-arab", "de-DE")) {
          TimeZone.setDefault(TimeZone.getTimeZone(z));
          Locale.setDefault(Locale.forLanguageTag(l));
          assertThat(FIXTURES.stream().map(CardRobustnessTest::rewritten)).isEqualTo(expected);
        }
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  /** What is read, and what it looks like written into a new card. */
  private static String rewritten(String text) {
    Item item = CardTexts.read(LENS, text);
    return item + "\n" + LENS.create(item, "l/1");
  }
}
