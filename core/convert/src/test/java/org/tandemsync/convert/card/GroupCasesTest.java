package org.tandemsync.convert.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandemsync.convert.GroupFormat;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Member;

/** The cases of groups of the mapping reference, section 8.9, with their numbers. */
class GroupCasesTest {
  private static final ResourceLens LENS = CardTexts.lens();
  private static final String VLIST =
      CardTexts.text(
          """
          BEGIN:VLIST
          VERSION:1.0
          UID:l1.vlf
          FN:Choir
          CARD;EMAIL=ann@x.example;FN=Ann Alto:7d1e-ann.vcf
          CARD;EMAIL=bob@x.example;FN="Bass, Bob":c0ffee.vcf
          END:VLIST
          """);

  private static String group(String... lines) {
    return CardTexts.card(lines);
  }

  private static DistributionList add(DistributionList list, Member member) {
    List<Member> members = new ArrayList<>(list.members());
    members.add(member);
    return list.toBuilder().members(members).build();
  }

  @Test
  void case195AMemberAndANameForAVlist() {
    DistributionList list = CardTexts.list(VLIST);
    DistributionList wanted =
        add(list, new Member("Eve", "eve@x.example", "e1")).toBuilder().name("Chor").build();
    String edited = LENS.update(VLIST, wanted, Set.of("name", "members"), "l/1");
    assertThat(edited)
        .contains(
            "FN:Chor\r\n",
            "CARD;EMAIL=ann@x.example;FN=Ann Alto:7d1e-ann.vcf\r\n",
            "CARD;EMAIL=bob@x.example;FN=\"Bass, Bob\":c0ffee.vcf\r\n",
            "CARD;EMAIL=eve@x.example;FN=Eve:e1.vcf\r\n",
            "UID:l1.vlf\r\n");
    assertThat(LENS.mediaType(edited)).startsWith("text/x-vlist");
  }

  @Test
  void case196AnOutsiderInAVlist() {
    DistributionList wanted = add(CardTexts.list(VLIST), new Member("Gus", "gus@y.example", ""));
    String edited = LENS.update(VLIST, wanted, Set.of("members"), "l/1");
    assertThat(edited).contains("X-ADDRESSBOOKSERVER-MEMBER;CN=Gus:mailto:gus@y.example\r\n");
    assertThat(CardTexts.list(edited).members()).isEqualTo(wanted.members());
  }

  /** A family with one address: found by damaged fixtures, where both had it by accident. */
  @Test
  void twoContactsMayShareAnAddress() {
    String family =
        VLIST.replace(
            "CARD;EMAIL=bob@x.example;FN=\"Bass, Bob\":c0ffee.vcf",
            "CARD;EMAIL=ann@x.example;FN=Al Alto:al.vcf");
    DistributionList list = CardTexts.list(family);
    assertThat(list.members()).hasSize(2);
    assertThat(LENS.update(family, list, Set.of("members"), "l/1")).isEqualTo(family);
    DistributionList without = list.toBuilder().members(list.members().subList(0, 1)).build();
    String edited = LENS.update(family, without, Set.of("members"), "l/1");
    assertThat(edited).contains("Ann Alto:7d1e-ann.vcf").doesNotContain("al.vcf");
  }

  @Test
  void aMemberThatIsNamedTwiceStaysSo() {
    String twice =
        VLIST.replace("END:VLIST", "X-ADDRESSBOOKSERVER-MEMBER:mailto:ann@x.example\r\nEND:VLIST");
    DistributionList list = CardTexts.list(twice);
    List<Member> once = list.members().subList(0, 2);
    DistributionList wanted = list.toBuilder().members(once).build();
    assertThat(LENS.update(twice, wanted, Set.of("members"), "l/1")).isEqualTo(twice);
  }

  @Test
  void case197EmptyMembersAreSkipped() {
    DistributionList list =
        CardTexts.list(
            CardTexts.text("BEGIN:VLIST\nUID:l\nFN:L\nCARD;EMAIL=;FN=:\nCARD:a.vcf\nEND:VLIST\n"));
    assertThat(list.members()).containsExactly(new Member("", "", "a"));
  }

