package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandemsync.convert.CardSettings;
import org.tandemsync.convert.GroupFormat;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.dav.client.Href;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Family;
import org.tandemsync.items.Member;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Written;

/** Lists on a server, and the cards of their members. */
class ListMembersTest extends BookOnServer {
  private static final String ANN =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:AAA\r\nN:Alto;Ann;;;\r\nFN:Ann Alto\r\n"
          + "EMAIL:ann@x\r\nEND:VCARD\r\n";
  private static final String GROUP =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:g\r\nFN:Choir\r\nX-ADDRESSBOOKSERVER-KIND:group\r\n"
          + "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:aaa\r\nEND:VCARD\r\n";
  private static final String VLIST =
      "BEGIN:VLIST\r\nVERSION:1.0\r\nUID:l.vlf\r\nFN:Choir\r\n"
          + "CARD;EMAIL=ann@x;FN=Ann Alto:odd.vcf\r\nEND:VLIST\r\n";

  private void cards(GroupFormat format) {
    LensSettings settings =
        new LensSettings(ZoneOffset.UTC, Set.of(), InstantSource.fixed(clock.get()))
            .with(CardSettings.USUAL.with(format));
    store =
        DavStore.open(
            client,
            Href.ofPath(book.path()),
            Family.CONTACTS,
            Lenses.of(Family.CONTACTS, settings));
  }

  private DistributionList read(String name) {
    Found<?> found = store.read(List.of(id(name))).getFirst();
    return (DistributionList) ((Found.Present<?>) found).replica().item();
  }

  @Test
  void aMemberKnownByUidHasNameAndAddressOfItsCard() {
    book.put("AAA.vcf", ANN);
    book.put("g.vcf", GROUP);
    cards(GroupFormat.ADDRESSBOOKSERVER);
    assertThat(read("g.vcf").members()).containsExactly(new Member("Ann Alto", "ann@x", "AAA"));
  }

  @Test
  void alsoIfNothingTellsTheNameOfItsFile() {
    book.put("odd.vcf", ANN);
    book.put("g.vcf", GROUP);
    cards(GroupFormat.ADDRESSBOOKSERVER);
    assertThat(read("g.vcf").members()).containsExactly(new Member("Ann Alto", "ann@x", "AAA"));
  }

  @Test
  void whatWasReadAnywayIsNotAskedForAgain() {
    book.put("odd.vcf", ANN);
    book.put("g.vcf", GROUP);
    cards(GroupFormat.ADDRESSBOOKSERVER);
    server.log().clear();
    Found<?> list = store.read(List.of(id("g.vcf"), id("odd.vcf"))).getFirst();
    assertThat(((DistributionList) ((Found.Present<?>) list).replica().item()).members())
        .containsExactly(new Member("Ann Alto", "ann@x", "AAA"));
    assertThat(server.log().all()).hasSize(1);
  }

  @Test
  void aMemberThatIsNowhereStays() {
    book.put("g.vcf", GROUP);
    cards(GroupFormat.ADDRESSBOOKSERVER);
    DistributionList list = read("g.vcf");
    assertThat(list.members()).containsExactly(new Member("", "", "aaa"));
    write("g.vcf", list.toBuilder().name("Chor").build(), "name", "members");
    assertThat(book.get("g.vcf").orElseThrow())
        .contains("FN:Chor\r\n", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:aaa\r\n");
  }

  private void write(String name, DistributionList item, String... fields) {
    Effect<org.tandemsync.items.Item> update =
        new Effect.Update<>(
            id(name), revision(id(name)), item, Set.of(fields), stamp("g"), "Choir");
    assertThat(store.write(List.of(update)).getFirst()).isInstanceOf(Written.Done.class);
  }

  private static DistributionList with(DistributionList list, Member... more) {
    List<Member> members = new ArrayList<>(list.members());
    members.addAll(List.of(more));
    return list.toBuilder().members(members).build();
  }

  /** Outlook had Ann before, with a UID of its own. */
  @Test
  void aMemberIsWrittenWithTheUidOfItsCard() {
    book.put("odd.vcf", ANN);
    cards(GroupFormat.VCARD4);
    DistributionList list =
        with(
            DistributionList.builder().uid("new").name("New").build(),
            new Member("Ann", "ANN@x", "outlooks"),
            new Member("Gus", "gus@y", ""));
    store.write(List.of(new Effect.Create<>("new", list, stamp("new"), "New")));
    assertThat(book.get("new.vcf").orElseThrow())
        .contains("MEMBER;CN=Ann;X-EMAIL=ANN@x:urn:uuid:AAA\r\n", "MEMBER;CN=Gus:mailto:gus@y\r\n");
  }

  @Test
  void aListInWhichNothingChangedIsNotWritten() {
    book.put("odd.vcf", ANN);
    book.put("g.vcf", GROUP);
    cards(GroupFormat.ADDRESSBOOKSERVER);
    DistributionList asOutlookHasIt =
        read("g.vcf").toBuilder().members(List.of(new Member("Ann", "ann@x", "outlooks"))).build();
    server.log().clear();
    write("g.vcf", asOutlookHasIt, "members");
    assertThat(server.log().count("PUT")).isZero();
    assertThat(book.get("g.vcf")).contains(GROUP);
  }

  @Test
  void aVlistNamesTheFilesOfItsMembers() {
    book.put("odd.vcf", ANN);
    book.put("b.vcf", ANN.replace("AAA", "b.vcf").replace("ann@x", "bob@x").replace("Ann", "Bob"));
    book.put("l.vlf", VLIST);
    dials.vlists = true;
    cards(GroupFormat.VLIST);
    DistributionList list = read("l.vlf");
    assertThat(list.members()).containsExactly(new Member("Ann Alto", "ann@x", "AAA"));
    write(
        "l.vlf",
        with(list, new Member("Bob Alto", "bob@x", "b.vcf"), new Member("Sub", "", "sub")),
        "members");
    assertThat(book.get("l.vlf").orElseThrow())
        .contains(
            "CARD;EMAIL=ann@x;FN=Ann Alto:odd.vcf\r\n",
            "CARD;EMAIL=bob@x;FN=Bob Alto:b.vcf\r\n",
            "X-ADDRESSBOOKSERVER-MEMBER;CN=Sub:urn:uuid:sub\r\n");
  }
}
