package org.tandemsync.convert.calendar;

import java.util.Set;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.MeetingStatus;

/**
 * SUMMARY and STATUS. A cancelled meeting is Outlook's cancelled meeting; anything else that is
 * cancelled shows it in front of its subject, as Android writes deleted occurrences that way.
 */
final class EventSummary implements CalendarProperty<Appointment, Appointment.Builder> {
  static final String PREFIX = "Cancelled: ";

  /** On the STATUS of an occurrence that Outlook still shows: otherwise it is a deleted one. */
  private static final String SHOWN = "X-TANDEM-SHOWN";

  @Override
  public Set<String> fields() {
    return Set.of("subject", "meeting");
  }

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    into.subject(subject(from, context));
  }

  private static String subject(Component event, Context context) {
    ContentLine line = event.first("SUMMARY");
    String summary = line == null ? "" : line.text();
    boolean shown =
        isCancelled(event)
            && EventMeeting.status(event, context) == MeetingStatus.NON_MEETING
            && !summary.startsWith(PREFIX.strip());
    return shown ? PREFIX + summary : summary;
  }

  static boolean isCancelled(Component event) {
    ContentLine status = event.first("STATUS");
    return status != null && status.value().strip().equalsIgnoreCase("CANCELLED");
  }

  /** Whether the override says that its occurrence does not take place any more. */
  static boolean isDeletion(Component override) {
    ContentLine status = override.first("STATUS");
    return status != null && isCancelled(override) && !status.hasParameter(SHOWN, "TRUE");
  }

  @Override
  public void write(Appointment item, Component into, Context context) {
    String wanted = TextValue.legal(item.subject());
    boolean cancelled =
        switch (item.meeting().status()) {
          // an occurrence that is cancelled is a deleted one
          case NON_MEETING -> wanted.startsWith(PREFIX) && !context.isOverride();
          case MEETING, RECEIVED -> false;
          case CANCELED, RECEIVED_AND_CANCELED -> true;
        };
    ContentLine status = into.first("STATUS");
    boolean deleted = context.isOverride() && isDeletion(into);
    if (cancelled && (deleted || !isCancelled(into))) {
      ContentLine line =
          status == null ? ContentLine.of("STATUS", "CANCELLED") : status.withValue("CANCELLED");
      into.put(context.isOverride() ? line.withParameter(SHOWN, "TRUE") : line);
    } else if (!cancelled && isCancelled(into) && status != null) {
      into.replace(status, status.withValue("CONFIRMED"));
    }
    ContentLine summary = into.first("SUMMARY");
    boolean saysSo =
        cancelled
            && item.meeting().status() == MeetingStatus.NON_MEETING
            && summary != null
            && wanted.equals(PREFIX + summary.text());
    if (!saysSo) {
      TextProperty.write("SUMMARY", wanted, false, into);
    }
  }
}
