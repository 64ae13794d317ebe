package org.tandemsync.outlook.standin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Items;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.OlItemType;

/** An Outlook in Berlin with its session and calendar open, and a clock that tests move. */
public final class Desk implements AutoCloseable {
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  public final StandIn outlook;
  public final Application application;
  public final NameSpace session;
  public final Folder calendar;

  public Desk(WindowsLocale locale) {
    outlook = new StandIn(ZoneId.of("Europe/Berlin"), locale, () -> now);
    application = outlook.application();
    session = application.getNamespace("MAPI");
    calendar = session.getDefaultFolder(OlDefaultFolders.olFolderCalendar);
  }

  public Desk() {
    this(WindowsLocale.GERMAN);
  }

  public void later() {
    now = now.plusSeconds(60);
  }

  public AppointmentItem appointment() {
    return new AppointmentItem(application.createItem(OlItemType.olAppointmentItem));
  }

  /** A saved one of an hour; its id. */
  public String appointment(String subject, LocalDateTime start) {
    try (AppointmentItem item = appointment()) {
      item.setSubject(subject);
      item.setStart(start);
      item.setDuration(60);
      item.save();
      return item.entryID();
    }
  }

  public AppointmentItem open(String entryId) {
    return new AppointmentItem(session.getItemFromID(entryId));
  }

  int count(Folder folder) {
    try (Items items = folder.items()) {
      return items.count();
    }
  }

  @Override
  public void close() {
    calendar.close();
    session.close();
    application.close();
  }
}
