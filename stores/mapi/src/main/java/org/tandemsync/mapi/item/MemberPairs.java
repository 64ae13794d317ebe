package org.tandemsync.mapi.item;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Member;

/**
 * Who of the wanted members each one of a list is. Who has the UID comes before who has the
 * address, which may just have passed to somebody else.
 *
 * @param wanted for each one of the list, in its order; null for those who are to go
 * @param missing whom the list does not have yet
 */
record MemberPairs(List<@Nullable Member> wanted, List<Member> missing) {

  /**
   * @param there the members of the list; null: nothing can be said of that one
   */
  static MemberPairs of(List<@Nullable Member> there, List<Member> wanted) {
    List<@Nullable Member> found = new ArrayList<>();
    there.forEach(one -> found.add(null));
    List<Member> missing = new ArrayList<>(wanted);
    List<BiPredicate<Member, Member>> rounds =
        List.of(
            (a, b) -> sameUid(a, b) && a.key().equals(b.key()),
            MemberPairs::sameUid,
            MemberPairs::sameAddress);
    for (BiPredicate<Member, Member> same : rounds) {
      for (int i = 0; i < there.size(); i++) {
        Member one = there.get(i);
        if (one != null && found.get(i) == null) {
          found.set(i, take(one, missing, same));
        }
      }
    }
    keepTwins(there, found);
    return new MemberPairs(found, missing);
  }

  private static @Nullable Member take(
      Member one, List<Member> missing, BiPredicate<Member, Member> same) {
    for (Member other : missing) {
      if (same.test(one, other)) {
        missing.remove(other);
        return other;
      }
    }
    return null;
  }

  private static boolean sameUid(Member a, Member b) {
    return !a.uid().isEmpty() && a.uid().equals(b.uid());
  }

  private static boolean sameAddress(Member a, Member b) {
    return a.key().equals(b.key())
        || (!a.address().isEmpty() && a.address().equalsIgnoreCase(b.address()));
  }

  /** Whoever is in the list twice, as a contact and by the address alone, stays so. */
  private static void keepTwins(List<@Nullable Member> there, List<@Nullable Member> found) {
    for (int i = 0; i < there.size(); i++) {
      Member one = there.get(i);
      for (int j = 0; j < there.size() && one != null && found.get(i) == null; j++) {
        Member twin = there.get(j);
        if (twin != null
            && found.get(j) != null
            && sameAddress(one, twin)
            && (one.uid().isEmpty() || twin.uid().isEmpty() || sameUid(one, twin))) {
          found.set(i, found.get(j));
        }
      }
    }
  }
}
