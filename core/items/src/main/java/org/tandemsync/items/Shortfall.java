package org.tandemsync.items;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is missing from an item that was written and read again. It compares as the engine does, so
 * that every field that comes back different has a loss.
 */
public final class Shortfall {
  private static final int LONGEST = 80;

  private final Set<String> fields;
  private final List<Loss> losses = new ArrayList<>();

  /** The difference at hand is none to a person. */
  private boolean harmless;

  private Shortfall(Set<String> fields) {
    this.fields = fields;
  }

  /**
   * The losses of a write.
   *
   * @param wanted what was to be written
   * @param held what is there afterwards
   * @param fields the names of those that were written
   */
  public static List<Loss> of(Item wanted, Item held, Set<String> fields) {
    Shortfall shortfall = new Shortfall(fields);
    if (wanted.type() == held.type()) {
      shortfall.compare(Fields.of(wanted.type()), wanted, held);
    }
    return List.copyOf(shortfall.losses);
  }

  private <I extends Item, B> void compare(Fields<I, B> all, Item wanted, Item held) {
    I before = all.cast(wanted);
    I after = all.cast(held);
    for (Field<I, B, ?> field : all.all()) {
      if (fields.contains(field.name()) && !field.same(before, after)) {
        int told = losses.size();
        harmless = false;
        compare(field, before, after, all.blank());
        if (losses.size() == told && !harmless) {
          lose(LossKind.HELD_OTHERWISE, field.name(), "it comes back in another form");
        }
      }
    }
  }

  private <I extends Item, V extends @Nullable Object> void compare(
      Field<I, ?, V> field, I wanted, I held, I blank) {
    V before = field.get().apply(wanted);
    V after = field.get().apply(held);
    String name = field.name();
    switch (before) {
      case Body body when after instanceof Body other -> body(name, body, other);
      case Meeting meeting when after instanceof Meeting other -> meeting(name, meeting, other);
      case Recurrence recurrence -> recurrence(name, recurrence, after);
      case List<?> list when after instanceof List<?> other -> list(name, list, other);
      case Map<?, ?> map when after instanceof Map<?, ?> other -> map(name, map, other);
      case null, default ->
          value(name, before, after, Objects.equals(after, field.get().apply(blank)));
    }
  }

  private void value(
      String field, @Nullable Object before, @Nullable Object after, boolean nothing) {
    String wanted = words(before);
    String held = words(after);
    if (nothing) {
      lose(LossKind.NOT_HELD, field, quoted(wanted) + " is not held");
    } else if (wanted.equals(held) || held.isEmpty()) {
      lose(LossKind.HELD_OTHERWISE, field, quoted(wanted) + " comes back in another form");
    } else {
      lose(LossKind.HELD_OTHERWISE, field, quoted(wanted) + " is held as " + quoted(held));
    }
  }

  private void body(String field, Body wanted, Body held) {
    if (!Text.sameIgnoringTrailingSpace(wanted.plain(), held.plain())) {
      value(field, wanted, held, held.plain().isBlank());
    } else if (wanted.html().isBlank()) {
      harmless = true; // there is more than was sent: nobody took the formatting away
    } else {
      lose(
          LossKind.FORMATTING_CHANGED,
          field,
          held.html().isEmpty()
              ? "only the plain text is held"
              : "the formatting is held otherwise");
    }
  }

  private void recurrence(String field, Recurrence wanted, @Nullable Object held) {
    if (held == null) {
      lose(LossKind.RULE_NOT_WRITTEN, field, quoted(words(wanted)) + " is not held");
    } else {
      value(field, wanted, held, false);
    }
  }

  private void meeting(String field, Meeting wanted, Meeting held) {
    person(field, "organizer", wanted.organizer(), held.organizer());
    person(field, "sender", wanted.sender(), held.sender());
    part(field, "status", wanted.status(), held.status());
    part(field, "number of changes", wanted.sequence(), held.sequence());
    part(field, "own answer", wanted.ownResponse(), held.ownResponse());
    part(field, "time of the answer", wanted.replyTime(), held.replyTime());
    part(field, "invitations sent", wanted.invited(), held.invited());
  }

  private void person(String field, String role, @Nullable Person wanted, @Nullable Person held) {
    if (wanted != null && !wanted.equals(held) && wanted.address().isEmpty()) {
      noAddress(field, role + " " + quoted(words(wanted)));
    } else {
      part(field, role, wanted, held);
    }
  }

  private void part(String field, String part, @Nullable Object wanted, @Nullable Object held) {
    if (!Objects.equals(wanted, held)) {
      String before = words(wanted);
      String after = words(held);
      lose(
          held == null ? LossKind.NOT_HELD : LossKind.HELD_OTHERWISE,
          field,
          part
              + " "
              + quoted(before)
              + (held == null || after.equals(before)
                  ? " is not held"
                  : " is held as " + quoted(after)));
    }
  }

