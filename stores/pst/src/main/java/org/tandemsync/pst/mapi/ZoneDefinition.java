package org.tandemsync.pst.mapi;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tandemsync.pst.format.DamagedException;
import org.tandemsync.pst.format.Span;

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

  public ZoneDefinition {
    if (rules.isEmpty()) {
      throw new DamagedException("the time zone " + name + " has no rule");
    }
    rules = rules.stream().sorted(Comparator.comparingInt(ZoneRule::year)).toList();
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
}
