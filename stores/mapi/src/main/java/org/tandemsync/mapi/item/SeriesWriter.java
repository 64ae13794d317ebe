package org.tandemsync.mapi.item;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Timing;
import org.tandemsync.mapi.AppointmentRecurrenceBlob;
import org.tandemsync.mapi.CodePages;
import org.tandemsync.mapi.ExceptionBlob;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.RecurrenceBlob;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.item.ZoneCodec.ItemZone;

/** Writes the blob of a series, with its changed occurrences. */
final class SeriesWriter {
  private static final int DAY_MINUTES = 1440;
  private static final long READER = AppointmentRecurrenceBlob.READER_VERSION;
  private static final long WRITER = AppointmentRecurrenceBlob.WRITER_VERSION;

  private final Appointment item;
  private final Recurrence recurrence;
  private final MessageEdit edit;
  private final ItemZone zone;
  private final ItemZone endZone;

  SeriesWriter(
      Appointment item, Recurrence recurrence, MessageEdit edit, ItemZone zone, ItemZone endZone) {
    this.item = item;
    this.recurrence = recurrence;
    this.edit = edit;
    this.zone = zone;
    this.endZone = endZone;
  }

  /** The series that a message is, if it is one. */
  static Optional<AppointmentRecurrenceBlob> blob(MessageEdit edit) {
    Span bytes = edit.before().properties().bytes(AppointmentCodec.RECURRENCE);
    return edit.before().properties().flag(AppointmentCodec.RECURRING) && !bytes.isEmpty()
        ? Optional.of(AppointmentRecurrenceBlob.parse(bytes, edit.before().properties().ansi()))
        : Optional.empty();
  }

  /**
   * Writes the blob and the messages of changed occurrences.
   *
   * @param changed the fields that changed
   */
  void write(ExceptionWriter exceptions, Set<String> changed) {
    Optional<AppointmentRecurrenceBlob> before = blob(edit);
    List<ExceptionBlob> blobs =
        exceptions.write(before.map(AppointmentRecurrenceBlob::exceptions).orElse(List.of()));
    boolean moved =
        before.isEmpty()
            || changed.contains("timing")
            || changed.contains("recurrence")
            || changed.contains("exceptions");
    RecurrenceBlob pattern =
        moved
            ? RecurrenceWriter.blob(
                recurrence,
                before.map(AppointmentRecurrenceBlob::pattern),
                item.exceptions().stream().map(e -> e.originalStart().toLocalDate()).toList(),
                blobs.stream().map(b -> FileTime.ofMinutes(b.start()).toLocalDate()).toList())
            : before.orElseThrow().pattern();
    long start = startOffset();
    long end = start + length();
    AppointmentRecurrenceBlob blob =
        new AppointmentRecurrenceBlob(
            pattern,
            before.map(AppointmentRecurrenceBlob::readerVersion).orElse(READER),
            before.map(AppointmentRecurrenceBlob::writerVersion).orElse(WRITER),
            moved ? start : before.orElseThrow().startOffset(),
            moved ? end : before.orElseThrow().endOffset(),
            blobs,
            before.map(AppointmentRecurrenceBlob::reserved1).orElse(Bytes.EMPTY),
            before.map(AppointmentRecurrenceBlob::reserved2).orElse(Bytes.EMPTY));
    if (!before.equals(Optional.of(blob))) {
      edit.properties().bytes(AppointmentCodec.RECURRENCE, blob.encode(ansi()));
    }
  }

  private Charset ansi() {
    return edit.isNew() ? CodePages.WESTERN : edit.before().properties().ansi();
  }

  private long startOffset() {
    LocalDateTime start = item.timing().start();
    return ChronoUnit.MINUTES.between(start.toLocalDate().atStartOfDay(), start);
  }

  /** Minutes: by the clock within one zone, and of the real time between two. */
  private long length() {
    Timing timing = item.timing();
    if (timing.allDay()) {
      return DAY_MINUTES
          * ChronoUnit.DAYS.between(timing.start().toLocalDate(), timing.end().toLocalDate());
    }
    return timing.startZone().equals(timing.endZone())
        ? ChronoUnit.MINUTES.between(timing.start(), timing.end())
        : Duration.between(zone.instant(timing.start()), endZone.instant(timing.end())).toMinutes();
  }

  /** Exceptions in the order of their original starts. */
  static List<ExceptionalOccurrence> sorted(Appointment item) {
    List<ExceptionalOccurrence> all = new ArrayList<>(item.exceptions());
    all.sort(Comparator.comparing(ExceptionalOccurrence::originalStart));
    return all;
  }
}
