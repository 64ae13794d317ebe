package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Gender;
import org.tandemsync.items.Member;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.mapi.CompressedRtf;
import org.tandemsync.mapi.Crc;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ContactCodec;
import org.tandemsync.mapi.item.DistributionListCodec;
import org.tandemsync.mapi.item.MemberSource;
import org.tandemsync.mapi.item.MemberTarget;
import org.tandemsync.mapi.sample.MsgFile;
import org.tandemsync.pst.format.NodeId;

/** Contacts and lists that Outlook wrote, written again by us. */
class PeopleSamplesTest {
  private static final Set<String> CONTACT = Set.copyOf(Fields.CONTACT.names());
  private static final Set<String> LIST = Set.copyOf(Fields.DISTRIBUTION_LIST.names());
  private static final String FOX = "msg/testMSG_Contact.msg";

  private static PropertyName address(int lid) {
    return PropertyName.of(PropertySets.ADDRESS, lid);
  }

  /** All messages of a class in all samples. */
  private static Map<String, Message> messages(String messageClass) throws IOException {
    Map<String, Message> found = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(Samples.path("."))) {
      files = all.filter(p -> p.toString().matches(".*\\.(pst|ost|msg)")).sorted().toList();
    }
    for (Path path : files) {
      String name = Samples.path(".").relativize(path).toString();
      if (name.endsWith(".msg")) {
        add(name, MsgFile.read(path), messageClass, found);
      } else {
        PstFile file = PstFile.open(path); // stays open: values are read when asked for
        List<NodeId> nodes = new ArrayList<>();
        file.database().forEachNode(e -> nodes.add(e.id()));
        for (NodeId node : nodes) {
          if (node.type() == NodeId.MESSAGE) {
            Message message = file.message(file.database().requireNode(node));
            add(name + " " + node, message, messageClass, found);
          }
        }
      }
    }
    return found;
  }

  private static void add(
      String name, Message message, String messageClass, Map<String, Message> found) {
    if (message.properties().text(Tags.MESSAGE_CLASS).startsWith(messageClass)) {
      found.put(name, message);
    }
  }

  static List<Map.Entry<String, Message>> contacts() throws IOException {
    return List.copyOf(messages("IPM.Contact").entrySet());
  }

  static List<Map.Entry<String, Message>> lists() throws IOException {
    return List.copyOf(messages("IPM.DistList").entrySet());
  }

  /** What an object holds, by name; an empty text is as good as none. */
  private static Map<String, String> contents(PropertyBag bag) {
    Map<String, String> contents = new TreeMap<>();
    for (RawProperty p : bag.raw().values()) {
      PropertyKey key = bag.names().name(p.id()).<PropertyKey>map(n -> n).orElse(tag(p.id()));
      boolean text = p.type() == 0x1E || p.type() == 0x1F;
      String value = text ? bag.text(key) : p.type() + " " + fixed(p).hashCode();
      if (!value.isEmpty()) {
        contents.put(key.toString(), value);
      }
    }
    return contents;
  }

  /** Without the bytes that fill up short values. */
  private static Bytes fixed(RawProperty p) {
    byte[] all = p.value().all(PropertyBag.MOST).toArray();
    int size =
        switch (p.type()) {
          case PropertyValue.FLAG -> 1;
          case PropertyValue.SHORT -> 2;
          case PropertyValue.INTEGER -> 4;
          default -> all.length;
        };
    return Bytes.of(Arrays.copyOf(all, size));
  }

  private static PropertyTag tag(int id) {
    return new PropertyTag(id);
  }

  @Test
  void thereAreSamples() throws IOException {
    assertThat(contacts()).hasSizeGreaterThan(10);
    assertThat(lists()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("contacts")
  void writingWhatAContactHoldsChangesNothing(Map.Entry<String, Message> sample) {
    Message before = sample.getValue();
    Contact contact = ContactCodec.read(before, "uid");
    MessageEdit edit = MessageEdit.of(before);
    ContactCodec.write(contact, CONTACT, edit);
    Message after = EditedMessage.of(edit);
    assertThat(ContactCodec.read(after, "uid")).isEqualTo(contact);
    assertThat(contents(after.properties())).containsAllEntriesOf(contents(before.properties()));
    assertThat(edit.changedAttachments()).isEmpty();
    assertThat(edit.newAttachments()).isEmpty();
    assertThat(edit.removedAttachments()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void writingWhatAListHoldsChangesNothing(Map.Entry<String, Message> sample) {
    Message before = sample.getValue();
    DistributionList list = DistributionListCodec.read(before, "uid", MemberSource.NONE);
    MessageEdit edit = MessageEdit.of(before);
    DistributionListCodec.write(list, LIST, edit, MemberSource.NONE, MemberTarget.NONE);
    Message after = EditedMessage.of(edit);
    assertThat(DistributionListCodec.read(after, "uid", MemberSource.NONE)).isEqualTo(list);
    assertThat(contents(after.properties())).containsAllEntriesOf(contents(before.properties()));
  }

  /** The checksum, and each one-off id made again from its parts. */
  @ParameterizedTest
  @MethodSource("lists")
  void idsOfMembersAreOutlooks(Map.Entry<String, Message> sample) {
    PropertyBag bag = sample.getValue().properties();
    StringBuilder ids = new StringBuilder();
    for (Span id : bag.binaries(address(0x8055))) {
      ids.append(new String(id.toArray(), StandardCharsets.ISO_8859_1));
    }
    assertThat(bag.integer(address(0x804C), 0))
        .isEqualTo(Crc.of(ids.toString().getBytes(StandardCharsets.ISO_8859_1)));
    for (Span id : bag.binaries(address(0x8054))) {
      EntryId.OneOff parts = (EntryId.OneOff) EntryId.parse(id, bag.ansi());
      assertThat(EntryId.oneOff(parts.name(), parts.addressType(), parts.address()))
          .isEqualTo(Bytes.of(id.toArray()));
    }
  }

  /** One-off ids of addresses are made of their display name, type and address. */
  @ParameterizedTest
  @MethodSource("contacts")
  void idsOfAddressesAreOutlooks(Map.Entry<String, Message> sample) {
    PropertyBag bag = sample.getValue().properties();
    for (int base : new int[] {0x8080, 0x8090, 0x80A0, 0x80B0, 0x80C0, 0x80D0}) {
      Span id = bag.bytes(address(base + 5));
      String type = bag.text(address(base + 2));
      if (!id.isEmpty() && !bag.text(address(base + 3)).isEmpty() && !type.equals("EX")) {
        boolean fax = type.equals("FAX");
        String name = bag.text(address(fax ? base + 4 : base));
        String value = bag.text(address(base + 3));
        assertThat(
                fax
                    ? EntryId.oneOff(EntryId.UNICODE, name, type, value)
                    : EntryId.oneOff(name, type, value))
            .isEqualTo(Bytes.of(id.toArray()));
      }
    }
  }

  private static PropertyBag fox() {
    return MsgFile.read(Samples.path(FOX)).properties();
  }

  private static PropertyBag foxAgain() {
    Contact contact = ContactCodec.read(MsgFile.read(Samples.path(FOX)), "uid");
    MessageEdit edit = MessageEdit.ofNew();
    ContactCodec.write(contact, CONTACT, edit);
    return EditedMessage.of(edit).properties();
  }

  /** A new contact has what Outlook gave the same one. */
  @Test
  void aNewContactIsAsOutlookWouldMakeIt() {
    PropertyBag ours = foxAgain();
    Map<String, String> expected = contents(fox());
    Map<String, String> actual = contents(ours);
    for (int lid : new int[] {0x8005, 0x8006, 0x8022, 0x8023, 0x8025, 0x8026, 0x8027, 0x8028}) {
      assertThat(actual).contains(entry(expected, address(lid)));
    }
    for (int lid : new int[] {0x8029, 0x8045, 0x8046, 0x8048, 0x8049, 0x8080, 0x8082, 0x8083}) {
      assertThat(actual).contains(entry(expected, address(lid)));
    }
    for (int lid : new int[] {0x8084, 0x8085, 0x80C2, 0x80C4, 0x80DB, 0x80DD}) {
      assertThat(actual).contains(entry(expected, address(lid)));
    }
    for (int id : new int[] {0x3001, 0x3A05, 0x3A06, 0x3A08, 0x3A11, 0x3A24, 0x3A27, 0x3A45}) {
      assertThat(actual).contains(entry(expected, tag(id)));
    }
    assertThat(ours.text(Tags.SUBJECT)).isEqualTo("\1\1Quick Brown Fox Jr");
    assertThat(ours.text(address(0x80C3))).isEqualTo("Quick Brown Fox Jr@(345) 678-9012");
  }

  private static Map.Entry<String, String> entry(Map<String, String> all, PropertyKey key) {
    String value = all.get(key.toString());
    return Map.entry(key.toString(), value == null ? "missing" : value);
  }

  /** Which properties the change of one field changes in a contact of Outlook's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "nickname|3a4f",
        "job-title|3a17",
        "hobbies|3a43",
        "children|3a58",
        "gender|3a4d",
        "notes|1000 1009",
        "sensitivity|0036 8506",
        "categories|Keywords",
        "birthday|80de 3a42",
        "user-fields|804f",
        "file-as|8005 8006",
        "mailing-address|8022 3a15 3a26 3a27 3a29 3a2a 80dd",
      })
  void aChangeOfOneFieldChangesItsPropertiesOnly(String field, String expected) {
    Message before = MsgFile.read(Samples.path(FOX));
    Contact other =
        Contact.builder()
            .nickname("Foxy")
            .jobTitle("Runner")
            .hobbies("dogs")
            .children(List.of("Kit"))
            .gender(Gender.MALE)
            .notes(Body.plain("new"))
            .sensitivity(Sensitivity.PRIVATE)
            .categories(Categories.of("a"))
            .birthday(LocalDate.of(2000, 2, 29))
            .userFields(List.of("1", "", "", ""))
            .fileAs("The Fox")
            .build();
    Contact contact = ContactCodec.read(before, "uid");
    MessageEdit edit = MessageEdit.of(before);
    ContactCodec.write(Fields.CONTACT.overlay(contact, other, Set.of(field)), Set.of(field), edit);
    assertThat(changes(before, EditedMessage.of(edit)))
        .containsExactlyInAnyOrder(expected.split(" "));
  }

  private static List<String> changes(Message before, Message after) {
    Map<String, String> old = contents(before.properties());
    Map<String, String> all = new TreeMap<>(contents(after.properties()));
    old.keySet().forEach(k -> all.putIfAbsent(k, ""));
    return all.entrySet().stream()
        .filter(e -> !e.getValue().equals(old.get(e.getKey())))
        .map(e -> shortName(e.getKey()))
        .toList();
  }

  private static String shortName(String key) {
    if (key.startsWith("PropertyTag[id=")) {
      int id = Integer.parseInt(key.substring(15, key.length() - 1));
      return String.format(Locale.ROOT, "%04x", id);
    }
    String number = key.replaceAll(".*number=(\\d+), text=.*", "$1");
    String text = key.replaceAll(".*text=(.*)]", "$1");
    return text.isEmpty() ? String.format(Locale.ROOT, "%04x", Integer.parseInt(number)) : text;
  }

  @Test
  void aFaxNumberIsAnAddressToo() {
    Message before = MsgFile.read(Samples.path(FOX));
    Contact contact = ContactCodec.read(before, "uid");
    Map<PhoneSlot, String> phones = new TreeMap<>(contact.phones());
    phones.remove(PhoneSlot.BUSINESS_FAX);
    phones.put(PhoneSlot.HOME_FAX, "+1 5");
    MessageEdit edit = MessageEdit.of(before);
    ContactCodec.write(contact.toBuilder().phones(phones).build(), Set.of("phones"), edit);
    PropertyBag after = EditedMessage.of(edit).properties();
    assertThat(after.integer(address(0x8029), 0)).isEqualTo(0b10001);
    assertThat(after.text(address(0x80C3))).isEmpty();
    assertThat(after.text(address(0x80D3))).isEqualTo("Quick Brown Fox Jr@+1 5");
    assertThat(EntryId.parse(after.bytes(address(0x80D5)), StandardCharsets.US_ASCII))
        .isEqualTo(new EntryId.OneOff("Quick Brown Fox Jr", "FAX", "Quick Brown Fox Jr@+1 5"));
    assertThat(after.bytes(address(0x8085)).toArray())
        .isEqualTo(fox().bytes(address(0x8085)).toArray());
  }

  @Test
  void aNewNameGoesWhereTheOldOneStood() {
    Message before = MsgFile.read(Samples.path(FOX));
    Contact contact = ContactCodec.read(before, "uid");
    Contact renamed =
        contact.toBuilder()
            .name(new PersonName("Dr", "Quick", "Brown", "Vixen", "Jr"))
            .fullName("Dr Quick Brown Vixen Jr")
            .build();
    MessageEdit edit = MessageEdit.of(before);
    ContactCodec.write(renamed, Set.of("name", "full-name"), edit);
    PropertyBag after = EditedMessage.of(edit).properties();
    assertThat(after.text(Tags.SUBJECT)).isEqualTo("\1\1Quick Brown Vixen Jr");
    assertThat(after.text(address(0x8005))).isEqualTo("Vixen, Quick Brown");
    assertThat(after.text(address(0x8080)))
        .isEqualTo("Quick Brown Vixen Jr (quickbrown@gmail.com)");
    assertThat(after.text(address(0x80C4))).isEqualTo("Quick Brown Vixen Jr");
    assertThat(after.integer(address(0x8029), 0)).isEqualTo(9);
  }

  private static final MemberTarget FOX_IS_HERE =
      member -> here(member.address().equals("quickbrown@gmail.com"));

  private static Optional<MemberTarget.Target> here(boolean found) {
    Bytes key = Bytes.of(new byte[16]);
    return found
        ? Optional.of(new MemberTarget.Target(EntryId.inStore(key, 0x200064), false, fox()))
        : Optional.empty();
  }

  @Test
  void membersThatStayKeepTheirBytes() {
    Message before = messagesOf("java-libpst/dist-list.pst", "IPM.DistList");
    DistributionList list = DistributionListCodec.read(before, "uid", MemberSource.NONE);
    List<Member> members = new ArrayList<>(list.members());
    members.remove(1);
    members.add(new Member("Fox", "quickbrown@gmail.com", ""));
    members.add(new Member("", "new@x.example", ""));
    members.add(new Member("", "", "urn-unknown"));
    MessageEdit edit = MessageEdit.of(before);
    DistributionListCodec.write(
        list.toBuilder().members(members).build(),
        Set.of("members"),
        edit,
        MemberSource.NONE,
        FOX_IS_HERE);
    PropertyBag after = EditedMessage.of(edit).properties();
    List<Bytes> old = bytes(before.properties().binaries(address(0x8055)));
    List<Bytes> now = bytes(after.binaries(address(0x8055)));
    assertThat(now.subList(0, 2)).containsExactly(old.get(0), old.get(2));
    assertThat(now).hasSize(5);
    EntryId.Wrapped fox =
        (EntryId.Wrapped) EntryId.parse(Span.of(now.get(2).toArray()), StandardCharsets.US_ASCII);
    assertThat(fox.kind()).isEqualTo(0xC3);
    assertThat(
            DistributionListCodec.read(EditedMessage.of(edit), "uid", MemberSource.NONE).members())
        .containsExactly(
            list.members().get(0),
            list.members().get(2),
            new Member("Quick Brown Fox Jr", "quickbrown@gmail.com", ""),
            new Member("", "new@x.example", ""),
            new Member("", "", "urn-unknown"));
  }

  private static Message messagesOf(String file, String messageClass) {
    PstFile pst = PstFile.open(Samples.path(file));
    List<NodeId> nodes = new ArrayList<>();
    pst.database().forEachNode(e -> nodes.add(e.id()));
    return nodes.stream()
        .filter(n -> n.type() == NodeId.MESSAGE)
        .<Message>map(n -> pst.message(pst.database().requireNode(n)))
        .filter(m -> m.properties().text(Tags.MESSAGE_CLASS).equals(messageClass))
        .findFirst()
        .orElseThrow();
  }

  private static List<Bytes> bytes(List<Span> spans) {
    return spans.stream().map(s -> Bytes.of(s.toArray())).toList();
  }

  /** Longer than the 15,000 bytes that older versions of Outlook can hold. */
  @Test
  void aLongListHasAStream() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      members.add(new Member("Member " + i, "member" + i + "@long.example", ""));
    }
    DistributionList list = DistributionList.builder().name("Long").members(members).build();
    MessageEdit edit = MessageEdit.ofNew();
    DistributionListCodec.write(list, LIST, edit, MemberSource.NONE, MemberTarget.NONE);
    Message after = EditedMessage.of(edit);
    assertThat(after.properties().bytes(address(0x8064)).isEmpty()).isFalse();
    List<Bytes> ids = bytes(after.properties().binaries(address(0x8055)));
    assertThat(ids.stream().mapToInt(Bytes::length).sum()).isBetween(14_000, 15_000);
    assertThat(DistributionListCodec.read(after, "uid", MemberSource.NONE).members())
        .isEqualTo(members);
    MessageEdit less = MessageEdit.of(after);
    DistributionListCodec.write(
        list.toBuilder().members(members.subList(0, 2)).build(),
        Set.of("members"),
        less,
        MemberSource.NONE,
        MemberTarget.NONE);
    assertThat(
            DistributionListCodec.read(EditedMessage.of(less), "uid", MemberSource.NONE).members())
        .isEqualTo(members.subList(0, 2));
  }

  /** Compressed again, RTF of Outlook has the very same bytes. */
  @Test
  void rtfIsCompressedAsOutlookDoes() throws IOException {
    int same = 0;
    for (Message message : messages("IPM.").values()) {
      Span compressed = message.properties().bytes(Tags.RTF);
      if (compressed.isEmpty()) {
        continue;
      }
      byte[] rtf = CompressedRtf.decode(compressed);
      Bytes ours = CompressedRtf.encode(rtf);
      assertThat(CompressedRtf.decode(Span.of(ours.toArray()))).isEqualTo(rtf);
      same += ours.equals(Bytes.of(compressed.toArray())) ? 1 : 0;
    }
    assertThat(same).isGreaterThan(20);
  }
}
