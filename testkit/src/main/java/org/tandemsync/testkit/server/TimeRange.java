package org.tandemsync.testkit.server;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A time-range (RFC 4791, section 9.9), half open. */
record TimeRange(Instant start, Instant end) implements Predicate<Component> {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  /** What floats, or is in a zone only its own VTIMEZONE knows, may be this far off. */
  private static final Duration ANYWHERE = Duration.ofHours(14);

  static TimeRange of(Element range) {
    try {
      return new TimeRange(
          range.attribute("start").map(TimeRange::utc).orElse(Instant.MIN),
          range.attribute("end").map(TimeRange::utc).orElse(Instant.MAX));
    } catch (DateTimeException e) {
      throw new Refusal(DavResponse.error(403, Names.caldav("valid-filter")));
    }
  }

  @Override
  public boolean test(Component component) {
    List<Span> spans = new ArrayList<>();
    for (String name : List.of("DTSTART", "DTEND", "DUE", "COMPLETED", "CREATED")) {
      boolean counts =
          component.name().equals("VTODO") || name.equals("DTSTART") || name.equals("DTEND");
      component.line(name).filter(line -> counts).flatMap(TimeRange::span).ifPresent(spans::add);
    }
    if (spans.isEmpty()) {
      return component.name().equals("VTODO"); // a task without times is always there
    }
    Instant from = spans.stream().map(Span::from).min(Instant::compareTo).orElseThrow();
    Instant to = spans.stream().map(Span::to).max(Instant::compareTo).orElseThrow();
    Duration length =
        component.line("DURATION").map(line -> duration(line.value())).orElse(Duration.ZERO);
    to = to.plus(length);
    boolean repeats = component.line("RRULE").isPresent() || component.line("RDATE").isPresent();
    boolean endsInTime =
        repeats
            ? seriesEnd(component, Duration.between(from, to)).isAfter(start)
            : to.isAfter(start);
    boolean instant = from.equals(to) && !from.isBefore(start);
    return from.isBefore(end) && (endsInTime || instant);
  }

  private static Instant seriesEnd(Component component, Duration length) {
    String rule = component.line("RRULE").map(ContentLine::value).orElse("");
    for (String part : rule.split(";", -1)) {
      if (part.startsWith("UNTIL=") && component.line("RDATE").isEmpty()) {
        ContentLine until = new ContentLine("UNTIL", "", part.substring(6));
        // the last occurrence begins at UNTIL
        return span(until).map(s -> s.to().plus(length)).orElse(Instant.MAX);
      }
    }
    return Instant.MAX;
  }

  private static Optional<Span> span(ContentLine line) {
    String value = line.value().strip();
    try {
      if (value.endsWith("Z")) {
        return Optional.of(new Span(utc(value), utc(value)));
      }
      if (value.length() == 8) {
        Instant day =
            LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        boolean isEnd = line.name().equals("DTEND");
        return Optional.of(
            new Span(
                day.minus(ANYWHERE),
                day.plus(isEnd ? ANYWHERE : ANYWHERE.plus(Duration.ofDays(1)))));
      }
      LocalDateTime local = LocalDateTime.parse(value, LOCAL);
      Optional<ZoneId> zone = zone(line.parameter("TZID"));
      if (zone.isPresent()) {
        Instant at = local.atZone(zone.get()).toInstant();
        return Optional.of(new Span(at, at));
      }
      Instant at = local.toInstant(ZoneOffset.UTC);
      return Optional.of(new Span(at.minus(ANYWHERE), at.plus(ANYWHERE)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return id.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration duration(String value) {
    try {
      return value.contains("W")
          ? Duration.ofDays(7L * Long.parseLong(value.replaceAll("[^0-9]", "")))
          : Duration.parse(value.strip());
    } catch (DateTimeException | NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  static Instant utc(String value) {
    return Instant.from(UTC.parse(value));
  }

  private record Span(Instant from, Instant to) {}
}
