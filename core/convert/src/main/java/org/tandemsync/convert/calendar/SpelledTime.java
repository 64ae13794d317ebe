package org.tandemsync.convert.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.TimeSpelling;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Zone;

/**
 * DTSTART and DTEND in the spelling that the profile wants. What would not be read back as the same
 * time (a clock that is shown twice in the night when summer ends) is spelled as usual.
 *
 * @param series whether occurrences follow from the time: it stays in the zone they count in
 * @param zoneOfUtc in which zone a time in UTC is shown
 */
record SpelledTime(boolean series, Zone zoneOfUtc, Context context) {

  /**
   * The line that says {@code wanted}.
   *
   * @param previous the line in its place, or one to be like, or null
   */
  ContentLine line(String name, @Nullable ContentLine previous, Moment wanted) {
    return chosen(name, previous, wanted)
        .filter(line -> reads(line, wanted))
        .orElseGet(() -> usual(name, previous, wanted));
  }

  /** The previous line may have a zone in which the time cannot be told: then it is in UTC. */
  private ContentLine usual(String name, @Nullable ContentLine previous, Moment wanted) {
    ContentLine line = TimeLine.write(name, previous, wanted, zoneOfUtc, context);
    if (wanted.isDate() || series || tells(line, wanted)) {
      return line;
    }
    ContentLine utc = inUtc(TimeLine.bare(name, previous), wanted);
    return reads(utc, wanted) ? utc : line;
  }

  private ContentLine inUtc(ContentLine base, Moment wanted) {
    String value = DateTimeValue.utc(context.zones().instant(wanted));
    return shown(base.withValue(value), zoneOfUtc, wanted);
  }

  private Optional<ContentLine> chosen(String name, @Nullable ContentLine previous, Moment wanted) {
    if (wanted.isDate() || context.isOverride()) {
      return Optional.empty(); // an occurrence is spelled like its series
    }
    ContentLine base = TimeLine.bare(name, previous);
    return switch (context.settings().times().form()) {
      case TimeSpelling.Form.AsInOutlook _ -> renamed(name, previous, wanted);
      case TimeSpelling.Form.Utc _ ->
          series ? renamed(name, previous, wanted) : Optional.of(inUtc(base, wanted));
      case TimeSpelling.Form.In(ZoneId zone) ->
          series && !context.zones().name(zone).equals(wanted.zone())
              ? renamed(name, previous, wanted)
              : Optional.of(in(zone, base, wanted));
    };
  }

  private ContentLine in(ZoneId zone, ContentLine base, Moment wanted) {
    Zone own = context.zones().name(zone);
    LocalDateTime wall =
        own.equals(wanted.zone())
            ? wanted.wall()
            : LocalDateTime.ofInstant(context.zones().instant(wanted), zone);
    String tzid = context.zones().nameOf(zone);
    ContentLine line =
        shown(
            base.withParameter("TZID", tzid)
                .withValue(DateTimeValue.local(context.zones().named(tzid).write(wall))),
            own,
            wanted);
    if (reads(line, wanted)) {
      context.zones().define(tzid, zone, wall);
    }
    return line;
  }

  private static ContentLine shown(ContentLine line, Zone zone, Moment wanted) {
    return zone.equals(wanted.zone()) ? line : TimeLine.shownIn(line, wanted.zone());
  }

  /** With Windows' name of its zone, where a name is told at all. */
  private Optional<ContentLine> renamed(
      String name, @Nullable ContentLine previous, Moment wanted) {
    String tzid = previous == null ? null : previous.parameter("TZID");
    if (tzid == null
        || tzid.isBlank()
        || wanted.zone().equals(Zone.UTC)
        || !context.settings().times().windowsNames()) {
      return Optional.empty();
    }
    String windows = context.zones().tzid(wanted.zone(), wanted.wall());
    return Optional.of(
        TimeLine.bare(name, previous)
            .withParameter("TZID", windows)
            .withValue(DateTimeValue.local(context.zones().named(windows).write(wanted.wall()))));
  }

  /** Whether it is read as that time, in a zone that may have another name by then. */
  private boolean tells(ContentLine line, Moment wanted) {
    return TimeLine.read(line, zoneOfUtc, context)
        .filter(read -> read.wall().equals(wanted.wall()))
        .filter(read -> context.zones().instant(read).equals(context.zones().instant(wanted)))
        .isPresent();
  }

  private boolean reads(ContentLine line, Moment wanted) {
    return TimeLine.read(line, zoneOfUtc, context).filter(wanted::sameAs).isPresent();
  }
}