  private void noAddress(String field, String who) {
    lose(LossKind.NO_MAIL_ADDRESS, field, who + " has no mail address");
  }

  private void list(String field, List<?> wanted, List<?> held) {
    for (Object element : wanted) {
      if (!held.contains(element)) {
        element(field, element, held);
      }
    }
  }

  private void element(String field, @Nullable Object wanted, List<?> held) {
    switch (wanted) {
      case Attendee attendee when attendee.person().address().isEmpty() ->
          noAddress(field, quoted(words(attendee.person())));
      case Attendee attendee when isSpelledOtherwise(attendee, attendees(held)) -> harmless = true;
      case Attendee attendee -> keyed(field, attendee, attendee.key(), attendees(held));
      case Member member -> keyed(field, member, member.key(), members(held));
      case Attachment attachment -> attachment(field, attachment, held);
      case ExceptionalOccurrence occurrence -> occurrence(field, occurrence, held);
      case null, default -> lose(LossKind.NOT_HELD, field, quoted(words(wanted)) + " is not held");
    }
  }

  /** Outlook repeats the address behind the name, which other programs do not. */
  private static boolean isSpelledOtherwise(Attendee wanted, Map<String, Attendee> held) {
    Attendee other = held.get(wanted.key());
    return other != null
        && other.type() == wanted.type()
        && other.response() == wanted.response()
        && wanted.person().name().startsWith(other.person().name())
        && wanted.person().name().endsWith(")");
  }

  private void keyed(String field, Object wanted, String key, Map<String, ?> held) {
    Object other = held.get(key);
    if (other == null) {
      lose(LossKind.NOT_HELD, field, quoted(words(wanted)) + " is not held");
    } else {
      value(field, wanted, other, false);
    }
  }

  private static Map<String, Attendee> attendees(List<?> list) {
    return byKey(list, Attendee.class, Attendee::key);
  }

  private static Map<String, Member> members(List<?> list) {
    return byKey(list, Member.class, Member::key);
  }

  private static <E> Map<String, E> byKey(List<?> list, Class<E> type, Function<E, String> key) {
    Map<String, E> map = new java.util.HashMap<>();
    list.stream().map(type::cast).forEach(e -> map.putIfAbsent(key.apply(e), e));
    return map;
  }

  private void attachment(String field, Attachment wanted, List<?> held) {
    boolean there = held.stream().anyMatch(a -> wanted.sameAs((Attachment) a));
    if (!there && wanted.isLeftOut()) {
      lose(
          LossKind.ATTACHMENT_TOO_LARGE,
          field,
          "of " + quoted(words(wanted)) + " only the name was brought to the server");
    } else if (!there) {
      lose(LossKind.NOT_HELD, field, quoted(words(wanted)) + " is not held");
    }
  }

  private void occurrence(String field, ExceptionalOccurrence wanted, List<?> held) {
    for (Object other : held) {
      ExceptionalOccurrence there = (ExceptionalOccurrence) other;
      if (there.originalStart().equals(wanted.originalStart())) {
        List<String> differing =
            Projection.EVERYTHING.differing(wanted.occurrence(), there.occurrence());
        if (!differing.isEmpty()) {
          lose(
              LossKind.OCCURRENCE_CHANGED,
              field,
              "the occurrence of "
                  + wanted.originalStart().toLocalDate()
                  + " comes back with another "
                  + String.join(", ", differing));
        }
        return;
      }
    }
    lose(
        LossKind.NOT_HELD,
        field,
        "the changed occurrence of " + wanted.originalStart().toLocalDate() + " is not held");
  }

  private void map(String field, Map<?, ?> wanted, Map<?, ?> held) {
    Set<Object> keys = new LinkedHashSet<>(wanted.keySet());
    for (Object key : keys) {
      Object before = wanted.get(key);
      Object after = held.get(key);
      if (!Objects.equals(before, after)) {
        String value = words(key) + " " + quoted(words(before));
        lose(
            after == null ? LossKind.NOT_HELD : LossKind.HELD_OTHERWISE,
            field,
            after == null ? value + " is not held" : value + " is held as " + quoted(words(after)));
      }
    }
    Collection<Object> more = new TreeSet<>(java.util.Comparator.comparing(Shortfall::words));
    more.addAll(held.keySet());
    more.removeAll(keys);
    more.forEach(key -> lose(LossKind.HELD_OTHERWISE, field, words(key) + " is added"));
  }

  private static String words(@Nullable Object value) {
    String text = ShownValue.of(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "it" : "'" + value + "'";
  }

  private void lose(LossKind kind, String field, String detail) {
    Loss loss = new Loss(kind, field, detail);
    if (!losses.contains(loss)) {
      losses.add(loss);
    }
  }
}