  @Test
  void case198MembersByMail() {
    String card =
        group("FN:L", "X-KIND:GROUP", "X-MEMBER;X-CN=Ann:mailto:a@x", "X-MEMBER:mailto:b@x");
    DistributionList list = CardTexts.list(card);
    assertThat(list.members())
        .containsExactly(new Member("Ann", "a@x", ""), new Member("", "b@x", ""));
    String edited =
        LENS.update(card, add(list, new Member("Cy", "c@x", "")), Set.of("members"), "l/1");
    assertThat(edited).contains("X-MEMBER;CN=Cy:mailto:c@x\r\n", "X-MEMBER:mailto:b@x\r\n");
  }

  @Test
  void case199MembersByUid() {
    Member member = new Member("Ann", "a@x", "7D1E");
    DistributionList list =
        DistributionList.builder().uid("g").name("L").members(List.of(member)).build();
    for (GroupFormat format :
        List.of(GroupFormat.ADDRESSBOOKSERVER, GroupFormat.VCARD4, GroupFormat.X_KIND)) {
      String card = CardTexts.lens(format).create(list, "l/1");
      assertThat(card).contains("MEMBER;CN=Ann;X-EMAIL=a@x:urn:uuid:7D1E\r\n");
      assertThat(CardTexts.list(card).members()).containsExactly(member);
    }
  }

  @Test
  void case200AnUnknownMemberStays() {
    String card =
        group(
            "N:L;;;;",
            "FN:L",
            "X-ADDRESSBOOKSERVER-KIND:group",
            "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:unknown",
            "X-ADDRESSBOOKSERVER-MEMBER:xmpp:kat@z.example");
    DistributionList list = CardTexts.list(card);
    String renamed =
        LENS.update(card, list.toBuilder().name("M").build(), Set.of("name", "members"), "l/1");
    assertThat(renamed)
        .contains(
            "N:M;;;;\r\n",
            "FN:M\r\n",
            "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:unknown\r\n",
            "X-ADDRESSBOOKSERVER-MEMBER:xmpp:kat@z.example\r\n");
  }

  @Test
  void aMemberThatWasFoundInTheAddressBookKeepsItsLine() {
    String card = group("FN:L", "KIND:group", "MEMBER:urn:uuid:ABC");
    DistributionList list = CardTexts.list(card);
    DistributionList found =
        list.toBuilder().members(List.of(new Member("Ann", "a@x", "urn:uuid:abc"))).build();
    assertThat(LENS.update(card, found, Set.of("members"), "l/1")).isEqualTo(card);
  }

  @Test
  void case201And202OnlyGroupsAreLists() {
    assertThat(CardTexts.read(LENS, group("FN:L", "KIND:Group")))
        .isInstanceOf(DistributionList.class);
    for (String kind : List.of("KIND:location", "KIND:individual", "KIND:org", "X-A:b")) {
      assertThat(CardTexts.read(LENS, group("FN:L", kind))).isInstanceOf(Contact.class);
    }
  }

  @Test
  void newListsHaveTheFormatOfTheSettings() {
    DistributionList list =
        DistributionList.builder()
            .uid("g")
            .name("L")
            .members(List.of(new Member("Ann", "a@x", "")))
            .build();
    ResourceLens vlist = CardTexts.lens(GroupFormat.VLIST);
    assertThat(vlist.create(list, "l/1")).startsWith("BEGIN:VLIST\r\nVERSION:1.0\r\nUID:g\r\n");
    assertThat(vlist.extension(list)).isEqualTo(".vlf");
    assertThat(vlist.extension(Contact.builder().build())).isEqualTo(".vcf");
    ResourceLens vcard4 = CardTexts.lens(GroupFormat.VCARD4);
    assertThat(vcard4.create(list, "l/1"))
        .contains("VERSION:4.0\r\n", "KIND:group\r\n", "\r\nMEMBER;CN=Ann:mailto:a@x\r\n");
    assertThat(vcard4.extension(list)).isEqualTo(".vcf");
    assertThat(LENS.create(list, "l/1"))
        .contains(
            "VERSION:3.0\r\n",
            "X-ADDRESSBOOKSERVER-KIND:group\r\n",
            "N:L;;;;\r\n",
            "X-ADDRESSBOOKSERVER-MEMBER;CN=Ann:mailto:a@x\r\n");
    assertThat(CardTexts.lens(GroupFormat.X_KIND).create(list, "l/1"))
        .contains(
            "VERSION:3.0\r\n", "X-KIND:group\r\n", "N:L;;;;\r\n", "X-MEMBER;CN=Ann:mailto:a@x\r\n");
    assertThat(LENS.mediaType(LENS.create(list, "l/1"))).isEqualTo("text/vcard; charset=utf-8");
  }
}
