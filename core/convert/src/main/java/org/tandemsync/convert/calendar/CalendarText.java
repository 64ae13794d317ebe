package org.tandemsync.convert.calendar;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.ResourceLens.Reading;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Document;
import org.tandemsync.convert.text.Syntax;
import org.tandemsync.convert.text.TextLimitException;

/**
 * A resource with the components of one UID: the master and its changed occurrences.
 *
 * @param document the whole text
 * @param calendar the VCALENDAR with the master
 * @param master the component that is shown as the item
 * @param overrides the components with RECURRENCE-ID that belong to it
 * @param others how many components belong to none of these
 */
record CalendarText(
    Document document,
    Component calendar,
    Component master,
    List<Component> overrides,
    int others) {
  private static final Pattern SUMMARY =
      Pattern.compile("(?im)^SUMMARY(?:;[^:\\r\\n]*)?:([^\\r\\n]*)");
  static final String STAMP = "X-TANDEM-STAMP";

  /** Either a text or what it is instead. */
  sealed interface Opened {
    record Ready(CalendarText text) implements Opened {}

    record Not(Reading reading) implements Opened {}
  }

  /**
   * @param name VEVENT or VTODO
   */
  static Opened open(String text, String name) {
    Document document;
    try {
      document = Document.parse(text, Syntax.ICALENDAR);
    } catch (TextLimitException e) {
      return broken(text, Objects.requireNonNullElse(e.getMessage(), "too large"));
    }
    List<Component> calendars = document.components("VCALENDAR");
    if (calendars.isEmpty()) {
      return broken(text, "line 1: no BEGIN:VCALENDAR but: " + firstLine(text));
    }
    for (Component calendar : calendars) {
      if (!calendar.isClosed()) {
        return broken(text, "the text ends before END:VCALENDAR: it is not complete");
      }
      for (Component inside : calendar.components()) {
        if (!inside.isClosed()) { // it may have swallowed what follows
          return broken(
              text,
              "line " + inside.lineNumber() + ": BEGIN:" + inside.name() + " without its END");
        }
      }
    }
    List<Component> found = calendars.stream().flatMap(c -> c.components(name).stream()).toList();
    if (found.isEmpty()) {
      return new Opened.Not(new Reading.Foreign(contents(calendars)));
    }
    int items = SeveralItems.count(calendars);
    if (items > 1) {
      return broken(
          text,
          "the text holds "
              + items
              + " items with UIDs of their own. Give each of them a file of its own: what is done"
              + " with one of them would be done with all");
    }
    return new Opened.Ready(of(document, calendars, found));
  }

  private static CalendarText of(
      Document document, List<Component> calendars, List<Component> found) {
    Component master = master(found);
    Component calendar =
        calendars.stream().filter(c -> c.nodes().contains(master)).findFirst().orElseThrow();
    // those of a second VCALENDAR have zones of their own: they stay there as they are
    List<Component> overrides =
        master.first("RECURRENCE-ID") != null
            ? List.of()
            : calendar.components(master.name()).stream()
                .filter(c -> c.first("RECURRENCE-ID") != null && sameUid(c, master))
                .toList();
    return new CalendarText(
        document, calendar, master, overrides, found.size() - 1 - overrides.size());
  }

  /** The last one without RECURRENCE-ID; if all have one, the earliest of them. */
  private static Component master(List<Component> found) {
    Component master = null;
    Component earliest = found.getFirst();
    for (Component component : found) {
      ContentLine id = component.first("RECURRENCE-ID");
      ContentLine first = earliest.first("RECURRENCE-ID");
      if (id == null) {
        master = component;
      } else if (first != null && id.value().compareTo(first.value()) < 0) {
        earliest = component;
      }
    }
    return master == null ? earliest : master;
  }

  static String uid(Component component) {
    ContentLine line = component.first("UID");
    return line == null ? "" : line.text().strip();
  }

  /** Whatever the case: some programs change it in the occurrences. */
  static boolean sameUid(Component one, Component other) {
    return uid(one).equalsIgnoreCase(uid(other));
  }

  /** The private mark on the master, or null. */
  @Nullable String stamp() {
    ContentLine line = master.first(STAMP);
    return line == null ? null : line.text();
  }

  /** Leaves the private mark on the master. */
  void mark(String stamp) {
    ContentLine line = master.first(STAMP);
    master.put((line == null ? ContentLine.of(STAMP, "") : line).withText(stamp));
  }

  private static String contents(List<Component> calendars) {
    for (Component calendar : calendars) {
      for (Component component : calendar.components()) {
        switch (component.name()) {
          case "VEVENT" -> {
            return "an appointment";
          }
          case "VTODO" -> {
            return "a task";
          }
          case "VJOURNAL" -> {
            return "a journal entry";
          }
          case "VFREEBUSY" -> {
            return "free/busy times";
          }
          case "VAVAILABILITY" -> {
            return "an availability";
          }
          default -> {}
        }
      }
    }
    return "an empty calendar";
  }

  static Opened.Not broken(String text, String reason) {
    return new Opened.Not(brokenReading(text, reason));
  }

  /** With the title as far as it can be told. */
  static Reading.Broken brokenReading(String text, String reason) {
    Matcher summary = SUMMARY.matcher(text);
    return new Reading.Broken(summary.find() ? summary.group(1).strip() : "", reason);
  }

  private static String firstLine(String text) {
    String line = text.strip().lines().findFirst().orElse("nothing");
    return line.length() > 80 ? line.substring(0, 80) + "..." : line;
  }
}
