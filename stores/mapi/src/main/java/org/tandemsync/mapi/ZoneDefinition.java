package org.tandemsync.mapi;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Zone;

/**
 * A time zone as an item carries it: with its rules, so that no list of zones is needed to
 * understand the item's times.
 *
 * @param name the Windows key name, or empty where the item does not say
 * @param rules at least one, by year
 */
public record ZoneDefinition(String name, List<ZoneRule> rules) {

  /** Java knows offsets of up to 18 hours; bias and summer bias add up. */
  private static final int MOST_BIAS = 16 * 60;

  /** TZDEFINITION and TZRULE, major version 2, minor version 1. */
  private static final int VERSION = 0x0102;

  public ZoneDefinition {
    if (rules.isEmpty()) {
      throw new DamagedException("the time zone " + name + " has no rule");
    }
    rules = rules.stream().sorted(Comparator.comparingInt(ZoneRule::year)).toList();
  }

  /**
   * The zone with the rules of some years; empty for a name that nobody knows. A name that Windows
   * does not know goes into the item all the same: its rules are beside it.
   *
   * @param when the time that matters, within these years
   */
  public static Optional<ZoneDefinition> of(Zone zone, int fromYear, int toYear, Instant when) {
    return ZoneFinder.javaZone(zone)
        .map(id -> new ZoneDefinition(zone.id(), YearRules.of(id, fromYear, toYear, when)));
  }

  /** PidLidAppointmentTimeZoneDefinition... ([MS-OXOCAL] 2.2.1.41); empty for no value. */
  public static Optional<ZoneDefinition> parseDefinition(Span bytes) {
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    int length = 2 * bytes.u16(6);
    String name = new String(bytes.slice(8, length).toArray(), StandardCharsets.UTF_16LE);
    int count = bytes.u16(8 + length);
    List<ZoneRule> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Span rule = bytes.slice(10 + length + 66 * i, 66);
      rules.add(
          new ZoneRule(
              rule.u16(4),
              rule.u16(6),
              Bytes.of(rule.slice(8, 14).toArray()),
              bias(rule, 22),
              bias(rule, 26),
              bias(rule, 30),
              ZoneRule.Change.parse(rule.slice(34, 16)),
              ZoneRule.Change.parse(rule.slice(50, 16))));
    }
    return rules.isEmpty()
        ? Optional.empty()
        : Optional.of(new ZoneDefinition(name.replace("\0", ""), rules));
  }

  /** PidLidTimeZoneStruct ([MS-OXOCAL] 2.2.1.39): one rule, no name; empty for no value. */
  public static Optional<ZoneDefinition> parseStruct(Span bytes) {
    if (bytes.length() < 48) {
      return Optional.empty();
    }
    ZoneRule rule =
        new ZoneRule(
            0,
            0,
            ZoneRule.UNUSED,
            bias(bytes, 0),
            bias(bytes, 4),
            bias(bytes, 8),
            ZoneRule.Change.parse(bytes.slice(14, 16)),
            ZoneRule.Change.parse(bytes.slice(32, 16)));
    return Optional.of(new ZoneDefinition("", List.of(rule)));
  }

  private static int bias(Span span, int offset) {
    int bias = span.i32(offset);
    if (Math.abs((long) bias) > MOST_BIAS) {
      throw new DamagedException("a time zone cannot be " + bias + " minutes from UTC");
    }
    return bias;
  }

  /** The same zone as the one in which a series counts, or as any other zone of an item. */
  public ZoneDefinition ofSeries(boolean counts) {
    return new ZoneDefinition(name, rules.stream().map(r -> r.ofSeries(counts)).toList());
  }

  /** The bytes that {@link #parseDefinition} reads. */
  public Bytes encode() {
    BlobWriter out = new BlobWriter();
    out.u16(VERSION);
    out.u16(6 + 2 * name.length());
    out.u16(2);
    out.wideText(name);
    out.u16(rules.size());
    for (ZoneRule rule : rules) {
      out.u16(VERSION);
      out.u16(62);
      out.u16(rule.flags());
      out.u16(rule.year());
      out.raw(rule.unused());
      out.u32(rule.bias());
      out.u32(rule.standardBias());
      out.u32(rule.daylightBias());
      ZoneRule.Change.write(rule.standard(), out);
      ZoneRule.Change.write(rule.daylight(), out);
    }
    return out.bytes();
  }

  /** PidLidTimeZoneStruct of the rule in effect. */
  public Bytes encodeStruct() {
    ZoneRule rule = effective();
    BlobWriter out = new BlobWriter();
    out.u32(rule.bias());
    out.u32(rule.standardBias());
    out.u32(rule.daylightBias());
    out.u16(0);
    ZoneRule.Change.write(rule.standard(), out);
    out.u16(0);
    ZoneRule.Change.write(rule.daylight(), out);
    return out.bytes();
  }

  private ZoneRule effective() {
    return rules.stream()
        .filter(r -> (r.flags() & ZoneRule.EFFECTIVE) != 0)
        .findFirst()
        .orElse(rules.getLast());
  }

  /** The distance from UTC by the rule in effect in winter, such as "+01:00". */
  public ZoneOffset standardOffset() {
    return effective().winter();
  }

  /** The rule of a year. */
  public ZoneRule rule(int year) {
    ZoneRule found = rules.getFirst();
    for (ZoneRule rule : rules) {
      if (rule.year() <= year) {
        found = rule;
      }
    }
    return found;
  }

  /** The wall clock of this zone at this instant. */
  public LocalDateTime at(Instant instant) {
    int year = instant.atOffset(rules.getLast().winter()).getYear();
    return LocalDateTime.ofInstant(instant, rule(year).offsetAt(instant));
  }

  /**
   * When a wall clock of this zone shows this time: the first time if it does twice, and as much
   * later as the clocks are put forward if it never does.
   */
  public Instant instant(LocalDateTime clock) {
    Instant latest = Instant.MIN;
    Instant first = Instant.MAX;
    for (int year = clock.getYear() - 1; year <= clock.getYear() + 1; year++) {
      ZoneRule rule = rule(year);
      for (ZoneOffset offset : List.of(rule.summer(), rule.winter())) {
        Instant candidate = clock.toInstant(offset);
        boolean shown = at(candidate).equals(clock);
        if (shown && candidate.isBefore(first)) {
          first = candidate;
        }
        if (year == clock.getYear() && candidate.isAfter(latest)) {
          latest = candidate;
        }
      }
    }
    return first.equals(Instant.MAX) ? latest : first;
  }

  /** Whether both have the same distance from UTC in the middle of every week of these years. */
  public boolean agrees(ZoneDefinition other, int fromYear, int toYear) {
    Instant at = LocalDateTime.of(fromYear, 1, 4, 12, 0).toInstant(ZoneOffset.UTC);
    Instant end = LocalDateTime.of(toYear + 1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    for (; at.isBefore(end); at = at.plus(7, ChronoUnit.DAYS)) {
      if (!at(at).equals(other.at(at))) {
        return false;
      }
    }
    return true;
  }
}
