package org.tandemsync.convert.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Zone;

/** Lines with a DATE or DATE-TIME: DTSTART, DTEND, DUE, RECURRENCE-ID and the like. */
final class TimeLine {
  /** On a time that Outlook shows in another zone than the user's or that of its TZID. */
  private static final String SHOWN_IN = "X-TANDEM-ZONE";

  private static final Set<String> FORM = Set.of("TZID", "VALUE", SHOWN_IN);

  private TimeLine() {}

  /** Reads the line; times in UTC are shown in {@code zoneOfUtc}, floating ones in the user's. */
  static Optional<Moment> read(@Nullable ContentLine line, Zone zoneOfUtc, Context context) {
    return line == null ? Optional.empty() : read(line, line.value(), zoneOfUtc, context);
  }

  /** Reads one value of a line that may have several. */
  static Optional<Moment> read(ContentLine line, String value, Zone zoneOfUtc, Context context) {
    return DateTimeValue.parse(value).map(v -> moment(line, v, zoneOfUtc, context));
  }

  private static Moment moment(
      ContentLine line, DateTimeValue value, Zone zoneOfUtc, Context context) {
    if (value.isDate()) {
      return new Moment(value.wall(), Zones.of(context.userZone()), true);
    }
    if (value.utc()) {
      Zone zone = shownIn(line, context).orElse(zoneOfUtc);
      return at(value.wall().toInstant(ZoneOffset.UTC), zone, context);
    }
    String tzid = line.parameter("TZID");
    if (tzid == null || tzid.isBlank()) {
      return new Moment(value.wall(), context.zones().ownName(), false);
    }
    CalendarZones.Named named = context.zones().named(tzid);
    if (named.guessed()) {
      context.lose(
          LossKind.UNKNOWN_TIME_ZONE,
          "timing",
          "line " + line.lineNumber() + ": the time zone '" + tzid + "' is taken as your own");
    }
    LocalDateTime wall = named.read(value.wall());
    return shownIn(line, context)
        .map(zone -> at(wall.atZone(named.id()).toInstant(), zone, context))
        .orElse(new Moment(wall, named.zone(), false));
  }

  /**
   * The moment in a zone. A clock that is shown twice in the night when summer ends means the first
   * time; the second one is shown in UTC.
   */
  static Moment at(Instant instant, Zone zone, Context context) {
    ZoneId rules = context.zones().rules(zone);
    LocalDateTime wall = LocalDateTime.ofInstant(instant, rules);
    return wall.atZone(rules).toInstant().equals(instant)
        ? new Moment(wall, zone, false)
        : new Moment(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), Zone.UTC, false);
  }

  private static Optional<Zone> shownIn(ContentLine line, Context context) {
    String name = line.parameter(SHOWN_IN);
    return name == null || name.isBlank()
        ? Optional.empty()
        : Optional.of(new Zone(name))
            .filter(zone -> Zones.zoneId(zone, context.userZone()).isPresent());
  }

  /** The line of a series: it counts in its own zone, whatever a single event was shown in. */
  static ContentLine counted(ContentLine line) {
    return line.withoutParameter(SHOWN_IN);
  }

  /**
   * The line that says {@code wanted}. It keeps parameters and form of the previous one (its TZID,
   * UTC or floating) where the zone is still the same, and is the previous one if that says so.
   *
   * @param previous the line in its place, or one to be like, or null
   */
  static ContentLine write(
      String name, @Nullable ContentLine previous, Moment wanted, Zone zoneOfUtc, Context context) {
    Optional<Moment> present = read(previous, zoneOfUtc, context);
    ContentLine base =
        previous != null && previous.is(name)
            ? previous
            : ContentLine.of(
                name,
                "",
                previous == null ? new Parameter[0] : form(previous).toArray(new Parameter[0]));
    if (previous != null
        && present.isPresent()
        && present.get().isDate() == wanted.isDate()
        && (wanted.isDate() || present.get().zone().equals(wanted.zone()))) {
      return previous.is(name) && present.get().sameAs(wanted)
          ? previous
          : base.withValue(inForm(previous, wanted, context));
    }
    if (wanted.isDate()) {
      return base.withoutParameter("TZID")
          .withoutParameter(SHOWN_IN)
          .withParameter("VALUE", "DATE")
          .withValue(DateTimeValue.date(wanted.date()));
    }
    ContentLine timed = base.withoutParameter("VALUE").withoutParameter(SHOWN_IN);
    if (wanted.zone().equals(Zone.UTC)) {
      ContentLine utc = zoneOfUtc.equals(Zone.UTC) ? timed : timed.withParameter(SHOWN_IN, "UTC");
      return utc.withoutParameter("TZID").withValue(DateTimeValue.local(wanted.wall()) + "Z");
    }
    return timed
        .withParameter("TZID", context.zones().tzid(wanted.zone(), wanted.wall()))
        .withValue(DateTimeValue.local(wanted.wall()));
  }

  /**
   * The line of an occurrence in exactly the form of DTSTART, by the clock that the series has
   * there: servers and clients compare them as text.
   *
   * @param start what {@code startLine} says, or a later occurrence
   */
  static ContentLine occurrence(
      String name, LocalDate date, Moment start, ContentLine startLine, Context context) {
    Moment moment =
        new Moment(date.atTime(start.wall().toLocalTime()), start.zone(), start.isDate());
    ContentLine line = write(name, startLine, moment, start.zone(), context);
    return ToldClock.of(startLine, start, context)
        .map(clock -> line.withValue(DateTimeValue.local(clock.written(date))))
        .orElse(line);
  }

  /** A line of that name with the parameters of the previous one but for those of its form. */
  static ContentLine bare(String name, @Nullable ContentLine previous) {
    ContentLine line = previous != null && previous.is(name) ? previous : ContentLine.of(name, "");
    return line.withoutParameter("TZID").withoutParameter("VALUE").withoutParameter(SHOWN_IN);
  }

  static ContentLine shownIn(ContentLine line, Zone zone) {
    return line.withParameter(SHOWN_IN, zone.id());
  }

  private static List<Parameter> form(ContentLine like) {
    return like.parameters().stream().filter(p -> FORM.contains(p.name())).toList();
  }

  /** The value in the form of another line: DATE, UTC, local with its TZID, or floating. */
  static String inForm(ContentLine like, Moment wanted, Context context) {
    DateTimeValue form = DateTimeValue.parse(like.value()).orElseThrow();
    if (form.isDate()) {
      return DateTimeValue.date(wanted.date());
    }
    if (form.utc()) {
      return DateTimeValue.utc(context.zones().instant(wanted));
    }
    String tzid = like.parameter("TZID");
    return DateTimeValue.local(
        tzid == null || tzid.isBlank() ? wanted.wall() : inTzid(tzid, wanted, context));
  }

  private static LocalDateTime inTzid(String tzid, Moment wanted, Context context) {
    CalendarZones.Named named = context.zones().named(tzid);
    return named.write(
        named.zone().equals(wanted.zone())
            ? wanted.wall()
            : LocalDateTime.ofInstant(context.zones().instant(wanted), named.id()));
  }
}
