package org.tandemsync.testkit;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Wording;

/**
 * Options that change how notes look to the right side, and which of them take part.
 *
 * @param hides the text of some notes is not for the right side ({@link #isHidden})
 * @param whispers an exclamation mark at the end of a text is not shown on the right side
 * @param filters only notes with the tag {@link #FILTER} take part; the right side has all of its
 *     notes in it and never sees the tag
 * @param deletes a note that loses that tag is deleted on the right side
 */
public record Look(boolean hides, boolean whispers, boolean filters, boolean deletes)
    implements Wording<Note> {
  /** Nothing special. */
  public static final Look PLAIN = new Look(false, false, false, false);

  public static final String FILTER = "F";
  public static final String MASK = "masked";

  static Look random(Random random) {
    return new Look(
        random.nextBoolean(), random.nextBoolean(), random.nextInt(3) == 0, random.nextBoolean());
  }

  /** The same with one option less. */
  List<Look> simpler() {
    return Stream.of(
            new Look(false, whispers, filters, deletes),
            new Look(hides, false, filters, deletes),
            new Look(hides, whispers, false, deletes),
            new Look(hides, whispers, filters, false))
        .filter(look -> !look.equals(this))
        .toList();
  }

  /** Notes whose title ends so are hidden. */
  static boolean isHidden(Note note) {
    return note.title().endsWith("3") || note.title().endsWith("6") || note.title().endsWith("9");
  }

  @Override
  public boolean isSame() {
    return !hides && !whispers && !filters;
  }

  @Override
  public Note shown(Note left) {
    Note note = left;
    if (whispers && note.text().endsWith("!")) {
      note = note.withText(note.text().substring(0, note.text().length() - 1));
    }
    if (hides && isHidden(note)) {
      note = note.withText(MASK);
    }
    return filters ? note.minus(FILTER) : note;
  }

  @Override
  public Note understood(Note right) {
    return filters ? right.plus(FILTER) : right;
  }

  @Override
  public Set<String> insists(Note left) {
    return outward(left);
  }

  @Override
  public Set<String> outward(Note left) {
    return hides && isHidden(left) ? Set.of("text") : Set.of();
  }

  /** Whether a note that is not linked takes part. */
  public boolean includes(Side side, Note note) {
    return !filters || side == Side.RIGHT || note.tags().contains(FILTER);
  }

  boolean leaves(Note base, Note now) {
    return filters && deletes && includes(Side.LEFT, base) && !includes(Side.LEFT, now);
  }
}
