package org.tandemsync.mapi.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Body;
import org.tandemsync.mapi.CompressedRtf;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.HtmlText;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Rtf;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.sample.Bags;
import org.tandemsync.testkit.items.GeneratedValues;

/** The forms in which the text of an item is kept. */
class BodyWritingTest {
  private static final String FORMATTED = "{\\rtf1\\ansi {\\b Bring} cake\\par}";

  private static PropertyBag after(Body body, Message before) {
    MessageEdit edit = MessageEdit.of(before);
    BodyCodec.write(body, edit.properties());
    return EditedMessage.of(edit).properties();
  }

  private static Bags item(String messageClass) {
    return new Bags().text(Tags.MESSAGE_CLASS, messageClass);
  }

  private static byte[] compressed(String rtf) {
    return CompressedRtf.encode(rtf.getBytes(StandardCharsets.US_ASCII)).toArray();
  }

  private static Message formatted() {
    return item("IPM.Appointment")
        .text(Tags.BODY, "Bring cake\r\n")
        .bytes(Tags.RTF, compressed(FORMATTED))
        .message();
  }

  @Test
  void whatWasFormattedInOutlookHasHtml() {
    Body expected = new Body("Bring cake", "<div><b>Bring</b> cake</div>");
    assertThat(BodyCodec.read(formatted().properties())).isEqualTo(expected);
  }

  /** HTML that says the same words in another way must not replace what Outlook has. */
  @ParameterizedTest
  @ValueSource(strings = {"", "<p><strong>Bring</strong> cake</p>", "<b>Bring</b>\n cake"})
  void rtfStaysForAsLongAsItsWordsDo(String html) {
    MessageEdit edit = MessageEdit.of(formatted());
    BodyCodec.write(new Body("Bring cake", html), edit.properties());
    assertThat(edit.properties().changes()).isEmpty();
  }

  @Test
  void otherWordsInHtmlAreWritten() {
    Body body = new Body("Bring cake", "<p>Bring <b>a</b> cake</p>");
    assertThat(BodyCodec.read(after(body, formatted()))).isEqualTo(body);
  }

  @Test
  void formattingOfAPlainTextIsWritten() {
    Message before =
        item("IPM.Task")
            .text(Tags.BODY, "Bring cake")
            .bytes(Tags.RTF, compressed("{\\rtf1\\ansi Bring cake\\par}"))
            .message();
    Body body = new Body("Bring cake", "<p>Bring <b>cake</b></p>");
    assertThat(BodyCodec.read(after(body, before))).isEqualTo(body);
  }

  @Test
  void outlooksFormattingStaysForAsLongAsTheTextDoes() {
    Message before = formatted();
    PropertyBag same = after(Body.plain("Bring cake"), before);
    assertThat(PeopleWritingTest.bytes(EditedMessage.of(MessageEdit.of(before))))
        .isEqualTo(PeopleWritingTest.bytes(before));
    assertThat(same.bytes(Tags.RTF).toArray()).isEqualTo(compressed(FORMATTED));
  }

  @Test
  void whereThereWasRtfANewTextIsRtfToo() {
    PropertyBag after = after(Body.plain("Bring\ttea\n\nand \u4e2d{}\\"), formatted());
    Rtf.Content rtf =
        Rtf.parse(CompressedRtf.decode(after.bytes(Tags.RTF)), StandardCharsets.US_ASCII);
    assertThat(rtf).isEqualTo(new Rtf.Content(Rtf.Origin.TEXT, "Bring\ttea\n\nand \u4e2d{}\\"));
    assertThat(after.flag(Tags.RTF_IN_SYNC)).isTrue();
    assertThat(after.has(Tags.HTML)).isFalse();
  }

  @Test
  void noTextHasNoForm() {
    PropertyBag after = after(Body.EMPTY, formatted());
    assertThat(after.has(Tags.BODY)).isFalse();
    assertThat(after.has(Tags.RTF)).isFalse();
  }

  @Test
  void anAppointmentKeepsHtmlAsSuch() {
    Body body = new Body("Bring cake", "<p>Bring <b>c\u00e4ke</b></p>");
    PropertyBag after = after(body, formatted());
    assertThat(after.has(Tags.RTF)).isFalse();
    assertThat(after.integer(Tags.NATIVE_BODY, 0)).isEqualTo(3);
    assertThat(BodyCodec.read(after)).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IPM.Contact", "IPM.Task", "IPM.Task.Mine", "IPM.DistList"})
  void otherItemsKeepHtmlInRtf(String messageClass) {
    Body body = new Body("Bring cake", "<p>Bring <b>c\u00e4ke</b></p>");
    PropertyBag after = after(body, item(messageClass).message());
    assertThat(after.has(Tags.HTML)).isFalse();
    assertThat(after.flag(Tags.RTF_IN_SYNC)).isTrue();
    assertThat(BodyCodec.read(after)).isEqualTo(body);
  }

  @Test
  void aChangedTextWinsOverOutdatedHtml() {
    Message before =
        item("IPM.Appointment")
            .text(Tags.BODY, "Bring cake")
            .bytes(Tags.HTML, "<p>Bring <b>cake</b></p>".getBytes(StandardCharsets.UTF_8))
            .message();
    PropertyBag after = after(new Body("Bring tea", "<p>Bring <b>cake</b></p>"), before);
    assertThat(BodyCodec.read(after)).isEqualTo(Body.plain("Bring tea"));
    Body reflowed = new Body("Bring\ncake", "<p>Bring <b>cake</b></p>");
    assertThat(BodyCodec.read(after(reflowed, before))).isEqualTo(reflowed);
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Provide
  Arbitrary<Body> bodies() {
    return GeneratedValues.richBody().filter(b -> !b.plain().isBlank());
  }

  @Provide
  Arbitrary<String> classes() {
    return Arbitraries.of("IPM.Appointment", "IPM.Contact", "IPM.Task");
  }

  @Property(tries = 300, seed = "1")
  void aBodyIsReadAsItWasWritten(
      @ForAll("bodies") Body first,
      @ForAll("bodies") Body second,
      @ForAll("classes") String messageClass) {
    MessageEdit edit = MessageEdit.of(item(messageClass).message());
    BodyCodec.write(first, edit.properties());
    Message one = EditedMessage.of(edit);
    assertThat(BodyCodec.read(one.properties()).sameAs(first)).isTrue();
    Body read = BodyCodec.read(after(second, one));
    boolean outdated =
        !second.html().isEmpty()
            && second.html().equals(first.html())
            && !words(second.plain()).equals(words(first.plain()))
            && !words(second.plain()).equals(words(HtmlText.of(second.html())));
    Body expected = outdated ? Body.plain(second.plain()) : second;
    boolean keepsFormatting =
        expected.html().isEmpty()
            && first.plain().stripTrailing().equals(second.plain().stripTrailing());
    assertThat(read.sameAs(keepsFormatting ? first : expected)).isTrue();
  }
}
