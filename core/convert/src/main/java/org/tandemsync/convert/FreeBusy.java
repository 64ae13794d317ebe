package org.tandemsync.convert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When somebody is not free (RFC 5545 3.6.4). What is not named is free.
 *
 * @param periods by their beginning; those of one kind neither overlap nor touch
 * @param unread what is said to be a period and cannot be read, shortened: there the person may be
 *     busy
 */
public record FreeBusy(List<Period> periods, List<String> unread) {
  public FreeBusy {
    periods = List.copyOf(periods);
    unread = List.copyOf(unread);
  }

  /** Why somebody is not free (FBTYPE); what is not known counts as busy. */
  public enum Kind {
    TENTATIVE,
    BUSY,
    UNAVAILABLE
  }

  /** A time, half open, never empty. */
  public record Period(Instant start, Instant end, Kind kind) {
    public Period {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException("no time: " + start + " to " + end);
      }
    }
  }

  /** Those periods in order, what overlaps or touches put together. */
  public static FreeBusy of(Collection<Period> periods, List<String> unread) {
    Map<Kind, List<Period>> byKind = new EnumMap<>(Kind.class);
    periods.stream()
        .sorted(Comparator.comparing(Period::start))
        .forEach(p -> add(p, byKind.computeIfAbsent(p.kind(), k -> new ArrayList<>())));
    return new FreeBusy(
        byKind.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Period::start).thenComparing(Period::kind))
            .toList(),
        unread);
  }

  private static void add(Period next, List<Period> to) {
    if (to.isEmpty() || to.getLast().end().isBefore(next.start())) {
      to.add(next);
      return;
    }
    Period last = to.removeLast();
    Instant end = last.end().isAfter(next.end()) ? last.end() : next.end();
    to.add(new Period(last.start(), end, last.kind()));
  }

  /** What of it lies in a time. */
  public FreeBusy within(Instant from, Instant to) {
    List<Period> inside = new ArrayList<>();
    for (Period p : periods) {
      Instant start = p.start().isBefore(from) ? from : p.start();
      Instant end = p.end().isAfter(to) ? to : p.end();
      if (start.isBefore(end)) {
        inside.add(new Period(start, end, p.kind()));
      }
    }
    return new FreeBusy(inside, unread);
  }
}
