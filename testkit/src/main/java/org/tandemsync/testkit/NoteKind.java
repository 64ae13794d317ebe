package org.tandemsync.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.ItemKind;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Wording;

/**
 * What the engine knows of a {@link Note}.
 *
 * @param look how notes look to the right side
 * @param today notes of later days ({@code "title @2026-03-01"}) do not take part; null: all do
 */
public record NoteKind(Look look, @Nullable LocalDate today) implements ItemKind<Note> {

  public NoteKind(Look look) {
    this(look, null);
  }

  /** Notes look the same everywhere. */
  public NoteKind() {
    this(Look.PLAIN);
  }

  @Override
  public Wording<Note> wording() {
    return look;
  }

  @Override
  public boolean selects(Side side) {
    return today != null || (look.filters() && side == Side.LEFT);
  }

  @Override
  public boolean includes(Side side, Note note) {
    return look.includes(side, note) && joins(side, note).isEmpty();
  }

  @Override
  public Optional<LocalDate> joins(Side side, Note note) {
    int at = note.title().indexOf('@');
    return today == null || at < 0
        ? Optional.empty()
        : Optional.of(LocalDate.parse(note.title().substring(at + 1)))
            .filter(day -> day.isAfter(today));
  }

  @Override
  public boolean hasCome(LocalDate day) {
    return today == null || !day.isAfter(today);
  }

  @Override
  public boolean letsLeave() {
    return look.filters() && look.deletes();
  }

  @Override
  public Optional<String> leaves(Note base, Note now) {
    return look.leaves(base, now) ? Optional.of("no longer in " + Look.FILTER) : Optional.empty();
  }

  private static final Note BLANK = Note.of("", "", "");
  private static final Set<String> FIELDS = Set.of("title", "text", "tags");

  private record Scalar(
      String name, Function<Note, String> get, BiFunction<Note, String, Note> set) {}

  private static final List<Scalar> SCALARS =
      List.of(
          new Scalar("title", Note::title, Note::withTitle),
          new Scalar("text", Note::text, Note::withText));

  @Override
  public Set<String> fields(Note like) {
    return FIELDS;
  }

  @Override
  public List<Merged.FieldClash> values(Set<String> fields, Note left, Note right) {
    return SCALARS.stream()
        .filter(field -> fields.contains(field.name))
        .map(
            field ->
                new Merged.FieldClash(field.name, field.get.apply(left), field.get.apply(right)))
        .toList();
  }

  @Override
  public Set<String> differing(Note a, Note b) {
    Set<String> names = new LinkedHashSet<>();
    for (Scalar field : SCALARS) {
      if (!field.get.apply(a).equals(field.get.apply(b))) {
        names.add(field.name);
      }
    }
    if (!a.tags().equals(b.tags())) {
      names.add("tags");
    }
    return names;
  }

  @Override
  public Note overlay(Note onto, Note from, Set<String> fields) {
    Note note = onto;
    for (Scalar field : SCALARS) {
      if (fields.contains(field.name)) {
        note = field.set.apply(note, field.get.apply(from));
      }
    }
    return fields.contains("tags") ? note.withTags(from.tags()) : note;
  }

  @Override
  public Note blank(Note like) {
    return BLANK;
  }

  @Override
  public Merged<Note> merge(Note lb, Note left, Note rb, Note right, @Nullable Side winner) {
    Note newLeft = left;
    Note newRight = right;
    Set<String> agreed = new LinkedHashSet<>();
    List<Merged.FieldClash> clashes = new ArrayList<>();
    for (Scalar field : SCALARS) {
      String l = field.get.apply(left);
      String r = field.get.apply(right);
      boolean leftChanged = !l.equals(field.get.apply(lb));
      boolean rightChanged = !r.equals(field.get.apply(rb));
      if (!leftChanged && !rightChanged) {
        continue;
      }
      Side from = leftChanged ? Side.LEFT : Side.RIGHT;
      if (leftChanged && rightChanged && !l.equals(r)) {
        clashes.add(new Merged.FieldClash(field.name, l, r));
        if (winner == null) {
          continue;
        }
        from = winner;
      }
      newRight = from == Side.LEFT ? field.set.apply(newRight, l) : newRight;
      newLeft = from == Side.RIGHT ? field.set.apply(newLeft, r) : newLeft;
      agreed.add(field.name);
    }
    SortedSet<String> leftTags = mergeTags(lb.tags(), left.tags(), rb.tags(), right.tags());
    SortedSet<String> rightTags = mergeTags(rb.tags(), right.tags(), lb.tags(), left.tags());
    if (!lb.tags().equals(left.tags()) || !rb.tags().equals(right.tags())) {
      newLeft = newLeft.withTags(leftTags);
      newRight = newRight.withTags(rightTags);
      agreed.add("tags");
    }
    return new Merged<>(
        newLeft, newRight, differing(left, newLeft), differing(right, newRight), agreed, clashes);
  }

  /** {@code here} with what the other side added and without what it removed. */
  private static SortedSet<String> mergeTags(
      Set<String> baseHere, Set<String> here, Set<String> baseThere, Set<String> there) {
    SortedSet<String> tags = new TreeSet<>(here);
    for (String tag : there) {
      if (!baseThere.contains(tag)) {
        tags.add(tag);
      }
    }
    for (String tag : baseThere) {
      if (!there.contains(tag) && baseHere.contains(tag)) {
        tags.remove(tag);
      }
    }
    return tags;
  }

  @Override
  public Note visible(Note note) {
    return note.withHidden("").withModified(0);
  }

  @Override
  public boolean takesPart(String field) {
    return !field.equals("hidden");
  }

  @Override
  public Optional<String> uid(Note note) {
    return note.uid().isEmpty() ? Optional.empty() : Optional.of(note.uid());
  }

  @Override
  public Note withUid(Note note, String uid) {
    return note.withUid(uid);
  }

  @Override
  public Optional<String> contentKey(Note note) {
    return note.title().isEmpty() ? Optional.empty() : Optional.of(note.title());
  }

  @Override
  public String title(Note note) {
    return note.title();
  }

  @Override
  public Optional<Instant> modified(Note note) {
    return note.modified() == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(note.modified()));
  }
}
