package org.tandemsync.items;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.items.Merge.Winner;

/** Addresses and numbers whose places follow from a card, changed by both sides at once. */
class PlacedPartsTest {
  private static Contact mails(String text) {
    Map<EmailSlot, EmailAddress> mails = new EnumMap<>(EmailSlot.class);
    for (String mail : text.split(" ")) {
      if (!mail.isEmpty()) {
        String[] parts = mail.split("=");
        mails.put(EmailSlot.valueOf("EMAIL" + parts[0]), new EmailAddress(parts[1], ""));
      }
    }
    return Contact.builder().emails(mails).build();
  }

  private static String mails(Item item) {
    return ((Contact) item)
        .emails().entrySet().stream()
            .map(e -> e.getKey().name().substring(5) + "=" + e.getValue().address())
            .collect(joining(" "));
  }

  private static Merge merge(Contact base, Contact left, Contact right, Winner winner) {
    return Merge.of(Projection.EVERYTHING, base, left, base, right, winner);
  }

  /** The phone's first private address comes first, its first one from work second. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        // what                           | before      | Outlook     | phone       | both
        "both add the same one            | 1=a         | 1=a 2=p     | 1=p 2=a     | 1=a 2=p",
        "both delete the first            | 1=a 2=b     | 2=b         | 1=b         | 1=b",
        "both delete the first of three   | 1=a 2=b 3=c | 2=b 3=c     | 1=b 2=c     | 1=b 2=c",
        "each deletes another one         | 1=a 2=b     | 1=a         | 1=b         | ''",
        "each deletes another of three    | 1=a 2=b 3=c | 1=a 3=c     | 1=b 2=c     | 2=c",
        "each adds one                    | 1=a         | 1=a 2=b     | 1=p 2=a     | 1=a 2=b 3=p",
        "phone adds, Outlook corrects     | 1=a         | 1=a2        | 1=p 2=a     | 1=p 2=a2",
        "phone adds, Outlook deletes      | 1=a         | ''          | 1=p 2=a     | 1=p",
        "phone turns round, Outlook edits | 1=b 2=a     | 1=b2 2=a    | 1=a 2=b     | 1=a 2=b2",
        "Outlook turns round, phone edits | 1=a 2=b     | 1=b 2=a     | 1=a 2=b2    | 1=b2 2=a",
        "the same in the same places      | 1=a         | 1=a 2=b     | 1=a 2=b     | 1=a 2=b",
      })
  void addressesAreFollowedToTheirPlaces(
      String what, String before, String left, String right, String both) {
    Merge server = merge(mails(before), mails(right), mails(left), Winner.RIGHT);
    assertThat(mails(server.left())).as("mirrored: " + what).isEqualTo(both);
    assertThat(mails(server.right())).as("mirrored: " + what).isEqualTo(both);
    for (Winner winner : List.of(Winner.LEFT, Winner.NOBODY)) {
      Merge merge = merge(mails(before), mails(left), mails(right), winner);
      assertThat(merge.clashes()).as("%s, %s", what, winner).isEmpty();
      assertThat(mails(merge.left())).as(what).isEqualTo(both);
      assertThat(mails(merge.right())).as(what).isEqualTo(both);
      assertThat(merge.agreed()).containsExactly("emails");
    }
  }

  /** Where both changed one and the same, it alone is in conflict. */
  @Test
  void oneAddressThatBothEditClashesAlone() {
    Contact base = mails("1=a 2=b");
    Merge merge = merge(base, mails("1=a2 2=b"), mails("1=a3 2=p 3=b"), Winner.LEFT);
    assertThat(merge.clashes()).hasSize(1);
    assertThat(mails(merge.right())).isEqualTo("1=a2 2=p 3=b");
    Merge other = merge(base, mails("1=a2 2=b"), mails("1=a3 2=p 3=b"), Winner.RIGHT);
    assertThat(mails(other.left())).isEqualTo("1=a3 2=p 3=b");
  }

  /** Outlook has three places. Of two new ones for one place, the winner's gets it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"LEFT, 1=a 2=b 3=o", "RIGHT, 1=p 2=a 3=b"})
  void twoNewOnesForOnePlaceClash(Winner winner, String both) {
    Merge merge = merge(mails("1=a 2=b"), mails("1=a 2=b 3=o"), mails("1=p 2=a 3=b"), winner);
    assertThat(merge.clashes()).hasSize(1);
    assertThat(mails(merge.left())).isEqualTo(both);
    assertThat(mails(merge.right())).isEqualTo(both);
  }

  /** Until somebody decides both keep what they have. */
  @Test
  void anOpenClashMovesNothing() {
    Contact left = mails("1=a2 2=b");
    Contact right = mails("1=p 2=a3 3=b");
    Merge merge = merge(mails("1=a 2=b"), left, right, Winner.NOBODY);
    assertThat(merge.clashes()).hasSize(1);
    assertThat(merge.left()).isEqualTo(left);
    assertThat(merge.right()).isEqualTo(right);
    assertThat(merge.agreed()).isEmpty();
  }

