package org.tandemsync.items;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue of what can be lost between Outlook and a server. Users look the numbers up in
 * docs/losses.md: a number is never given to another kind, not even when its kind is gone.
 */
public enum LossKind {
  NO_UID(1, "the item on the server has no UID, so one was made up for it"),
  BAD_VALUE(2, "a value is not what its property allows; Outlook shows the default"),
  BAD_DATE(3, "a date of a task cannot be read; Outlook shows none"),
  BAD_END(4, "the end of an event cannot be read; Outlook shows the usual length"),
  END_BEFORE_START(5, "an event ends before it starts; Outlook shows it without length"),
  DUE_BEFORE_START(6, "a task is due before it starts; Outlook shows no due date"),
  UNKNOWN_TIME_ZONE(7, "a time zone is neither known nor defined; your own is taken instead"),
  BAD_PERCENT(8, "a percentage is no number; Outlook shows 0 %"),
  BAD_PRIORITY(9, "a priority is not 0 to 9; Outlook shows normal importance"),
  RULE_NOT_REPRESENTABLE(10, "Outlook has no such rule; it shows the first occurrence only"),
  RULE_SHOWN_UNTIL(11, "Outlook shows the occurrences of a rule that it lacks up to a date only"),
  RULE_PART_IGNORED(12, "a part of a rule makes no sense and was passed over"),
  FURTHER_RULE(13, "a series has several rules; Outlook shows the first"),
  RDATE_NOT_REPRESENTABLE(14, "Outlook has no occurrences outside of the rule"),
  EXRULE_NOT_REPRESENTABLE(15, "Outlook has no rule for what does not take place"),
  BAD_EXDATE(16, "the date of a deleted occurrence cannot be read"),
  EXDATE_WITHOUT_OCCURRENCE(17, "an occurrence is deleted that the rule does not have"),
  THIS_AND_FUTURE(18, "a change of all following occurrences is shown up to a date only"),
  OVERRIDE_NOT_REPRESENTABLE(19, "a changed occurrence does not fit Outlook's series"),
  OVERRIDES_WITHOUT_MASTER(20, "of occurrences without their series Outlook shows the first"),
  FURTHER_EVENT(21, "a file holds an event twice; Outlook shows the last"),
  FURTHER_TASK(22, "Outlook has no changed occurrences of tasks; it shows the first"),
  ALARM_NOT_REPRESENTABLE(23, "Outlook cannot remind at such a time"),
  FURTHER_ALARM(24, "an item has several alarms; Outlook has one reminder"),
  COLOR_NOT_REPRESENTABLE(25, "a colour is none that can be shown"),
  CONFERENCE_NOT_REPRESENTABLE(26, "a conference has no web address"),
  RICH_TEXT_OUTDATED(27, "the formatted text says something else than the plain one, which counts"),
  ATTACHMENT_NOT_READABLE(28, "an attachment cannot be read"),
  ATTACHMENT_TOO_LARGE(29, "an attachment is above the limit; only its name is on the server"),
  NO_PLACE_LEFT(30, "Outlook has no field left for a further value of this kind"),
  ONLY_FIRST_KEPT(31, "there are several values; Outlook has one and shows the first"),
  NOT_UNDERSTOOD(32, "a value is spelled in a way that is not known"),
  DATE_NOT_WHOLE(33, "Outlook has no dates without year, month or day"),
  GENDER_NOT_KNOWN(34, "Outlook knows female and male"),
  KEY_NOT_X509(35, "Outlook holds X.509 certificates, no other keys"),
  MEMBER_NOT_SHOWN(36, "a member of a list is nobody that Outlook could show"),
  PHOTO_ELSEWHERE(37, "a photo is a link; it is not fetched"),
  PHOTO_NOT_SHOWN(38, "a photo cannot be read, or is a further one"),
  PROPERTY_NOT_SHOWN(39, "Outlook has no field for this property"),
  NO_MAIL_ADDRESS(40, "somebody has no mail address (an Exchange name has none), only a name"),
  RULE_NOT_WRITTEN(41, "the server's format has no such rule (tasks that begin anew when done)"),
  NOT_HELD(42, "the other side cannot hold this value"),
  HELD_OTHERWISE(43, "the other side holds this value in another form"),
  OCCURRENCE_CHANGED(44, "a changed occurrence is held in another form"),
  FORMATTING_CHANGED(45, "the text came across, its formatting did not or not all of it"),
  OBJECT_NOT_READ(46, "an attached object (a message, an OLE object) is not brought across"),
  USER_PROPERTY_NOT_READ(47, "a user-defined field is no text and is not brought across"),
  TIME_OF_DAY_NOT_SHOWN(48, "Outlook's tasks have dates; the time of day stays on the server"),
  ORGANIZERS_PART(49, "an attendee cannot change this of a meeting; it stays the organizer's");

  private final int number;
  private final String sense;

  LossKind(int number, String sense) {
    this.number = number;
    this.sense = sense;
  }

  /** The number by which users find it: 12 is shown as L12. */
  public int number() {
    return number;
  }

  /** The stable name in JSON: "rule-not-representable". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means, in plain words. */
  public String sense() {
    return sense;
  }

  /** The kind with a number; empty for one of a newer version. */
  public static Optional<LossKind> of(int number) {
    return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
  }
}
