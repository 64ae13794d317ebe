package org.tandemsync.convert.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.Excerpt;
import org.tandemsync.convert.FreeBusy;
import org.tandemsync.convert.FreeBusy.Kind;
import org.tandemsync.convert.FreeBusy.Period;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Document;
import org.tandemsync.convert.text.Syntax;
import org.tandemsync.convert.text.TextLimitException;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.items.Zone;

/** VFREEBUSY (RFC 5545 3.6.4) as it is written. */
public final class FreeBusyText {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Nobody has more appointments in the time that can be asked for. */
  private static final int MOST = 100_000;

  private FreeBusyText() {}

  /** Reads all VFREEBUSY components; empty if there is none. */
  public static Optional<FreeBusy> read(String text) {
    List<Component> found = new ArrayList<>();
    try {
      for (Component calendar : Document.parse(text, Syntax.ICALENDAR).components("VCALENDAR")) {
        found.addAll(calendar.components("VFREEBUSY"));
      }
    } catch (TextLimitException tooLarge) {
      return Optional.empty();
    }
    List<Period> periods = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (Component component : found) {
      for (ContentLine line : component.lines("FREEBUSY")) {
        read(line, periods, unread);
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(FreeBusy.of(periods, unread));
  }

  private static void read(ContentLine line, List<Period> periods, List<String> unread) {
    Kind kind = kind(line.parameter("FBTYPE"));
    ZoneId zone = zone(line.parameter("TZID"));
    for (String value : line.value().split(",", MOST)) {
      String period = value.strip();
      if (kind == null || period.isEmpty()) {
        continue;
      }
      Optional<Period> read = period(period, kind, zone);
      read.ifPresentOrElse(periods::add, () -> unread.add(Excerpt.of(period)));
    }
  }

  /** Null for free. RFC 5545 3.2.9: what is not known is busy. */
  private static @Nullable Kind kind(@Nullable String type) {
    return switch (type == null ? "" : type.strip().toUpperCase(Locale.ROOT)) {
      case "FREE" -> null;
      case "BUSY-TENTATIVE" -> Kind.TENTATIVE;
      case "BUSY-UNAVAILABLE" -> Kind.UNAVAILABLE;
      default -> Kind.BUSY;
    };
  }

  /** Times are UTC; Xandikos writes TZID=UTC, others forget the Z. */
  private static ZoneId zone(@Nullable String id) {
    return id == null
        ? ZoneOffset.UTC
        : Zones.zoneId(new Zone(id), ZoneOffset.UTC).orElse(ZoneOffset.UTC);
  }

  private static Optional<Period> period(String text, Kind kind, ZoneId zone) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    Optional<Instant> start = time(text.substring(0, slash), zone);
    String rest = text.substring(slash + 1).strip();
    Optional<Instant> end =
        rest.startsWith("P") || rest.startsWith("+")
            ? start.flatMap(
                s -> DurationValue.parse(rest).map(d -> s.plusSeconds(d.totalSeconds())))
            : time(rest, zone);
    return start.flatMap(s -> end.filter(s::isBefore).map(e -> new Period(s, e, kind)));
  }

  private static Optional<Instant> time(String text, ZoneId zone) {
    return DateTimeValue.parse(text.strip())
        .map(t -> t.wall().atZone(t.utc() ? ZoneOffset.UTC : zone).toInstant());
  }

  /** A request (RFC 5546 3.3.2). */
  public static String request(
      String uid, String organizer, List<String> attendees, Instant from, Instant to, Instant now) {
    Component asked = Component.of("VFREEBUSY");
    asked.add(ContentLine.of("UID", uid));
    asked.add(ContentLine.of("DTSTAMP", UTC.format(now)));
    asked.add(ContentLine.of("DTSTART", UTC.format(from)));
    asked.add(ContentLine.of("DTEND", UTC.format(to)));
    asked.add(ContentLine.of("ORGANIZER", mailto(organizer)));
    attendees.forEach(a -> asked.add(ContentLine.of("ATTENDEE", mailto(a))));
    Component calendar = Component.of("VCALENDAR");
    calendar.add(ContentLine.of("VERSION", "2.0"));
    calendar.add(ContentLine.of("PRODID", NewCalendar.PRODUCT));
    calendar.add(ContentLine.of("METHOD", "REQUEST"));
    calendar.add(asked);
    return Document.of(calendar).text();
  }

  private static String mailto(String address) {
    if (!address.matches("[^\\s\\p{Cntrl}@,;<>]+@[^\\s\\p{Cntrl}@,;<>]+")) {
      throw new IllegalArgumentException("'" + Excerpt.of(address) + "' is no mail address");
    }
    return "mailto:" + address;
  }
}
