package org.tandemsync.mapi.item;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Text;
import org.tandemsync.mapi.CodePages;
import org.tandemsync.mapi.CompressedRtf;
import org.tandemsync.mapi.EncapsulatedHtml;
import org.tandemsync.mapi.HtmlText;
import org.tandemsync.mapi.PlainRtf;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.Rtf;
import org.tandemsync.mapi.RtfHtml;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;

/** The text of an item: plain, HTML, or RTF in which plain text or HTML may be wrapped. */
final class BodyCodec {
  private static final int UTF_8 = 65001;

  private static final byte[] NONE = {};

  /** PidTagNativeBody: HTML. */
  private static final int NATIVE_HTML = 3;

  /** Characters of the text that lists show. */
  private static final int PREVIEW = 255;

  private BodyCodec() {}

  /**
   * The plain text is Outlook's own where there is one, otherwise made from the RTF or the HTML.
   * The HTML is what Outlook keeps as such, also inside RTF, or made from RTF that was written in
   * Outlook; text that is not formatted has none.
   */
  static Body read(PropertyBag bag) {
    String plain = Text.lines(bag.text(Tags.BODY));
    String html = html(bag);
    if ((blank(plain) || html.isEmpty()) && bag.has(Tags.RTF)) {
      Span compressed = bag.bytes(Tags.RTF);
      if (!compressed.isEmpty()) {
        byte[] document = CompressedRtf.decode(compressed);
        Rtf.Content rtf = Rtf.parse(document, bag.ansi());
        if (rtf.origin() != Rtf.Origin.HTML && blank(plain)) {
          plain = Text.lines(rtf.text());
        }
        if (html.isEmpty()) {
          html = rtf.origin() == Rtf.Origin.HTML ? rtf.text() : RtfHtml.of(document, bag.ansi());
        }
      }
    }
    if (blank(plain) && !blank(html)) {
      plain = HtmlText.of(html);
    }
    return blank(plain) ? Body.EMPTY : new Body(plain.stripTrailing(), html.strip());
  }

  /**
   * The text of an item in all its forms: an old one must not stay, because Outlook shows the RTF
   * whatever else there is.
   *
   * <ul>
   *   <li>Formatting stays for as long as the text does, and RTF that was written in Outlook stays
   *       for as long as its words do: HTML never says all of it.
   *   <li>If the text changes and the HTML does not, the HTML is out of date: the text wins,
   *       without formatting.
   *   <li>HTML is kept as such in appointments, and wrapped in RTF in all other items, which
   *       Outlook edits as RTF.
   *   <li>Plain text has no other form, except RTF where there was RTF before.
   * </ul>
   */
  static void write(Body body, PropertyEdits edits) {
    PropertyBag before = edits.before();
    Body old = read(before);
    if (stays(body, old, before)) {
      return;
    }
    boolean outdated =
        !body.html().isEmpty()
            && Text.sameIgnoringTrailingSpace(body.html(), old.html())
            && !sameWords(body.plain(), old.plain())
            && !sameWords(body.plain(), HtmlText.of(body.html()));
    writePlain(body.plain(), edits);
    if (body.html().isEmpty() || outdated) {
      edits.remove(Tags.HTML).remove(Tags.NATIVE_BODY);
      boolean rtf = before.has(Tags.RTF) && !body.plain().isEmpty();
      writeRtf(rtf ? PlainRtf.encode(body.plain()) : NONE, edits);
    } else if (isEvent(edits)) {
      writeRtf(NONE, edits);
      edits
          .bytes(Tags.HTML, Bytes.of(body.html().getBytes(StandardCharsets.UTF_8)))
          .integer(Tags.INTERNET_CODE_PAGE, UTF_8)
          .integer(Tags.NATIVE_BODY, NATIVE_HTML);
    } else {
      edits.remove(Tags.HTML).remove(Tags.NATIVE_BODY);
      writeRtf(EncapsulatedHtml.encode(body.html()), edits);
    }
  }

  private static boolean stays(Body wanted, Body old, PropertyBag before) {
    boolean any = before.has(Tags.BODY) || before.has(Tags.RTF) || before.has(Tags.HTML);
    if (!any || !Text.sameIgnoringTrailingSpace(wanted.plain(), old.plain())) {
      return false;
    }
    return wanted.html().isEmpty()
        || wanted.sameAs(old)
        || writtenInOutlook(before, old)
            && sameWords(HtmlText.of(wanted.html()), HtmlText.of(old.html()));
  }

  /** Whether there is formatted RTF, and not only around HTML. */
  private static boolean writtenInOutlook(PropertyBag bag, Body body) {
    return !body.html().isEmpty()
        && html(bag).isEmpty()
        && Rtf.parse(CompressedRtf.decode(bag.bytes(Tags.RTF)), bag.ansi()).origin()
            == Rtf.Origin.RTF;
  }

  private static void writePlain(String plain, PropertyEdits edits) {
    CommonFields.writeLines(Tags.BODY, plain, edits);
    if (edits.before().has(Tags.PREVIEW)) {
      int end =
          plain.offsetByCodePoints(0, Math.min(PREVIEW, plain.codePointCount(0, plain.length())));
      CommonFields.writeLines(Tags.PREVIEW, plain.substring(0, end), edits);
    }
  }

  private static void writeRtf(byte[] rtf, PropertyEdits edits) {
    if (rtf.length == 0) {
      edits.remove(Tags.RTF).remove(Tags.RTF_IN_SYNC);
    } else {
      edits.bytes(Tags.RTF, CompressedRtf.encode(rtf)).flag(Tags.RTF_IN_SYNC, true);
    }
  }

  private static boolean sameWords(String a, String b) {
    return a.replaceAll("\\s+", "").equals(b.replaceAll("\\s+", ""));
  }

  /** Contacts, lists and tasks are not. */
  private static boolean isEvent(PropertyEdits edits) {
    String messageClass =
        edits
            .changed(Tags.MESSAGE_CLASS)
            .map(v -> new String(v.bytes().toArray(), StandardCharsets.UTF_16LE))
            .orElseGet(() -> edits.before().text(Tags.MESSAGE_CLASS));
    return Stream.of("IPM.Contact", "IPM.DistList", "IPM.Task")
        .noneMatch(c -> messageClass.regionMatches(true, 0, c, 0, c.length()));
  }

  /** An empty RTF text often is one non-breaking space. */
  private static boolean blank(String text) {
    return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  private static String html(PropertyBag bag) {
    Span bytes = bag.bytes(Tags.HTML);
    if (bytes.isEmpty()) {
      return bag.text(Tags.HTML);
    }
    Charset charset =
        CodePages.of(bag.integer(Tags.INTERNET_CODE_PAGE, 0)).orElse(CodePages.WESTERN);
    return new String(bytes.toArray(), charset);
  }
}
