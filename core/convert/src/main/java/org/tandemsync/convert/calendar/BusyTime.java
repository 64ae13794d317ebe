package org.tandemsync.convert.calendar;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.BusyStatus;

/** TRANSP, and X-MICROSOFT-CDO-BUSYSTATUS for what it cannot say ([MS-OXCICAL]). */
final class BusyTime implements CalendarProperty<Appointment, Appointment.Builder> {
  private static final String MICROSOFT = "X-MICROSOFT-CDO-BUSYSTATUS";
  private static final String SYNONYM = "X-MICROSOFT-MSNCALENDAR-BUSYSTATUS";

  @Override
  public Set<String> fields() {
    return Set.of("busy-status");
  }

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    into.busyStatus(status(from, context));
  }

  private static BusyStatus status(Component event, Context context) {
    String transparency = upper(event.first("TRANSP"));
    ContentLine first = event.first(MICROSOFT);
    String microsoft = upper(first == null ? event.first(SYNONYM) : first);
    if (!microsoft.isEmpty()) {
      return contradiction(named(microsoft), transparency);
    }
    if (transparency.equals("TRANSPARENT")) {
      return BusyStatus.FREE;
    }
    if (EventMeeting.awaitsAnswer(event, context)) {
      return BusyStatus.TENTATIVE;
    }
    if (transparency.isEmpty()) {
      switch (upper(event.first("STATUS"))) {
        case "TENTATIVE" -> {
          return BusyStatus.TENTATIVE;
        }
        case "CONFIRMED" -> {
          return BusyStatus.BUSY;
        }
        case "CANCELLED" -> {
          return BusyStatus.FREE;
        }
        default -> {
          if (EventTimes.timing(event, context).allDay()) {
            return BusyStatus.FREE;
          }
        }
      }
    }
    return BusyStatus.BUSY;
  }

  /** Most clients change TRANSP only, so it is right where the two contradict each other. */
  private static BusyStatus contradiction(BusyStatus microsoft, String transparency) {
    return switch (transparency) {
      case "TRANSPARENT" -> BusyStatus.FREE;
      case "OPAQUE" -> microsoft == BusyStatus.FREE ? BusyStatus.BUSY : microsoft;
      default -> microsoft;
    };
  }

  private static BusyStatus named(String microsoft) {
    return switch (microsoft) {
      case "FREE" -> BusyStatus.FREE;
      case "TENTATIVE" -> BusyStatus.TENTATIVE;
      case "OOF", "OUTOFOFFICE" -> BusyStatus.OUT_OF_OFFICE;
      case "WORKINGELSEWHERE" -> BusyStatus.WORKING_ELSEWHERE;
      default -> BusyStatus.BUSY;
    };
  }

  private static String upper(@Nullable ContentLine line) {
    return line == null ? "" : line.value().strip().toUpperCase(Locale.ROOT);
  }

  @Override
  public void write(Appointment item, Component into, Context context) {
    String microsoft =
        switch (item.busyStatus()) {
          case FREE -> "FREE";
          case TENTATIVE -> "TENTATIVE";
          case BUSY -> "BUSY";
          case OUT_OF_OFFICE -> "OOF";
          case WORKING_ELSEWHERE -> "WORKINGELSEWHERE";
        };
    put(into, "TRANSP", item.busyStatus() == BusyStatus.FREE ? "TRANSPARENT" : "OPAQUE");
    put(into, MICROSOFT, microsoft);
  }

  private static void put(Component into, String name, String value) {
    ContentLine line = into.first(name);
    into.put(line == null ? ContentLine.of(name, value) : line.withValue(value));
  }
}
