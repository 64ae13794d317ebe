package org.tandemsync.pst.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Field;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.pst.Bags;
import org.tandemsync.pst.EditedMessage;
import org.tandemsync.pst.mapi.Message;
import org.tandemsync.pst.mapi.MessageEdit;
import org.tandemsync.pst.mapi.PropertyKey;
import org.tandemsync.pst.mapi.Tags;
import org.tandemsync.testkit.items.GeneratedItems;

/** What is written to contacts and lists is read again, and nothing else changes. */
class PeopleWritingTest {
  private static final Set<String> CONTACT = Set.copyOf(Fields.CONTACT.names());
  private static final Set<String> LIST = Set.copyOf(Fields.DISTRIBUTION_LIST.names());

  /** Bigger runs: -Dtandem.proofs=N. */
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

  @Property(tries = 200, seed = "5")
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
    Map<Object, List<Object>> all = new java.util.HashMap<>();
    message
        .properties()
        .raw()
        .forEach(
            (id, p) -> {
              Object key = message.properties().names().name(id).<Object>map(n -> n).orElse(id);
              all.put(
                  key,
                  List.of(
                      p.type(), org.tandemsync.items.Bytes.of(p.value().all(1 << 20).toArray())));
            });
    return all;
  }
}
