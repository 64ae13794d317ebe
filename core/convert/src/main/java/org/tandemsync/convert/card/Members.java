package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Member;

/**
 * The members of a list. A line whose member is still in the list stays as it is, also when the
 * member has meanwhile been found in the address book; lines that name nobody Outlook could hold
 * stay as well.
 */
final class Members implements CardProperty<DistributionList, DistributionList.Builder> {
  private static final Set<String> NAMES =
      Set.of(MemberLine.VLIST_CARD, "MEMBER", "X-MEMBER", MemberLine.APPLE);

  @Override
  public Set<String> fields() {
    return Set.of("members");
  }

  @Override
  public void read(Card card, DistributionList.Builder into, Consumer<Loss> losses) {
    List<Member> members = new ArrayList<>();
    for (ContentLine line : lines(card)) {
      Member member = MemberLine.member(card, line);
      if (member != null) {
        members.add(member);
      } else if (!line.value().isBlank()) {
        losses.accept(new Loss(LossKind.MEMBER_NOT_SHOWN, "members", Evidence.of(line)));
      }
    }
    into.members(members);
  }

  private static List<ContentLine> lines(Card card) {
    return card.lines().stream().filter(line -> NAMES.contains(line.name())).toList();
  }

  @Override
  public void write(DistributionList wanted, Card card) {
    Map<ContentLine, Member> present = new LinkedHashMap<>();
    for (ContentLine line : lines(card)) {
      Member member = MemberLine.member(card, line);
      if (member != null) {
        present.put(line, member);
      }
    }
    List<Member> missing = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Set<String> owners = new HashSet<>();
    for (Member member : wanted.members()) {
      ContentLine line = find(present, member);
      if (line == null) {
        missing.add(member);
      } else {
        Member held = Objects.requireNonNull(present.remove(line));
        keys.add(held.key());
        owners.add(owner(held));
        card.replace(line, MemberLine.rename(card, line, member));
      }
    }
    // A member that is named twice stays so; two contacts may share an address, though.
    present.forEach(
        (line, member) -> {
          boolean twice =
              member.uid().isEmpty() ? keys.contains(member.key()) : owners.contains(owner(member));
          if (!twice) {
            card.remove(line);
          }
        });
    String property = property(card);
    missing.forEach(m -> card.add(MemberLine.create(card, property, m)));
  }

  /** The list with its members named as they are in what was written. */
  static DistributionList asHeld(DistributionList wanted, DistributionList held) {
    List<Member> members = new ArrayList<>();
    for (Member member : wanted.members()) {
      members.add(
          held.members().stream().filter(h -> isSame(h, member)).findFirst().orElse(member));
    }
    return wanted.toBuilder().members(members).build();
  }

  private static boolean isSame(Member a, Member b) {
    return (!a.uid().isEmpty() && uid(a).equals(uid(b)))
        || (!a.address().isEmpty() && a.address().equalsIgnoreCase(b.address()));
  }

  private static String owner(Member member) {
    return member.key() + "\n" + uid(member);
  }

  private static @Nullable ContentLine find(Map<ContentLine, Member> present, Member wanted) {
    ContentLine byUid = find(present, m -> !wanted.uid().isEmpty() && uid(m).equals(uid(wanted)));
    if (byUid != null) {
      return byUid;
    }
    ContentLine byAddress =
        find(
            present,
            m ->
                !wanted.address().isEmpty()
                    && m.address().equalsIgnoreCase(wanted.address())
                    && (m.uid().isEmpty() || wanted.uid().isEmpty()));
    if (byAddress != null) {
      return byAddress;
    }
    return find(
        present,
        m ->
            (m.uid() + m.address() + wanted.uid() + wanted.address()).isEmpty()
                && m.name().equalsIgnoreCase(wanted.name()));
  }

  private static @Nullable ContentLine find(
      Map<ContentLine, Member> present, Predicate<Member> which) {
    return present.entrySet().stream()
        .filter(e -> which.test(e.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** UIDs are compared without case and without the urn:uuid: that some cards have in theirs. */
  private static String uid(Member member) {
    String uid = member.uid().toLowerCase(Locale.ROOT);
    return uid.startsWith("urn:uuid:") ? uid.substring(9) : uid;
  }

  /** What members are called in this list. */
  private static String property(Card card) {
    for (String name : List.of("MEMBER", "X-MEMBER", MemberLine.APPLE)) {
      if (card.has(name)) {
        return name;
      }
    }
    if (card.has("KIND")) {
      return "MEMBER";
    }
    return card.has("X-KIND") ? "X-MEMBER" : MemberLine.APPLE;
  }
}
