package org.tandemsync.convert.calendar;

import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Document;

/** A new VCALENDAR with one component of a UID. */
record NewCalendar(Document document, Component calendar, Component master) {
  static final String PRODUCT = "-//Tandem//Tandem 1.0//EN";

  static NewCalendar of(String name, String uid, String stamp) {
    if (uid.isBlank()) {
      throw new IllegalArgumentException("a new resource needs a UID");
    }
    Component calendar = Component.of("VCALENDAR");
    calendar.add(ContentLine.of("VERSION", "2.0"));
    calendar.add(ContentLine.of("PRODID", PRODUCT));
    Component master = Component.of(name);
    master.add(ContentLine.of("UID", "").withText(uid));
    if (!stamp.isEmpty()) {
      master.add(ContentLine.of(CalendarText.STAMP, "").withText(stamp));
    }
    calendar.add(master);
    return new NewCalendar(Document.of(calendar), calendar, master);
  }

  String text() {
    return document.text();
  }
}
