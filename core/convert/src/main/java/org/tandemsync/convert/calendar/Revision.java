package org.tandemsync.convert.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;

/** CREATED, LAST-MODIFIED, DTSTAMP and SEQUENCE. */
final class Revision {
  private Revision() {}

  static @Nullable Instant created(Component component) {
    return instant(component, "CREATED").orElse(null);
  }

  /** The latest LAST-MODIFIED, or where there is none the latest DTSTAMP. */
  static @Nullable Instant modified(List<Component> components) {
    return components.stream()
        .flatMap(c -> instant(c, "LAST-MODIFIED").or(() -> instant(c, "DTSTAMP")).stream())
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static Optional<Instant> instant(Component component, String name) {
    ContentLine line = component.first(name);
    return line == null
        ? Optional.empty()
        : DateTimeValue.parse(line.value()).map(v -> v.wall().toInstant(ZoneOffset.UTC));
  }

  /** Marks a new component. */
  static void begin(Component component, @Nullable Instant created, Instant now) {
    component.put(ContentLine.of("CREATED", DateTimeValue.utc(created == null ? now : created)));
    refresh(component, now);
    if (component.first("SEQUENCE") == null) {
      component.add(ContentLine.of("SEQUENCE", "0"));
    }
  }

  /** Marks a changed component. */
  static void refresh(Component component, Instant now) {
    for (String name : List.of("DTSTAMP", "LAST-MODIFIED")) {
      ContentLine line = component.first(name);
      String value = DateTimeValue.utc(now);
      component.put(line == null ? ContentLine.of(name, value) : line.withValue(value));
    }
  }

  /** Counts a change that concerns when or where. */
  static void advance(Component component) {
    ContentLine line = component.first("SEQUENCE");
    String value = Integer.toString(EventMeeting.sequence(component) + 1);
    component.put(line == null ? ContentLine.of("SEQUENCE", value) : line.withValue(value));
  }
}
