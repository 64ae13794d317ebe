package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.sample.MsgFile;

/** Zones as they are written into items: with the rules of the years concerned. */
class YearRulesTest {
  private static final int FROM = 2000;
  private static final int TO = 2037;

  private static ZoneDefinition definition(String zone, int from, int to, String when) {
    return ZoneDefinition.of(new Zone(zone), from, to, Instant.parse(when)).orElseThrow();
  }

  private static Span span(Bytes bytes) {
    return Span.of(bytes.toArray());
  }

  static Stream<String> zones() {
    return new TreeSet<>(ZoneId.getAvailableZoneIds())
        .stream()
            .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
            .filter(id -> !Set.of("Africa/Casablanca", "Africa/El_Aaiun").contains(id));
  }

  /** In four decades, and around every change of the clocks. */
  @Test
  void everyZoneShowsTheTimeOfItsJavaRules() {
    List<String> wrong = new ArrayList<>();
    Set<ZoneRules> seen = new HashSet<>();
    zones()
        .filter(id -> seen.add(ZoneId.of(id).getRules()))
        .forEach(
            id -> {
              ZoneId zone = ZoneId.of(id);
              ZoneDefinition written = definition(id, FROM, TO, "2020-06-01T00:00:00Z");
              ZoneDefinition definition =
                  ZoneDefinition.parseDefinition(span(written.encode())).orElseThrow();
              for (Instant at : times(zone)) {
                LocalDateTime expected = LocalDateTime.ofInstant(at, zone);
                if (!definition.at(at).equals(expected) && isDescribed(zone, expected.getYear())) {
                  wrong.add(id + " " + at + " " + expected + " " + definition.at(at));
                  return;
                }
              }
            });
    assertThat(wrong).isEmpty();
  }

  /** At most two changes of up to three hours: what Windows can say. */
  private static boolean isDescribed(ZoneId zone, int year) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    Instant at = LocalDateTime.of(year - 1, 12, 30, 0, 0).toInstant(ZoneOffset.UTC);
    ZoneOffsetTransition next = zone.getRules().nextTransition(at);
    while (next != null && next.getDateTimeBefore().getYear() <= year) {
      if (next.getDateTimeBefore().getYear() == year) {
        changes.add(next);
      }
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return changes.size() < 3
        && (changes.size() < 2
            || changes.getFirst().getOffsetBefore().equals(changes.getLast().getOffsetAfter()))
        && changes.stream().allMatch(c -> c.getDuration().abs().toHours() <= 3);
  }

  private static List<Instant> times(ZoneId zone) {
    Instant from = Instant.parse(FROM + "-01-02T12:00:00Z");
    Instant to = Instant.parse(TO + "-12-30T12:00:00Z");
    List<Instant> times = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(61L * 86_400)) {
      times.add(at);
    }
    ZoneOffsetTransition next = zone.getRules().nextTransition(from);
    while (next != null && next.getInstant().isBefore(to)) {
      // a Windows rule begins with a year of winter time: at New Year it may be hours off
      if (next.getDateTimeAfter().plusDays(1).getDayOfYear() > 3) {
        times.add(next.getInstant().minusSeconds(1));
        times.add(next.getInstant());
      }
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return times;
  }

