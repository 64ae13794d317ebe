package org.tandemsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Matcher.Matches;

final class MatcherTest {

  private static Matcher.Key key(String id, String stamped, String uid, String content) {
    return new Matcher.Key(
        new ItemId(id), stamped, "from-" + id, uid, false, content, content, Set.of());
  }

  private static Matcher.Key signed(String id, String uid, boolean placed, String... signs) {
    return new Matcher.Key(
        new ItemId(id), "", "from-" + id, uid, placed, signs[0], "", Set.of(signs));
  }

  private static List<String> pairs(Matches matches) {
    return matches.pairs().stream().map(p -> p.left() + "=" + p.right()).toList();
  }

  @Test
  void theStampGoesBeforeTheUidAndTheUidBeforeTheContent() {
    Matches matches =
        Matcher.match(
            List.of(key("l1", "s", "u1", "c"), key("l2", "", "u2", "c"), key("l3", "", "", "c")),
            List.of(key("r1", "", "u2", "c"), key("r2", "s", "u9", "c"), key("r3", "", "", "c")));
    assertThat(pairs(matches)).containsExactlyInAnyOrder("l1=r2", "l2=r1", "l3=r3");
    assertThat(matches.leftOnly()).isEmpty();
    assertThat(matches.rightOnly()).isEmpty();
  }

  @Test
  void anItemThatWasMadeFromAnotherIsFoundByItsDerivedUid() {
    Matches matches =
        Matcher.match(
            List.of(key("l1", "", "", "c"), key("l2", "", "u", "c")),
            List.of(key("r1", "", "from-l1", "c"), key("r2", "", "u", "c")));
    assertThat(pairs(matches)).containsExactlyInAnyOrder("l1=r1", "l2=r2");
  }

  @Test
  void oneUidWithTwoBearersIsToldApartByContent() {
    Matches matches =
        Matcher.match(
            List.of(key("l1", "", "u", "a"), key("l2", "", "u", "b")),
            List.of(key("r1", "", "u", "b")));
    assertThat(pairs(matches)).containsExactly("l2=r1");
    assertThat(matches.leftOnly()).containsExactly(new ItemId("l1"));
  }

  @Test
  void severalCandidatesAreAmbiguous() {
    Matches matches =
        Matcher.match(
            List.of(key("l1", "", "u1", "c"), key("l2", "", "u2", "c")),
            List.of(key("r1", "", "u3", "c")));
    assertThat(matches.pairs()).isEmpty();
    assertThat(matches.ambiguous()).hasSize(1);
    assertThat(matches.leftOnly()).isEmpty();
    assertThat(matches.rightOnly()).isEmpty();
  }

  @Test
  void whatHasNothingToBeKnownByIsMatchedWithNothing() {
    Matches matches = Matcher.match(List.of(key("l1", "", "", "")), List.of(key("r1", "", "", "")));
    assertThat(matches.pairs()).isEmpty();
    assertThat(matches.leftOnly()).containsExactly(new ItemId("l1"));
    assertThat(matches.rightOnly()).containsExactly(new ItemId("r1"));
  }

  @Test
  void duplicatesOnOneSideOnlyAreNotAmbiguous() {
    Matches matches =
        Matcher.match(
            List.of(key("l1", "", "u", "c"), key("l2", "", "u", "c")),
            List.of(key("r1", "", "x", "y")));
    assertThat(matches.ambiguous()).isEmpty();
    assertThat(matches.leftOnly()).hasSize(2);
  }

  @Test
  void aUidThatFollowsFromAPlaceNeedsASign() {
    Matches matches =
        Matcher.match(
            List.of(
                signed("l1", "u1", true, "Alice Hatter", "alice@example.org"),
                signed("l2", "u2", true, "Bob", "bob@example.org")),
            List.of(
                signed("r1", "u1", false, "Alice Liddell", "alice@example.org"),
                signed("r2", "u2", false, "Carol", "carol@example.org")));
    assertThat(pairs(matches)).containsExactly("l1=r1");
    assertThat(matches.leftOnly()).containsExactly(new ItemId("l2"));
    assertThat(matches.rightOnly()).containsExactly(new ItemId("r2"));
  }

  @Test
  void whoeverIsRefusedThereMayBeFoundByContent() {
    Matches matches =
        Matcher.match(
            List.of(signed("l1", "u1", true, "Bob"), signed("l2", "u2", false, "Alice")),
            List.of(signed("r1", "u1", false, "Alice"), signed("r2", "u3", false, "Bob")));
    assertThat(pairs(matches)).containsExactlyInAnyOrder("l1=r2", "l2=r1");
  }

  @Test
  void aUidThatIsCarriedNeedsNone() {
    Matches matches =
        Matcher.match(
            List.of(signed("l1", "u1", false, "Alice"), signed("l2", "u1", true, "Bob")),
            List.of(signed("r1", "u1", false, "Somebody")));
    assertThat(pairs(matches)).containsExactly("l1=r1");
    assertThat(matches.leftOnly()).containsExactly(new ItemId("l2"));
  }

  @Test
  void whatWasMadeOfAnotherItemOfTheSameIdIsNotOfThisOne() {
    Matches matches =
        Matcher.match(
            List.of(signed("l1", "", false, "Buy bread", "made 10:00")),
            List.of(signed("r1", "from-l1", false, "Call Bob", "made 9:00")));
    assertThat(matches.pairs()).isEmpty();
  }
}
