package org.tandemsync.convert.calendar;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.Document;
import org.tandemsync.convert.text.Syntax;
import org.tandemsync.convert.text.TextLimitException;

/** How many events, tasks and journals are in a text; RFC 4791 4.1 wants one in each. */
final class SeveralItems {
  private static final Set<String> ITEMS = Set.of("VEVENT", "VTODO", "VJOURNAL");

  private SeveralItems() {}

  /** What has one UID is one, a series and its occurrences; UIDs differ by more than case. */
  static int count(List<Component> calendars) {
    Set<String> uids = new HashSet<>();
    int without = 0;
    for (Component component : items(calendars).toList()) {
      if (!CalendarText.uid(component).isEmpty()) {
        uids.add(CalendarText.uid(component).toLowerCase(Locale.ROOT));
      } else if (component.first("RECURRENCE-ID") == null) {
        without++;
      }
    }
    return uids.size() + without;
  }

  private static Stream<Component> items(List<Component> calendars) {
    return calendars.stream()
        .flatMap(calendar -> calendar.components().stream())
        .filter(component -> ITEMS.contains(component.name()));
  }

  /** Whether the text is whole and holds an item with that UID beside another one. */
  static boolean hold(String text, String uid) {
    Document document;
    try {
      document = Document.parse(text, Syntax.ICALENDAR);
    } catch (TextLimitException e) {
      return false;
    }
    List<Component> calendars = document.components("VCALENDAR");
    return !uid.isEmpty()
        && count(calendars) > 1
        && items(calendars).anyMatch(item -> CalendarText.uid(item).equals(uid))
        && calendars.stream().allMatch(Component::isClosed);
  }
}
