package org.tandemsync.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.convert.ResourceLens.Reading;
import org.tandemsync.convert.ResourceLens.Reading.Understood;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;

/**
 * Whatever a server sends, lenses answer: every fixture damaged in every way. What was understood
 * can be written, and its other lines stay. The usual run takes a part of the damages, always the
 * same; {@code -Dtandem.proofs=N} N times as many, with 401 all of them.
 */
class HostileInputTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures");
  private static final int PROOFS = Integer.getInteger("tandem.proofs", 1);

  /** Every so manieth damage is tried. */
  private static final int STRIDE = Math.max(1, 401 / PROOFS);

  static final LensSettings SETTINGS =
      new LensSettings(
          ZoneId.of("Europe/Vienna"),
          Set.of("me@corp.example", "me@dav.example"),
          InstantSource.fixed(Instant.parse("2024-06-01T12:00:00Z")));

  /** What an edit of one field may touch beside it. */
  private static final Pattern TOUCHED =
      Pattern.compile(
          "(?i)(?:[^.:;]+\\.)?(SUMMARY|STATUS|TITLE|FN|N|NAME|DTSTAMP|LAST-MODIFIED|SEQUENCE|REV|"
              + "UID|X-TANDEM-STAMP)\\s*[;:].*",
          Pattern.DOTALL);

  static List<Path> fixtures() {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .filter(f -> Objects.toString(f.getFileName()).matches(".*\\.(ics|vcf|vlf)"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void damagedFixturesAreAnswered(Path file) throws IOException {
    String text = Files.readString(file);
    ResourceLens lens = lens(text);
    List<Damage> damages = Damage.of(text);
    int first = Math.floorMod(Objects.toString(file.getFileName()).hashCode(), STRIDE);
    List<Throwable> failures = new ArrayList<>();
    for (int i = first; i < damages.size(); i += STRIDE) {
      answered(lens, damages.get(i), failures);
    }
    Random random = new Random(Objects.toString(file.getFileName()).hashCode());
    for (int i = 0; i < 3 * PROOFS; i++) {
      answered(lens, Damage.random(text, random), failures);
    }
    if (!failures.isEmpty()) {
      AssertionError all = new AssertionError(failures.size() + " damages", failures.getFirst());
      failures.stream().skip(1).limit(9).forEach(all::addSuppressed);
      throw all;
    }
  }

  static ResourceLens lens(String text) {
    Family family =
        !text.contains("BEGIN:VCALENDAR")
            ? Family.CONTACTS
            : text.contains("BEGIN:VTODO") ? Family.TASKS : Family.EVENTS;
    return Lenses.of(family, SETTINGS);
  }

  private static void answered(ResourceLens lens, Damage damage, List<Throwable> failures) {
    String text = damage.text().get();
    try {
      Reading reading = lens.get(text);
      if (reading instanceof Understood understood) {
        isWritable(lens, text, understood.item());
      } else if (reading instanceof Reading.Broken broken) {
        assertThat(broken.reason()).isNotBlank().hasSizeLessThan(2000);
        assertThat(broken.title()).hasSizeLessThan(2000);
      }
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      failures.add(new AssertionError(damage.name() + "\n" + text, e));
    }
  }

  /** The laws of an item whatever its resource is like. */
  private static void isWritable(ResourceLens lens, String text, Item item) {
    Set<String> all = Set.copyOf(Fields.of(item.type()).names());
    assertThat(lens.update(text, item, all, "s")).isEqualTo(text);
    String renamed = lens.update(text, renamed(item), Set.of(titleField(item)), "s");
    assertThat(lens.get(renamed)).isInstanceOf(Understood.class);
    assertThat(lost(text, renamed)).isEmpty();
    String emptied = lens.update(text, blank(item), all, "s");
    assertThat(lens.get(emptied)).isInstanceOf(Understood.class);
    String created = lens.create(item.uid().isBlank() ? withUid(item) : item, "s");
    assertThat(lens.get(created)).isInstanceOf(Understood.class);
  }

  /** The lines of a text that are no longer there and had no reason to go. */
  private static List<String> lost(String before, String after) {
    Map<String, Integer> left = new HashMap<>();
    lines(after).forEach(line -> left.merge(line, 1, Integer::sum));
    List<String> lost = new ArrayList<>();
    for (String line : lines(before)) {
      if (left.merge(line, -1, Integer::sum) < 0 && !TOUCHED.matcher(unfolded(line)).matches()) {
        lost.add(line);
      }
    }
    return lost;
  }

  /** With their folds, without their line ends. */
  private static List<String> lines(String text) {
    return text.indexOf('\n') < 0
        ? List.of(text.split("\r(?![ \t])"))
        : List.of(text.split("\r*\n(?![ \t])"));
  }

  private static String unfolded(String line) {
    return line.replaceAll("\r*\n[ \t]|\r[ \t]", "").strip();
  }

  static String titleField(Item item) {
    return switch (item) {
      case Appointment _, Task _ -> "subject";
      case Contact _ -> "job-title";
      case DistributionList _ -> "name";
    };
  }

  static Item renamed(Item item) {
    return switch (item) {
      case Appointment a -> a.toBuilder().subject("renamed").build();
      case Task t -> t.toBuilder().subject("renamed").build();
      case Contact c -> c.toBuilder().jobTitle("renamed").build();
      case DistributionList l -> l.toBuilder().name("renamed").build();
    };
  }

  static Item blank(Item item) {
    return switch (item) {
      case Appointment a ->
          Appointment.builder().uid(a.uid()).timing(a.timing()).subject("left").build();
      case Task t -> Task.builder().uid(t.uid()).subject("left").build();
      case Contact c -> Contact.builder().uid(c.uid()).fullName("left").build();
      case DistributionList l -> DistributionList.builder().uid(l.uid()).name("left").build();
    };
  }

  static Item withUid(Item item) {
    return switch (item) {
      case Appointment a -> a.toBuilder().uid("u").build();
      case Task t -> t.toBuilder().uid("u").build();
      case Contact c -> c.toBuilder().uid("u").build();
      case DistributionList l -> l.toBuilder().uid("u").build();
    };
  }
}
