package org.tandemsync.convert.calendar;

import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Person;

/**
 * An ORGANIZER in whose name the user calls own meetings, who is SENT-BY. In Outlook the user is
 * the organizer. A mark on the line says so, and not the option: meetings on the server that were
 * called on behalf of somebody otherwise keep that in Outlook.
 */
final class OnBehalf {
  private static final String MARK = "X-TANDEM-ON-BEHALF";
  private static final String SENT_BY = "SENT-BY";

  private OnBehalf() {}

  static boolean isMarked(@Nullable ContentLine organizer) {
    return organizer != null
        && organizer.hasParameter(MARK, "TRUE")
        && organizer.parameter(SENT_BY) != null;
  }

  /** The new ORGANIZER of an own meeting, or null if the user's own name is to be there. */
  static @Nullable ContentLine made(Person user, Context context) {
    String address = Scheduling.spelling(context).onBehalfOf();
    return address.isEmpty() || user.address().isEmpty() || address.equalsIgnoreCase(user.address())
        ? null
        : ContentLine.of("ORGANIZER", "mailto:" + address)
            .withParameter(MARK, "TRUE")
            .withParameter(SENT_BY, "mailto:" + user.address());
  }

  /** The marked line with this user. */
  static ContentLine sentBy(ContentLine organizer, Person user) {
    String present = organizer.parameter(SENT_BY);
    boolean says = present != null && CalendarUser.address(present).equals(user.address());
    return says || user.address().isEmpty()
        ? organizer
        : organizer.withParameter(SENT_BY, "mailto:" + user.address());
  }

  /** The line as that of any organizer. */
  static ContentLine unmarked(ContentLine organizer) {
    return organizer.withoutParameter(MARK);
  }

  /** Says the user's name, for which SENT-BY has no place. */
  static void writeUser(String property, Person user, Component into) {
    ContentLine line = into.first(property);
    if (line != null || !user.name().isEmpty()) {
      into.put(CalendarUser.write(line == null ? ContentLine.of(property, "") : line, user));
    }
  }
}
