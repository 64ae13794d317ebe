package org.tandemsync.convert.calendar;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.Document;
import org.tandemsync.convert.text.Syntax;
import org.tandemsync.convert.text.TextLimitException;

/** A text with events or tasks of several UIDs, as nobody shall make one. */
final class SeveralItems {
  private static final Set<String> ITEMS = Set.of("VEVENT", "VTODO", "VJOURNAL");

  private SeveralItems() {}

  /** Whether the text is whole and holds an item with that UID beside those of another one. */
  static boolean hold(String text, String uid) {
    Document document;
    try {
      document = Document.parse(text, Syntax.ICALENDAR);
    } catch (TextLimitException e) {
      return false;
    }
    List<Component> calendars = document.components("VCALENDAR");
    Set<String> uids =
        calendars.stream()
            .flatMap(calendar -> calendar.components().stream())
            .filter(component -> ITEMS.contains(component.name()))
            .map(CalendarText::uid)
            .collect(Collectors.toSet());
    return !uid.isEmpty()
        && uids.size() > 1
        && uids.contains(uid)
        && calendars.stream().allMatch(Component::isClosed);
  }
}
