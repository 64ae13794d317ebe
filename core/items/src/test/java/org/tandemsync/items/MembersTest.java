package org.tandemsync.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When members of lists mean the same. */
class MembersTest {
  private static final Member OUTSIDER = new Member("Gus", "gus@y", "");
  private static final Member CONTACT = new Member("Ann", "ann@x", "a1");

  private static DistributionList list(Member... members) {
    return DistributionList.builder().name("L").members(List.of(members)).build();
  }

  private static List<String> differing(Member a, Member b) {
    return Projection.EVERYTHING.differing(list(a), list(b));
  }

  @Test
  void aContactThatIsRenamedChangesNoList() {
    assertThat(differing(CONTACT, new Member("Ann Alto", "ann@x", "a1"))).isEmpty();
    assertThat(differing(CONTACT, new Member("Ann Alto", "ANN@x", ""))).isEmpty();
    assertThat(differing(CONTACT, new Member("", "ann@x", "of the server"))).isEmpty();
  }

  @Test
  void anOutsiderIsCalledAsTheListSays() {
    assertThat(differing(OUTSIDER, new Member("Gustav", "gus@y", ""))).containsExactly("members");
    assertThat(differing(OUTSIDER, new Member("Gus", "gus@z", ""))).containsExactly("members");
  }

  @Test
  void twoPeopleOfOneAddressAreTwoMembers() {
    DistributionList both = list(CONTACT, new Member("Bob", "ann@x", "b2"), OUTSIDER);
    assertThat(both.members()).containsExactly(CONTACT, new Member("Bob", "", "b2"), OUTSIDER);
    assertThat(list(CONTACT, new Member("", "ANN@x", "A1")).members()).containsExactly(CONTACT);
    assertThat(list(CONTACT, new Member("", "ANN@x", "")).members()).containsExactly(CONTACT);
    assertThat(both.toBuilder().build()).isEqualTo(both);
  }
}
