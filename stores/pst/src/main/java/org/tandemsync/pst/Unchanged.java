package org.tandemsync.pst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.pst.format.Header;
import org.tandemsync.sync.Checkpoint;

/**
 * Tells whether a data file is as it was at an earlier listing: its size and time, and all counters
 * and roots of its header. Each write of Outlook's or ours counts the header up and moves the roots
 * ([MS-PST] 2.6.1); a copy that was put back, and went on counting from there, has another time.
 *
 * <p>After a week everything is listed anew, for what a program may have hidden.
 */
final class Unchanged {
  /** The day of the last complete listing, whether we have written since, and the state. */
  private static final Pattern CHECKPOINT = Pattern.compile("pst ([0-9]{1,7})(\\+?) (.+)");

  /** Where {@link #state} has the counter of blocks: behind size, time and the unique number. */
  private static final Pattern NEXT_BLOCK =
      Pattern.compile("[0-9]+ [^ ]+ [0-9a-f]+ ([0-9a-f]{1,15}) .*");

  private static final int LISTED_AFTER_DAYS = 7;

  private final @Nullable String file;
  private final long today;

  /** To be made before the header is read: what is written in between shows in the next run. */
  private Unchanged(@Nullable String file, long today) {
    this.file = file;
    this.today = today;
  }

  static Unchanged of(Path path, Instant now) {
    long today = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
    try {
      BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
      return new Unchanged(
          String.format(Locale.ROOT, "%d %s", seen.size(), seen.lastModifiedTime()), today);
    } catch (IOException readingTheFileWillTell) {
      return new Unchanged(null, today);
    }
  }

  /** Whether the file is as it was, and its last complete listing is not long ago. */
  boolean since(@Nullable Checkpoint before, Header header) {
    Matcher parts = CHECKPOINT.matcher(before == null ? "" : before.value());
    if (file == null || !parts.matches()) {
      return false;
    }
    long age = today - Long.parseLong(parts.group(1));
    return age >= 0 && age < LISTED_AFTER_DAYS && parts.group(3).equals(state(header));
  }

  /** Whether a checkpoint is from behind writes of ours, before which the folder was examined. */
  static boolean isBehindOwnWrites(Checkpoint checkpoint) {
    Matcher parts = CHECKPOINT.matcher(checkpoint.value());
    return parts.matches() && !parts.group(2).isEmpty();
  }

  /** Whether size and time of the file are the same. */
  boolean isSame(Unchanged other) {
    return file != null && file.equals(other.file);
  }

  /**
   * A listing's checkpoint, moved on behind what was written since; the listing itself is as old as
   * it was.
   */
  Checkpoint behindOwnWrites(Checkpoint listed, Header header) {
    Matcher parts = CHECKPOINT.matcher(listed.value());
    return file == null || !parts.matches()
        ? listed
        : new Checkpoint("pst " + parts.group(1) + "+ " + state(header));
  }

  /** Whether the file is older than the checkpoint: its counter of blocks has gone back. */
  boolean isBefore(@Nullable Checkpoint checkpoint, Header header) {
    Matcher parts = CHECKPOINT.matcher(checkpoint == null ? "" : checkpoint.value());
    Matcher counter = NEXT_BLOCK.matcher(parts.matches() ? parts.group(3) : "");
    return counter.matches() && header.nextBlock() < Long.parseLong(counter.group(1), 16);
  }

  /** What a complete listing may go on from; null if the file cannot be told from another state. */
  @Nullable Checkpoint checkpoint(Header header) {
    return file == null ? null : new Checkpoint("pst " + today + " " + state(header));
  }

  private String state(Header header) {
    return String.format(
        Locale.ROOT,
        "%s %x %x %x %x %s %s",
        Objects.requireNonNull(file),
        header.unique(),
        header.nextBlock(),
        header.nextPage(),
        header.end(),
        header.nodes(),
        header.blocks());
  }
}
