package org.tandemsync.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Member;

/** Members of lists, found among the cards of an address book. */
class AddressBookTest {

  private static AddressBook book() {
    AddressBook book = new AddressBook();
    book.add("7d1e.vcf", contact("AAA-1", "Ann Alto", "ann@x", "ann@work"));
    book.add("sogo-2.vcf", contact("sogo-2.vcf", "Bob", "bob@x"));
    book.add("odd name.vcf", contact("urn:uuid:CCC", "Cy"));
    book.add("d.vcf", contact("DDD", "Dan", "family@x"));
    book.add("e.vcf", contact("EEE", "Eve", "Family@x"));
    book.add("choir.vlf", DistributionList.builder().uid("choir.vlf").name("Choir").build());
    return book;
  }

  private static Contact contact(String uid, String name, String... addresses) {
    Map<EmailSlot, EmailAddress> emails = new java.util.EnumMap<>(EmailSlot.class);
    for (int i = 0; i < addresses.length; i++) {
      emails.put(EmailSlot.values()[i], new EmailAddress(addresses[i], ""));
    }
    return Contact.builder().uid(uid).fullName(name).emails(emails).build();
  }

  private static DistributionList list(Member... members) {
    return DistributionList.builder().uid("g").name("G").members(List.of(members)).build();
  }

  record Row(String what, Member in, Member out) {}

  private static Row row(String what, Member in, Member out) {
    return new Row(what, in, out);
  }

  private static Member m(String name, String address, String uid) {
    return new Member(name, address, uid);
  }

  static List<Row> read() {
    return List.of(
        row("by UID alone, as iCloud", m("", "", "aaa-1"), m("Ann Alto", "ann@x", "AAA-1")),
        row("by file, as SOGo", m("Ann", "ann@x", "7d1e"), m("Ann", "ann@x", "AAA-1")),
        row("the address chosen", m("", "Ann@Work", "AAA-1"), m("Ann Alto", "Ann@Work", "AAA-1")),
        row("an address of old", m("", "gone@x", "AAA-1"), m("Ann Alto", "ann@x", "AAA-1")),
        row("SOGo's UIDs", m("", "", "sogo-2"), m("Bob", "bob@x", "sogo-2.vcf")),
        row("urn:uuid: in a UID", m("", "", "ccc"), m("Cy", "", "urn:uuid:CCC")),
        row("a list in a list", m("", "", "CHOIR"), m("Choir", "", "choir.vlf")),
        row("an outsider", m("Gus", "ann@x", ""), m("Gus", "ann@x", "")),
        row("nobody's UID", m("", "", "zzz"), m("", "", "zzz")));
  }

  @ParameterizedTest
  @MethodSource("read")
  void asRead(Row row) {
    assertThat(book().asRead(list(row.in)).members()).as(row.what).containsExactly(row.out);
  }

  static List<Row> byUid() {
    return List.of(
        row("Outlook's own UID", m("Ann", "ann@x", "pst-9"), m("Ann", "ann@x", "AAA-1")),
        row("Outlook's one-off", m("Ann", "ANN@x", ""), m("Ann", "ANN@x", "AAA-1")),
        row("known by UID", m("Ann", "other@x", "aaa-1"), m("Ann", "other@x", "AAA-1")),
        row("an address of two", m("Dan", "family@x", ""), m("Dan", "family@x", "")),
        row("one of the two", m("Eve", "family@x", "EEE"), m("Eve", "family@x", "EEE")),
        row("a list", m("Choir", "", "choir"), m("Choir", "", "choir.vlf")),
        row("nobody's UID", m("Zoe", "zoe@x", "zzz"), m("Zoe", "zoe@x", "zzz")));
  }

  @ParameterizedTest
  @MethodSource("byUid")
  void asWrittenByUid(Row row) {
    assertThat(book().asWritten(list(row.in), false).members())
        .as(row.what)
        .containsExactly(row.out);
  }

  static List<Row> byFile() {
    return List.of(
        row("another name", m("Ann", "ann@x", "AAA-1"), m("Ann", "ann@x", "7d1e")),
        row("SOGo's UIDs", m("Bob", "bob@x", "sogo-2.vcf"), m("Bob", "bob@x", "sogo-2")),
        row("Outlook's own UID", m("Ann", "ann@x", "pst-9"), m("Ann", "ann@x", "7d1e")),
        row("an outsider", m("Gus", "gus@x", ""), m("Gus", "gus@x", "")),
        row("a list has its UID", m("Choir", "", "choir"), m("Choir", "", "choir.vlf")));
  }

  @ParameterizedTest
  @MethodSource("byFile")
  void asWrittenByFile(Row row) {
    assertThat(book().asWritten(list(row.in), true).members())
        .as(row.what)
        .containsExactly(row.out);
  }

  @ParameterizedTest
  @MethodSource("read")
  void whoIsSeenNeedNotBeLookedFor(Row row) {
    boolean nobody = row.in.uid().equals("zzz");
    assertThat(book().unseen(list(row.in))).isEqualTo(nobody ? List.of("zzz") : List.of());
  }
}
