package org.tandemsync.convert;

import java.util.Locale;

/**
 * How new lines of events and tasks are spelled. What is on a server is read whatever its spelling,
 * and keeps it: so no item reads differently because one of these changed.
 *
 * @param meetings of own meetings
 * @param tasks of VTODOs
 * @param html whether formatted texts go to the server, as X-ALT-DESC; the plain text always does
 * @param classOfPublic whether a new item that is not private says CLASS:PUBLIC; else it says
 *     nothing, and the server's own default counts
 */
public record CalendarSpelling(
    Meetings meetings, Tasks tasks, boolean html, boolean classOfPublic) {
  /** What most servers and phones take. */
  public static final CalendarSpelling USUAL =
      new CalendarSpelling(Meetings.USUAL, Tasks.USUAL, true, true);

  /**
   * The lines of meetings.
   *
   * @param invitations who sends the invitations
   * @param sogoNotifies false to ask SOGo, which does not know SCHEDULE-AGENT, to send no mail
   * @param onBehalfOf the mail address that own new meetings have as organizer, lower case, with
   *     the user as SENT-BY; empty: the user organizes them
   */
  public record Meetings(Invitations invitations, boolean sogoNotifies, String onBehalfOf) {
    /** Outlook sends, in the user's own name. */
    public static final Meetings USUAL = new Meetings(Invitations.OUTLOOK, true, "");

    public Meetings {
      onBehalfOf = onBehalfOf.strip().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The lines of tasks.
   *
   * @param floatingTimes whether new dates are times without zone, 00:00:00 and 23:59:59, for
   *     servers that take no dates
   * @param fixedReminders whether new reminders have a point in time and not one relative to the
   *     start, as iOS wants it
   * @param deferredIsOpen whether a deferred task is NEEDS-ACTION with a mark and not CANCELLED,
   *     which other programs hide
   */
  public record Tasks(boolean floatingTimes, boolean fixedReminders, boolean deferredIsOpen) {
    /** Dates, and reminders that move with the start. */
    public static final Tasks USUAL = new Tasks(false, false, false);
  }

  public CalendarSpelling with(Meetings other) {
    return new CalendarSpelling(other, tasks, html, classOfPublic);
  }

  public CalendarSpelling with(Tasks other) {
    return new CalendarSpelling(meetings, other, html, classOfPublic);
  }

  public CalendarSpelling withHtml(boolean written) {
    return new CalendarSpelling(meetings, tasks, written, classOfPublic);
  }

  public CalendarSpelling withClassOfPublic(boolean written) {
    return new CalendarSpelling(meetings, tasks, html, written);
  }
}