  private static Contact phones(String text) {
    Map<PhoneSlot, String> phones = new EnumMap<>(PhoneSlot.class);
    for (String phone : text.split(" ")) {
      if (!phone.isEmpty()) {
        String[] parts = phone.split("=");
        phones.put(PhoneSlot.valueOf(parts[0]), parts[1]);
      }
    }
    return Contact.builder().phones(phones).build();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "both delete the first | HOME=1 HOME2=2 | HOME2=2 | HOME=2 | HOME=2",
        "each deletes another  | HOME=1 HOME2=2 | HOME=1 | HOME=2 | ''",
        "phone gives another kind, Outlook adds | HOME=1 | HOME=1 CAR=3 | BUSINESS=1 | BUSINESS=1"
            + " CAR=3",
        "phone gives another kind, Outlook edits | HOME=1 | HOME=5 | BUSINESS=1 | BUSINESS=5",
        "phone gives another kind, Outlook deletes | HOME=1 | '' | BUSINESS=1 | BUSINESS=1",
        "Outlook gives another kind, phone deletes | HOME=1 | BUSINESS=1 | '' | BUSINESS=1",
        "both give it another kind | HOME=1 | CAR=1 | BUSINESS=1 | CAR=1",
        "both enter the same, one in its place | MOBILE=1 | MOBILE=7 | MOBILE=7 HOME=1 | MOBILE=7"
            + " HOME=1",
        "two new ones of two kinds | '' | HOME=1 | BUSINESS=1 | HOME=1 BUSINESS=1",
      })
  void numbersAreFollowedToTheirKinds(
      String what, String before, String left, String right, String both) {
    Merge merge = merge(phones(before), phones(left), phones(right), Winner.LEFT);
    assertThat(merge.clashes()).as(what).isEmpty();
    assertThat(merge.left()).as(what).isEqualTo(phones(both));
    assertThat(merge.right()).as(what).isEqualTo(phones(both));
  }

  /** Each edit of Outlook in its places beside each edit of a card that others move up after. */
  @ParameterizedTest(name = "{0}")
  @EnumSource(Winner.class)
  void whatNobodyTouchedStaysAndWhatSomebodyDeletedGoes(Winner winner) {
    for (String base : List.of("1=a", "1=a 2=b", "1=a 2=b 3=c")) {
      List<String> before = List.of(base.replaceAll("\\d=", "").split(" "));
      for (List<String> left : edits(before, "o")) {
        for (List<String> right : edits(before, "p")) {
          List<String> card = new ArrayList<>(right);
          card.removeIf(String::isEmpty);
          Merge merge = merge(mails(base), inPlaces(left), inPlaces(card), winner);
          for (Item side : List.of(merge.left(), merge.right())) {
            List<String> values = new ArrayList<>();
            ((Contact) side).emails().values().forEach(mail -> values.add(mail.address()));
            Set<String> untouched = new TreeSet<>(before);
            untouched.retainAll(left);
            untouched.retainAll(card);
            Set<String> gone = new TreeSet<>(before);
            gone.removeAll(untouched);
            String story = base + ", Outlook " + left + ", phone " + card + ": " + values;
            assertThat(values).as(story).doesNotHaveDuplicates().containsAll(untouched);
            if (merge.clashes().isEmpty()) {
              assertThat(Collections.disjoint(values, gone)).as(story).isTrue();
            }
          }
        }
      }
    }
  }

  private static Contact inPlaces(List<String> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      text.append(values.get(i).isEmpty() ? "" : (i + 1) + "=" + values.get(i) + " ");
    }
    return mails(text.toString().strip());
  }

  /** One is deleted, which leaves its place empty, or edited, or one is added at either end. */
  private static List<List<String>> edits(List<String> values, String mark) {
    List<List<String>> edits = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      List<String> deleted = new ArrayList<>(values);
      deleted.set(i, "");
      edits.add(deleted);
      List<String> edited = new ArrayList<>(values);
      edited.set(i, values.get(i) + mark);
      edits.add(edited);
    }
    if (values.size() < EmailSlot.values().length) {
      List<String> last = new ArrayList<>(values);
      last.add(mark);
      edits.add(last);
      List<String> first = new ArrayList<>(values);
      first.addFirst(mark);
      edits.add(first);
    }
    return edits;
  }
}
