package org.tandemsync.mapi;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as Windows counts them: 100 ns units, or minutes, since 1601. */
public final class FileTime {
  private static final Instant EPOCH = Instant.parse("1601-01-01T00:00:00Z");
  private static final LocalDateTime LOCAL_EPOCH = LocalDateTime.of(1601, 1, 1, 0, 0);

  /** From 4500 on Outlook means "never" or "no date" (4501-01-01, and 4500-08-31 23:59). */
  private static final Instant NO_DATE = Instant.parse("4500-01-01T00:00:00Z");

  private FileTime() {}

  /** A FILETIME; null for Outlook's "no date". */
  public static @Nullable Instant instant(long value) {
    if (value <= 0) {
      return null;
    }
    Instant instant = EPOCH.plusSeconds(value / 10_000_000).plusNanos(value % 10_000_000 * 100);
    return instant.isBefore(NO_DATE) ? instant : null;
  }

  /** A point in time as a FILETIME. */
  public static long value(Instant instant) {
    return (instant.getEpochSecond() - EPOCH.getEpochSecond()) * 10_000_000
        + instant.getNano() / 100;
  }

  /** Minutes since 1601, as in recurrence blobs. */
  public static LocalDateTime ofMinutes(long minutes) {
    return LOCAL_EPOCH.plusMinutes(minutes);
  }

  public static long minutes(LocalDateTime time) {
    return ChronoUnit.MINUTES.between(LOCAL_EPOCH, time);
  }
}
