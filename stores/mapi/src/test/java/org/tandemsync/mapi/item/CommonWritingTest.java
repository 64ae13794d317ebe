package org.tandemsync.mapi.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Body;
import org.tandemsync.items.Business;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.CompressedRtf;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PlainRtf;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.sample.Bags;

/** What all kinds of items have in common, outward. */
class CommonWritingTest {

  private static PropertyBag after(MessageEdit edit) {
    return EditedMessage.of(edit).properties();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|Lunch|<1><1>Lunch|Lunch",
        "<1><1>Dinner|Lunch|<1><1>Lunch|Lunch",
        "<1><5>RE: Dinner|RE: Lunch|<1><5>RE: Lunch|Lunch",
        "<1><5>RE: Dinner|Lunch|<1><1>Lunch|Lunch",
        "Dinner|Lunch|<1><1>Lunch|Lunch",
        "<1><1>Dinner|''|''|''",
      })
  void aSubjectHasTwoCharactersInFront(String old, String subject, String stored, String topic) {
    MessageEdit edit =
        MessageEdit.of(
            new Bags()
                .text(Tags.SUBJECT, control(old))
                .text(Tags.NORMALIZED_SUBJECT, "x")
                .message());
    CommonFields.writeSubject(subject, edit.properties());
    assertThat(after(edit).text(Tags.SUBJECT)).isEqualTo(control(stored));
    assertThat(after(edit).text(Tags.CONVERSATION_TOPIC)).isEqualTo(topic);
    assertThat(after(edit).text(Tags.NORMALIZED_SUBJECT)).isEqualTo(topic);
    assertThat(CommonFields.subject(after(edit))).isEqualTo(subject);
  }

  private static String control(String text) {
    return text.replace("<1>", "\1").replace("<5>", "\5");
  }

  @Test
  void theNormalizedSubjectIsKeptOnlyWhereItIs() {
    PropertyEdits edits = PropertyEdits.ofNew();
    CommonFields.writeSubject("a", edits);
    assertThat(edits.changes()).doesNotContainKey(Tags.NORMALIZED_SUBJECT);
  }

  @ParameterizedTest
  @EnumSource(Importance.class)
  void importanceComesBack(Importance importance) {
    MessageEdit edit = MessageEdit.ofNew();
    CommonFields.writeImportance(importance, edit.properties());
    assertThat(CommonFields.importance(after(edit))).isEqualTo(importance);
  }

  @ParameterizedTest
  @EnumSource(Sensitivity.class)
  void sensitivityComesBack(Sensitivity sensitivity) {
    MessageEdit edit = MessageEdit.of(new Bags().flag(CommonFields.PRIVATE, true).message());
    CommonFields.writeSensitivity(sensitivity, edit.properties());
    assertThat(CommonFields.sensitivity(after(edit))).isEqualTo(sensitivity);
    assertThat(after(edit).flag(CommonFields.PRIVATE))
        .isEqualTo(sensitivity == Sensitivity.PRIVATE);
  }

  @Test
  void categoriesAndBusinessComeBack() {
    MessageEdit edit = MessageEdit.ofNew();
    Categories categories = Categories.of("Green", "a, b");
    Business business = new Business("b", "12 km", List.of("Acme", "Ü"), List.of("Ann"));
    CommonFields.writeCategories(categories, edit.properties());
    CommonFields.writeBusiness(business, edit.properties());
    assertThat(CommonFields.categories(after(edit))).isEqualTo(categories);
    assertThat(CommonFields.business(after(edit))).isEqualTo(business);
  }

  @Test
  void linksFallAwayWithTheNamesOfContacts() {
    var link = Names.common(0x8585);
    Message before =
        new Bags().texts(Names.common(0x853A), "Ann").bytes(link, new byte[] {1}).message();
    MessageEdit same = MessageEdit.of(before);
    CommonFields.writeBusiness(new Business("x", "", List.of(), List.of("Ann")), same.properties());
    assertThat(after(same).has(link)).isTrue();
    MessageEdit other = MessageEdit.of(before);
    CommonFields.writeBusiness(Business.NONE, other.properties());
    assertThat(after(other).has(link)).isFalse();
  }

  /** The stream of Microsoft's "PropertyDefinition stream sample". */
  @Test
  void aUserFieldIsDefinedAsOutlookDoes() {
    MessageEdit edit = MessageEdit.ofNew();
    CommonFields.writeUserProperties(Map.of("TextField1", "v"), edit.properties());
    assertThat(HexFormat.of().formatHex(after(edit).bytes(CommonFields.USER_FIELDS).toArray()))
        .isEqualTo(
            "030101000000450000000800000000000a0054006500780074004600690065006c00"
                + "640031000a546578744669656c6431000000000000000015000000"
                + "0a54006500780074004600690065006c006400310000000000");
    assertThat(CommonFields.userProperties(after(edit))).isEqualTo(Map.of("TextField1", "v"));
  }

  @Test
  void otherUserFieldsStayAsTheyAre() {
    MessageEdit first = MessageEdit.ofNew();
    CommonFields.writeUserProperties(Map.of("A", "1", "B", "2"), first.properties());
    MessageEdit second = MessageEdit.of(EditedMessage.of(first));
    CommonFields.writeUserProperties(Map.of("B", "3", "Ö", "4"), second.properties());
    assertThat(CommonFields.userProperties(after(second))).isEqualTo(Map.of("B", "3", "Ö", "4"));
    byte[] before = after(first).bytes(CommonFields.USER_FIELDS).toArray();
    byte[] behind = after(second).bytes(CommonFields.USER_FIELDS).toArray();
    assertThat(hex(behind).substring(12)).startsWith(hex(before).substring(12));
    assertThat(behind[2]).isEqualTo((byte) 3);
    MessageEdit none = MessageEdit.of(EditedMessage.of(second));
    CommonFields.writeUserProperties(Map.of(), none.properties());
    assertThat(CommonFields.userProperties(after(none))).isEmpty();
    assertThat(after(none).bytes(CommonFields.USER_FIELDS).toArray()).isEqualTo(behind);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void ourOwnPropertiesAreNoUserFields() {
    MessageEdit edit = MessageEdit.ofNew();
    CommonFields.writeUserProperties(Map.of("Keywords", "x", "tandem-uid", "y"), edit.properties());
    assertThat(edit.properties().changes()).isEmpty();
  }

  private static AttachedObject file(String name, String content) {
    return new Bags()
        .integer(Tags.ATTACHMENT_METHOD, AttachedObject.BY_VALUE)
        .text(Tags.ATTACHMENT_LONG_NAME, name)
        .bytes(Tags.ATTACHMENT_DATA, content.getBytes(StandardCharsets.UTF_8))
        .attachment();
  }

  private static Attachment wanted(String name, String content) {
    return new Attachment(name, "", Bytes.of(content.getBytes(StandardCharsets.UTF_8)), "");
  }

  @Test
  void onlyFilesThatChangedAreTouched() {
    AttachedObject hidden =
        new Bags()
            .integer(Tags.ATTACHMENT_METHOD, AttachedObject.BY_VALUE)
            .flag(Tags.ATTACHMENT_HIDDEN, true)
            .attachment();
    AttachedObject message =
        new Bags().integer(Tags.ATTACHMENT_METHOD, AttachedObject.EMBEDDED).attachment();
    List<AttachedObject> before =
        List.of(file("a", "1"), hidden, file("b", "2"), message, file("c", "3"));
    MessageEdit edit = MessageEdit.of(new Bags().message(List.of(), before));
    Attachment link = new Attachment("site", "", Bytes.EMPTY, "https://example.org/x");
    AttachmentCodec.write(
        List.of(wanted("a", "1"), wanted("d", "3"), wanted("e", "4"), link), edit);
    Message after = EditedMessage.of(edit);
    assertThat(edit.removedAttachments()).containsExactly(2);
    assertThat(edit.changedAttachments()).containsOnlyKeys(4);
    assertThat(after.attachments()).contains(before.get(0), hidden, message).hasSize(6);
    assertThat(AttachmentCodec.read(after.attachments()))
        .containsExactly(wanted("a", "1"), wanted("d", "3"), wanted("e", "4"), link);
  }

  @Test
  void whatStandsForAFileIsTheFile() {
    MessageEdit edit =
        MessageEdit.of(new Bags().message(List.of(), List.of(file("a", "1"), file("b", "2"))));
    AttachmentCodec.write(
        List.of(
            wanted("a", "1").leftOut(),
            new Attachment("c", "", Bytes.EMPTY, wanted("b", "2").leftOut().uri()),
            wanted("gone", "3").leftOut()),
        edit);
    assertThat(edit.changedAttachments()).containsOnlyKeys(1);
    assertThat(edit.newAttachments()).isEmpty();
    assertThat(AttachmentCodec.read(EditedMessage.of(edit).attachments()))
        .containsExactly(wanted("a", "1"), wanted("c", "2"));
  }

  @Test
  void aBodyLeavesNoOldFormBehind() {
    Message before =
        new Bags()
            .text(Tags.BODY, "old")
            .bytes(Tags.RTF, CompressedRtf.encode(PlainRtf.encode("old")).toArray())
            .bytes(Tags.HTML, "<b>old</b>".getBytes(StandardCharsets.UTF_8))
            .integer(Tags.NATIVE_BODY, 3)
            .text(Tags.PREVIEW, "old")
            .message();
    MessageEdit edit = MessageEdit.of(before);
    BodyCodec.write(Body.plain("new\ntext"), edit.properties());
    assertThat(after(edit).text(Tags.BODY)).isEqualTo("new\r\ntext");
    assertThat(after(edit).text(Tags.PREVIEW)).isEqualTo("new\r\ntext");
    assertThat(after(edit).has(Tags.HTML)).isFalse();
    assertThat(BodyCodec.read(after(edit))).isEqualTo(Body.plain("new\ntext"));
  }

  @Test
  void idsOfMembersComeBack() {
    Bytes key = Bytes.of(HexFormat.of().parseHex("a41d63dbc53b8e4ab8071e15e55750ce"));
    int node = 0x200064;
    Bytes id = EntryId.wrapped(0xC3, EntryId.inStore(key, node));
    assertThat(HexFormat.of().formatHex(id.toArray()))
        .isEqualTo(
            "00000000c091add3519dcf11a4a900aa0047faa4c3"
                + "00000000a41d63dbc53b8e4ab8071e15e55750ce64002000");
    EntryId parsed = EntryId.parse(Span.of(id.toArray()), StandardCharsets.US_ASCII);
    assertThat(parsed).isEqualTo(new EntryId.Wrapped(0xC3, new EntryId.InStore(key, node)));
    assertThat(parsed.nodeIn(key)).isEqualTo(Optional.of(node));
  }
}
