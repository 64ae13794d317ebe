package org.tandemsync.dav.store;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.dav.client.SyncToken;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Listing;

/** What a listing is gone on from later: a sync token (RFC 6578) or a ctag, and its day. */
final class Checkpoints {
  /**
   * Our checkpoints say what they are: SOGo answers to any token, also to one that was never its
   * own. And they have the day of the last complete listing: after a week there is another one, for
   * a change that a token passed over would stay hidden for ever.
   */
  private static final Pattern CHECKPOINT =
      Pattern.compile("(sync-token|ctag) (?:([0-9]{1,7}) )?(.+)", Pattern.DOTALL);

  /** A checkpoint whose token ends in a number, behind something that is none. */
  private static final Pattern COUNTED =
      Pattern.compile("sync-token [0-9]{1,7} (.*[^0-9]|)([0-9]{1,18})", Pattern.DOTALL);

  private static final int LISTED_AFTER_DAYS = 7;

  private final InstantSource clock;

  Checkpoints(InstantSource clock) {
    this.clock = clock;
  }

  /** What a checkpoint holds, or null if it is another one, or too old. */
  @Nullable String value(@Nullable Checkpoint since, String kind) {
    if (since == null) {
      return null;
    }
    Matcher parts = CHECKPOINT.matcher(since.value());
    if (!parts.matches() || !parts.group(1).equals(kind)) {
      return null;
    }
    String day = parts.group(2);
    long age = day == null ? 0 : today() - Long.parseLong(day);
    return age >= 0 && age < LISTED_AFTER_DAYS ? parts.group(3) : null;
  }

  Checkpoint of(String kind, String value) {
    return new Checkpoint(kind + " " + today() + " " + value);
  }

  private long today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }

  /** The day of a checkpoint is that of the last complete listing. */
  @Nullable Checkpoint next(
      Optional<SyncToken> token, Optional<SyncToken> since, @Nullable Checkpoint before) {
    if (token.isEmpty()) {
      return null;
    }
    if (since.isEmpty() || before == null) {
      return of("sync-token", token.get().value());
    }
    Matcher parts = CHECKPOINT.matcher(before.value());
    String day = parts.matches() ? parts.group(2) : null;
    return day == null
        ? of("sync-token", token.get().value())
        : new Checkpoint("sync-token " + day + " " + token.get().value());
  }

  /** The token of a checkpoint that is too old to go on from, or null. */
  @Nullable String outdated(@Nullable Checkpoint since) {
    Matcher parts = CHECKPOINT.matcher(since == null ? "" : since.value());
    return parts.matches()
            && parts.group(1).equals("sync-token")
            && value(since, "sync-token") == null
        ? parts.group(3)
        : null;
  }

  /**
   * Whether the server's tokens are numbers (sabre/dav, Nextcloud, SOGo, DAViCal) and it gives a
   * lower one than before.
   */
  static boolean wentBack(@Nullable Checkpoint since, Listing now) {
    Checkpoint next = now.next();
    Matcher before = COUNTED.matcher(since == null ? "" : since.value());
    Matcher after = COUNTED.matcher(next == null ? "" : next.value());
    return before.matches()
        && after.matches()
        && before.group(1).equals(after.group(1))
        && Long.parseLong(after.group(2)) < Long.parseLong(before.group(2));
  }

  /** SOGo's tokens do; another server at the same address would have others. */
  static boolean countsSeconds(String token) {
    return token.matches("-?[0-9]{1,11}");
  }
}