  @Test
  void aNameThatWindowsDoesNotKnowIsReadAsItIs() {
    Instant when = Instant.parse("2024-06-01T00:00:00Z");
    List<String> other = new ArrayList<>();
    Stream.concat(zones(), Stream.of("UTC+05:37", "UTC-03:30", "EST5EDT", "CET"))
        .forEach(
            id -> {
              ZoneDefinition written = definition(id, 2024, 2024, when.toString());
              Zone read =
                  ZoneFinder.zone(
                      ZoneDefinition.parseDefinition(span(written.ofSeries(true).encode()))
                          .orElseThrow(),
                      "",
                      when);
              if (!read.id().equals(id)) {
                other.add(id + " as " + read);
              }
            });
    assertThat(other).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "W. Europe Standard Time, -60, -60, 10 SUNDAY 5 10800, 3 SUNDAY 5 7200",
    "Eastern Standard Time, 300, -60, 11 SUNDAY 1 7200, 3 SUNDAY 2 7200",
    "AUS Eastern Standard Time, -600, -60, 4 SUNDAY 1 10800, 10 SUNDAY 1 7200",
  })
  void rulesAreThoseOfWindows(
      String zone, int bias, int daylightBias, String standard, String daylight) {
    ZoneDefinition definition = definition(zone, 2010, 2040, "2024-06-01T00:00:00Z");
    assertThat(definition.name()).isEqualTo(zone);
    ZoneRule rule = definition.rules().getFirst();
    assertThat(definition.rules()).hasSize(1);
    assertThat(rule.year()).isEqualTo(1601);
    assertThat(rule.flags()).isEqualTo(2);
    assertThat(rule.bias()).isEqualTo(bias);
    assertThat(rule.daylightBias()).isEqualTo(daylightBias);
    assertThat(text(rule.standard())).isEqualTo(standard);
    assertThat(text(rule.daylight())).isEqualTo(daylight);
  }

  private static String text(ZoneRule.@Nullable Change change) {
    Objects.requireNonNull(change);
    return String.format(
        Locale.ROOT,
        "%d %s %d %d",
        change.month().getValue(),
        change.day(),
        change.week(),
        change.milliOfDay() / 1000);
  }

  @Test
  void theRuleInEffectIsThatOfTheTimeThatMatters() {
    ZoneDefinition before = definition("Pacific Standard Time", 2005, 2010, "2006-06-01T00:00:00Z");
    assertThat(before.rules()).extracting(ZoneRule::flags).containsExactly(2, 0);
    assertThat(before.rules()).extracting(ZoneRule::year).containsExactly(2005, 2007);
    ZoneDefinition after = definition("Pacific Standard Time", 2005, 2010, "2009-06-01T00:00:00Z");
    assertThat(after.rules()).extracting(ZoneRule::flags).containsExactly(0, 2);
    assertThat(ZoneDefinition.parseStruct(span(after.encodeStruct())).orElseThrow().rules())
        .first()
        .extracting(ZoneRule::daylight)
        .isEqualTo(after.rules().getLast().daylight());
  }

  /** Windows has no year with four changes: the time that matters is right all the same. */
  @Test
  void aSummerWithAPauseCountsByTheTimeThatMatters() {
    ZoneId zone = ZoneId.of("Africa/Casablanca");
    for (int month = 1; month <= 12; month++) {
      Instant when = LocalDateTime.of(2013, month, 20, 12, 0).toInstant(ZoneOffset.UTC);
      ZoneDefinition definition =
          ZoneDefinition.of(new Zone(zone.getId()), 2013, 2013, when).orElseThrow();
      assertThat(definition.at(when)).isEqualTo(LocalDateTime.ofInstant(when, zone));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2024-03-31T02:30, 2024-03-31T01:30:00Z",
    "Europe/Berlin, 2024-10-27T02:30, 2024-10-27T00:30:00Z",
    "Europe/Berlin, 2024-10-27T03:00, 2024-10-27T02:00:00Z",
    "America/New_York, 2024-03-10T02:15, 2024-03-10T07:15:00Z",
    "America/New_York, 2024-11-03T01:15, 2024-11-03T05:15:00Z",
    "Australia/Sydney, 2024-12-31T23:30, 2024-12-31T12:30:00Z",
    "Australia/Sydney, 2025-01-01T00:30, 2024-12-31T13:30:00Z",
    "Australia/Lord_Howe, 2024-04-07T01:45, 2024-04-06T14:45:00Z",
    "America/Sao_Paulo, 2018-11-04T00:00, 2018-11-04T03:00:00Z",
    "Asia/Kathmandu, 2024-01-01T00:00, 2023-12-31T18:15:00Z",
  })
  void aWallClockIsAnInstantAsInJava(String zone, LocalDateTime clock, Instant expected) {
    ZoneDefinition definition =
        definition(zone, clock.getYear(), clock.getYear(), expected.toString());
    assertThat(definition.instant(clock)).isEqualTo(expected);
    assertThat(clock.atZone(ZoneId.of(zone)).toInstant()).isEqualTo(expected);
  }

  @Test
  void nobodyKnowsThisZone() {
    assertThat(ZoneDefinition.of(new Zone("Nowhere"), 2024, 2024, Instant.EPOCH)).isEmpty();
  }

  static Stream<Path> messages() throws IOException {
    try (Stream<Path> files = Files.list(MsgFile.SAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".msg")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void encodingGivesBackWhatOutlookWrote(Path msg) {
    PropertyBag bag = MsgFile.read(msg).properties();
    for (int lid : List.of(0x825E, 0x825F, 0x8260)) {
      Span bytes = bag.bytes(PropertyName.of(PropertySets.APPOINTMENT, lid));
      ZoneDefinition.parseDefinition(bytes)
          .ifPresent(d -> assertThat(d.encode()).isEqualTo(Bytes.of(bytes.toArray())));
    }
    Span struct = bag.bytes(PropertyName.of(PropertySets.APPOINTMENT, 0x8233));
    ZoneDefinition.parseStruct(struct)
        .ifPresent(d -> assertThat(d.encodeStruct()).isEqualTo(Bytes.of(struct.toArray())));
  }
}
