package org.tandemsync.mapi;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;

/**
 * ExceptionInfo and ExtendedException ([MS-OXOCAL] 2.2.1.44.2 and .4): what one occurrence has
 * otherwise than its series. What it does not change is null. Times are minutes since 1601 in the
 * local time of the series.
 *
 * @param start new start
 * @param end new end
 * @param originalStart when the pattern would have it start
 * @param flags OverrideFlags
 * @param subject in UTF-16 if the extended part has it
 * @param changeHighlight ChangeHighlight with its length, kept as it is
 * @param reserved1 reserved block before the texts of the extended part
 * @param reserved2 reserved block behind them
 */
public record ExceptionBlob(
    long start,
    long end,
    long originalStart,
    int flags,
    @Nullable String subject,
    @Nullable Integer meetingState,
    @Nullable Integer reminderDelta,
    @Nullable Integer reminderSet,
    @Nullable String location,
    @Nullable Integer busyStatus,
    @Nullable Integer attachment,
    @Nullable Integer allDay,
    @Nullable Integer color,
    Bytes changeHighlight,
    Bytes reserved1,
    Bytes reserved2) {

  public static final int SUBJECT = 0x0001;
  public static final int MEETING = 0x0002;
  public static final int REMINDER_DELTA = 0x0004;
  public static final int REMINDER_SET = 0x0008;
  public static final int LOCATION = 0x0010;
  public static final int BUSY = 0x0020;
  public static final int ATTACHMENT = 0x0040;
  public static final int ALL_DAY = 0x0080;
  public static final int COLOR = 0x0100;
  public static final int OWN_BODY = 0x0200;

  static ExceptionBlob read(BlobReader in, Charset ansi) {
    long start = in.u32();
    long end = in.u32();
    long original = in.u32();
    int flags = in.u16();
    return new ExceptionBlob(
        start,
        end,
        original,
        flags,
        (flags & SUBJECT) == 0 ? null : in.shortText(ansi),
        number(in, flags & MEETING),
        number(in, flags & REMINDER_DELTA),
        number(in, flags & REMINDER_SET),
        (flags & LOCATION) == 0 ? null : in.shortText(ansi),
        number(in, flags & BUSY),
        number(in, flags & ATTACHMENT),
        number(in, flags & ALL_DAY),
        number(in, flags & COLOR),
        Bytes.EMPTY,
        Bytes.EMPTY,
        Bytes.EMPTY);
  }

  private static @Nullable Integer number(BlobReader in, int flag) {
    return flag == 0 ? null : in.i32();
  }

  private boolean hasTexts() {
    return (flags & (SUBJECT | LOCATION)) != 0;
  }

  ExceptionBlob readExtended(BlobReader in, boolean highlighted) {
    Bytes highlight = highlighted ? in.sized() : Bytes.EMPTY;
    Bytes before = in.sized();
    String wideSubject = subject;
    String wideLocation = location;
    Bytes behind = Bytes.EMPTY;
    if (hasTexts()) {
      in.take(12);
      wideSubject = (flags & SUBJECT) == 0 ? subject : in.wideText();
      wideLocation = (flags & LOCATION) == 0 ? location : in.wideText();
      behind = in.sized();
    }
    return new ExceptionBlob(
        start,
        end,
        originalStart,
        flags,
        wideSubject,
        meetingState,
        reminderDelta,
        reminderSet,
        wideLocation,
        busyStatus,
        attachment,
        allDay,
        color,
        highlight,
        before,
        behind);
  }

  void write(BlobWriter out, Charset ansi) {
    out.u32(start);
    out.u32(end);
    out.u32(originalStart);
    out.u16(flags);
    text(out, subject, ansi);
    number(out, meetingState);
    number(out, reminderDelta);
    number(out, reminderSet);
    text(out, location, ansi);
    number(out, busyStatus);
    number(out, attachment);
    number(out, allDay);
    number(out, color);
  }

  private static void text(BlobWriter out, @Nullable String text, Charset ansi) {
    if (text != null) {
      out.shortText(text, ansi);
    }
  }

  private static void number(BlobWriter out, @Nullable Integer value) {
    if (value != null) {
      out.u32(value);
    }
  }

  void writeExtended(BlobWriter out, boolean highlighted) {
    if (highlighted) {
      out.sized(changeHighlight);
    }
    out.sized(reserved1);
    if (hasTexts()) {
      out.u32(start);
      out.u32(end);
      out.u32(originalStart);
      if (subject != null) {
        out.wideText(subject);
      }
      if (location != null) {
        out.wideText(location);
      }
      out.sized(reserved2);
    }
  }

  /** An occurrence that differs in nothing but its times. */
  public static Builder builder(long originalStart) {
    return new Builder(
        new ExceptionBlob(
            0,
            0,
            originalStart,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Bytes.of(new byte[4]),
            Bytes.EMPTY,
            Bytes.EMPTY));
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Changes one thing at a time; the flags follow. */
  public static final class Builder {
    private final ExceptionBlob before;
    private long start;
    private long end;
    private long originalStart;
    private int ownBody;
    private @Nullable String subject;
    private @Nullable Integer meetingState;
    private @Nullable Integer reminderDelta;
    private @Nullable Integer reminderSet;
    private @Nullable String location;
    private @Nullable Integer busyStatus;
    private @Nullable Integer attachment;
    private @Nullable Integer allDay;

    private Builder(ExceptionBlob before) {
      this.before = before;
      start = before.start;
      end = before.end;
      originalStart = before.originalStart;
      ownBody = before.flags & OWN_BODY;
      subject = before.subject;
      meetingState = before.meetingState;
      reminderDelta = before.reminderDelta;
      reminderSet = before.reminderSet;
      location = before.location;
      busyStatus = before.busyStatus;
      attachment = before.attachment;
      allDay = before.allDay;
    }

    public Builder times(long original, long from, long to) {
      originalStart = original;
      start = from;
      end = to;
      return this;
    }

    public Builder subject(String value) {
      subject = value;
      return this;
    }

    public Builder location(String value) {
      location = value;
      return this;
    }

    public Builder meetingState(int value) {
      meetingState = value;
      return this;
    }

    /** With null for the minutes those of the series. */
    public Builder reminder(boolean set, @Nullable Integer minutes) {
      reminderSet = set ? 1 : 0;
      reminderDelta = minutes;
      return this;
    }

    public Builder busyStatus(int value) {
      busyStatus = value;
      return this;
    }

    public Builder allDay(boolean value) {
      allDay = value ? 1 : 0;
      return this;
    }

    /** Whether the occurrence has files of its own. */
    public Builder attachment(boolean value) {
      attachment = value ? 1 : 0;
      return this;
    }

    public Builder ownBody() {
      ownBody = OWN_BODY;
      return this;
    }

    private int flags() {
      int known = SUBJECT | MEETING | REMINDER_DELTA | REMINDER_SET | LOCATION | BUSY;
      known |= ATTACHMENT | ALL_DAY;
      int flags = before.flags & ~known | ownBody;
      flags |= subject == null ? 0 : SUBJECT;
      flags |= meetingState == null ? 0 : MEETING;
      flags |= reminderDelta == null ? 0 : REMINDER_DELTA;
      flags |= reminderSet == null ? 0 : REMINDER_SET;
      flags |= location == null ? 0 : LOCATION;
      flags |= busyStatus == null ? 0 : BUSY;
      flags |= attachment == null ? 0 : ATTACHMENT;
      return flags | (allDay == null ? 0 : ALL_DAY);
    }

    public ExceptionBlob build() {
      return new ExceptionBlob(
          start,
          end,
          originalStart,
          flags(),
          subject,
          meetingState,
          reminderDelta,
          reminderSet,
          location,
          busyStatus,
          attachment,
          allDay,
          before.color,
          before.changeHighlight,
          before.reserved1,
          before.reserved2);
    }
  }
}
