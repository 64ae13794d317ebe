package org.tandemsync.items;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What makes an appointment a meeting. One value when merging.
 *
 * @param status whose meeting it is; {@link MeetingStatus#NON_MEETING} for a plain appointment
 * @param organizer who called it, or null
 * @param sender who acts on behalf of the organizer (SENT-BY, X-MS-OLK-SENDER), or null
 * @param sequence PidLidAppointmentSequence, SEQUENCE
 * @param ownResponse Outlook's ResponseStatus: what the user answered
 * @param replyTime when the user answered, UTC, or null
 * @param invited Outlook's FInvited: invitations were sent
 */
public record Meeting(
    MeetingStatus status,
    @Nullable Person organizer,
    @Nullable Person sender,
    int sequence,
    ResponseStatus ownResponse,
    @Nullable Instant replyTime,
    boolean invited) {
  /** A plain appointment. */
  public static final Meeting NONE =
      new Meeting(MeetingStatus.NON_MEETING, null, null, 0, ResponseStatus.NONE, null, false);
}
