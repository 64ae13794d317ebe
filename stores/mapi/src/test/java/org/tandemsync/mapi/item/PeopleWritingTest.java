package org.tandemsync.mapi.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.Field;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;
import org.tandemsync.items.PersonName;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.sample.Bags;
import org.tandemsync.testkit.items.GeneratedItems;

/** What is written to contacts and lists is read again, and nothing else changes. */
class PeopleWritingTest {
  private static final Set<String> CONTACT = Set.copyOf(Fields.CONTACT.names());
  private static final Set<String> LIST = Set.copyOf(Fields.DISTRIBUTION_LIST.names());

  private static final PropertyKey UNKNOWN = Names.text("somebody-else");

  @Provide
  Arbitrary<Contact> contacts() {
    return GeneratedItems.contacts();
  }

  @Provide
  Arbitrary<DistributionList> lists() {
    return GeneratedItems.distributionLists();
  }

  @Provide
  Arbitrary<Set<String>> contactFields() {
    return Arbitraries.of(Fields.CONTACT.names()).set().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<Set<String>> listFields() {
    return Arbitraries.of(Fields.DISTRIBUTION_LIST.names()).set().ofMinSize(1).ofMaxSize(3);
  }

  private static Message written(Contact contact, Set<String> fields, MessageEdit edit) {
    ContactCodec.write(contact, fields, edit);
    return EditedMessage.of(edit);
  }

  private static Message written(DistributionList list, Set<String> fields, MessageEdit edit) {
    DistributionListCodec.write(list, fields, edit, MemberSource.NONE, MemberTarget.NONE);
    return EditedMessage.of(edit);
  }

  private static <I extends Item> void assertSame(
      Fields<I, ?> fields, I actual, I expected, Set<String> which) {
    for (Field<I, ?, ?> field : fields.all()) {
      if (which.contains(field.name())) {
        assertThat(field.same(actual, expected))
            .as(
                "%s: %s, not %s",
                field.name(), field.get().apply(actual), field.get().apply(expected))
            .isTrue();
      }
    }
  }

  @Property(tries = 200, seed = "1")
  void aNewContactIsReadAsItWasWritten(@ForAll("contacts") Contact contact) {
    Contact read = ContactCodec.read(written(contact, CONTACT, MessageEdit.ofNew()), "other");
    assertSame(Fields.CONTACT, read, contact, CONTACT);
    assertThat(read.uid()).isEqualTo(contact.uid());
  }

  @Property(tries = 200, seed = "2")
  void aChangeOfAContactChangesItsFieldsOnly(
      @ForAll("contacts") Contact old,
      @ForAll("contacts") Contact other,
      @ForAll("contactFields") Set<String> fields) {
    Message before = written(old, CONTACT, unknown());
    Contact wanted = Fields.CONTACT.overlay(old, other, fields);
    MessageEdit edit = MessageEdit.of(before);
    Message after = written(wanted, fields, edit);
    Contact read = ContactCodec.read(after, "other");
    Set<String> checked = new LinkedHashSet<>(CONTACT);
    if (fields.contains("name") || fields.contains("full-name") || fields.contains("company")) {
      checked.remove("file-as"); // may follow the name
    }
    checked.addAll(fields);
    assertSame(Fields.CONTACT, read, wanted, checked);
    assertThat(after.properties().text(UNKNOWN)).isEqualTo("stays");
    assertThat(read.uid()).isEqualTo("x");
  }

  private static MessageEdit unknown() {
    return MessageEdit.of(new Bags().text(UNKNOWN, "stays").text(Tags.TANDEM_UID, "x").message());
  }

  @Property(tries = 200, seed = "3")
  void aNewListIsReadAsItWasWritten(@ForAll("lists") DistributionList list) {
    Message after = written(list, LIST, MessageEdit.ofNew());
    DistributionList read = DistributionListCodec.read(after, "other", MemberSource.NONE);
    assertSame(Fields.DISTRIBUTION_LIST, read, list, LIST);
    assertThat(read.uid()).isEqualTo(list.uid());
  }

  @Property(tries = 200, seed = "4")
  void aChangeOfAListChangesItsFieldsOnly(
      @ForAll("lists") DistributionList old,
      @ForAll("lists") DistributionList other,
      @ForAll("listFields") Set<String> fields) {
    Message before = written(old, LIST, unknown());
    DistributionList wanted = Fields.DISTRIBUTION_LIST.overlay(old, other, fields);
    Message after = written(wanted, fields, MessageEdit.of(before));
    DistributionList read = DistributionListCodec.read(after, "other", MemberSource.NONE);
    Set<String> checked = new LinkedHashSet<>(LIST);
    if (fields.contains("name")) {
      checked.remove("file-as"); // may follow the name
    }
    checked.addAll(fields);
    assertSame(Fields.DISTRIBUTION_LIST, read, wanted, checked);
    assertThat(after.properties().text(UNKNOWN)).isEqualTo("stays");
  }

  /** A new name, and in the same breath the old text to be filed under. */
  @Example
  void whatIsAskedForDoesNotFollowTheName() {
    Contact old =
        Contact.builder()
            .name(new PersonName("", "Ann", "", "Smith", ""))
            .fullName("Ann Smith")
            .fileAs("Smith, Ann")
            .build();
    Contact married =
        old.toBuilder()
            .name(new PersonName("", "Ann", "", "Jones", ""))
            .fullName("Ann Jones")
            .build();
    Message before = written(old, CONTACT, MessageEdit.ofNew());
    Message asked =
        written(married, Set.of("name", "full-name", "file-as"), MessageEdit.of(before));
    assertThat(ContactCodec.read(asked, "").fileAs()).isEqualTo("Smith, Ann");
    Message followed = written(married, Set.of("name", "full-name"), MessageEdit.of(before));
    assertThat(ContactCodec.read(followed, "").fileAs()).isEqualTo("Jones, Ann");
  }

  /** Nobody said what to file it under: Outlook shows a name, and we still say nothing. */
  @Example
  void whatIsProposedReadsAsNothing() {
    Contact contact =
        Contact.builder()
            .name(new PersonName("", "Ann", "", "Smith", ""))
            .fullName("Ann Smith")
            .build();
    Message before = written(contact, CONTACT, MessageEdit.ofNew());
    assertThat(before.properties().text(Names.address(0x8005))).isEqualTo("Smith, Ann");
    assertThat(ContactCodec.read(before, "").fileAs()).isEmpty();
    Contact company =
        contact.toBuilder().name(PersonName.EMPTY).fullName("").company("Acme").build();
    Message after =
        written(company, Set.of("name", "full-name", "company"), MessageEdit.of(before));
    assertThat(after.properties().text(Names.address(0x8005))).isEqualTo("Acme");
    assertThat(after.properties().integer(Names.address(0x8006), 0)).isEqualTo(0x3A16);
    assertThat(ContactCodec.read(after, "").fileAs()).isEmpty();
    Message byHand = EditedMessage.of(textOf(after, Names.address(0x8005), "The company"));
    assertThat(ContactCodec.read(byHand, "").fileAs()).isEqualTo("The company");
  }

  private static MessageEdit textOf(Message message, PropertyKey key, String text) {
    MessageEdit edit = MessageEdit.of(message);
    edit.properties().text(key, text);
    return edit;
  }

  /** The contacts of a file, by their node: contact i has the UID "uid i". */
  private record Book(List<Contact> contacts) {
    private static final Bytes KEY = Bytes.of(new byte[16]);

    private Message message(int i) {
      return written(contacts.get(i), CONTACT, MessageEdit.ofNew());
    }

    MemberSource source() {
      return id ->
          id.nodeIn(KEY).map(i -> new MemberSource.Found("uid " + i, message(i).properties()));
    }

    MemberTarget target() {
      return member ->
          member.uid().startsWith("uid ")
              ? Optional.of(target(Integer.parseInt(member.uid().substring(4))))
              : Optional.empty();
    }

    private MemberTarget.Target target(int i) {
      return new MemberTarget.Target(EntryId.inStore(KEY, i), false, message(i).properties());
    }

    /** Contacts with one of their addresses, whichever it is. */
    List<Member> members(int slot) {
      List<Member> members = new ArrayList<>();
      for (int i = 0; i < contacts.size(); i++) {
        List<EmailAddress> emails = List.copyOf(contacts.get(i).emails().values());
        String address = emails.isEmpty() ? "" : emails.get(slot % emails.size()).address();
        members.add(new Member(contacts.get(i).fullName(), address, "uid " + i));
      }
      return members;
    }
  }

  @Provide
  Arbitrary<Book> books() {
    return GeneratedItems.contacts()
        .filter(c -> !c.fullName().isBlank())
        .list()
        .ofMaxSize(3)
        .map(Book::new);
  }

  /** Members that are contacts are found again with the address that the list means. */
  @Property(tries = 100, seed = "6")
  void membersThatAreContactsComeBack(
      @ForAll("books") Book book,
      @ForAll("lists") DistributionList list,
      @ForAll @IntRange(max = 2) int slot) {
    List<Member> members = new ArrayList<>(list.members());
    members.addAll(book.members(slot));
    DistributionList wanted = list.toBuilder().members(members).build();
    MessageEdit edit = MessageEdit.ofNew();
    DistributionListCodec.write(wanted, LIST, edit, book.source(), book.target());
    Message after = EditedMessage.of(edit);
    DistributionList read = DistributionListCodec.read(after, "", book.source());
    assertSame(Fields.DISTRIBUTION_LIST, read, wanted, LIST);
    MessageEdit fewer = MessageEdit.of(after);
    DistributionListCodec.write(
        wanted.toBuilder().members(list.members()).build(),
        Set.of("members"),
        fewer,
        book.source(),
        book.target());
    assertThat(DistributionListCodec.read(EditedMessage.of(fewer), "", book.source()).members())
        .isEqualTo(list.members());
  }

  @Property(tries = 100, seed = "5")
  void writingTheSameAgainChangesNoByte(@ForAll("contacts") Contact contact) {
    Message before = written(contact, CONTACT, MessageEdit.ofNew());
    MessageEdit again = MessageEdit.of(before);
    Message after = written(ContactCodec.read(before, ""), CONTACT, again);
    assertThat(bytes(after)).isEqualTo(bytes(before));
    assertThat(again.newAttachments()).isEmpty();
    assertThat(again.removedAttachments()).isEmpty();
    assertThat(again.changedAttachments()).isEmpty();
  }

  /** All properties by name, with their bytes. */
  static Map<Object, List<Object>> bytes(Message message) {
    Map<Object, List<Object>> all = new HashMap<>();
    message
        .properties()
        .raw()
        .forEach(
            (id, p) -> {
              Object key = message.properties().names().name(id).<Object>map(n -> n).orElse(id);
              all.put(key, List.of(p.type(), Bytes.of(p.value().all(1 << 20).toArray())));
            });
    return all;
  }
}
