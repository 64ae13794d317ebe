package org.tandemsync.pst.item;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Text;
import org.tandemsync.pst.format.Span;
import org.tandemsync.pst.mapi.CodePages;
import org.tandemsync.pst.mapi.CompressedRtf;
import org.tandemsync.pst.mapi.HtmlText;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.PropertyEdits;
import org.tandemsync.pst.mapi.Rtf;
import org.tandemsync.pst.mapi.Tags;

/** The text of an item: plain, HTML, or RTF in which plain text or HTML may be wrapped. */
final class BodyCodec {
  private static final int UTF_8 = 65001;

  /** PidTagNativeBody: HTML. */
  private static final int NATIVE_HTML = 3;

  /** Characters of the text that lists show. */
  private static final int PREVIEW = 255;

  private BodyCodec() {}

  /**
   * The plain text is Outlook's own where there is one, otherwise made from the RTF or the HTML.
   * There is HTML only where Outlook keeps HTML, also inside RTF; the RTF of an item that was
   * written in Outlook stays its plain text.
   */
  static Body read(PropertyBag bag) {
    String plain = Text.lines(bag.text(Tags.BODY));
    String html = html(bag);
    if ((blank(plain) || html.isEmpty()) && bag.has(Tags.RTF)) {
      Span compressed = bag.bytes(Tags.RTF);
      if (!compressed.isEmpty()) {
        Rtf.Content rtf = Rtf.parse(CompressedRtf.decode(compressed), bag.ansi());
        if (rtf.origin() == Rtf.Origin.HTML) {
          html = html.isEmpty() ? rtf.text() : html;
        } else if (blank(plain)) {
          plain = Text.lines(rtf.text());
        }
      }
    }
    if (blank(plain) && !blank(html)) {
      plain = HtmlText.of(html);
    }
    return blank(plain) ? Body.EMPTY : new Body(plain.stripTrailing(), html.strip());
  }

  /**
   * The text of an item in all forms: an old one must not stay, because Outlook shows the RTF
   * whatever else there is.
   */
  static void write(Body body, PropertyEdits edits) {
    CommonFields.writeLines(Tags.BODY, body.plain(), edits);
    if (edits.before().has(Tags.PREVIEW)) {
      String preview = body.plain().substring(0, Math.min(PREVIEW, body.plain().length()));
      CommonFields.writeLines(Tags.PREVIEW, preview, edits);
    }
    edits.remove(Tags.RTF).remove(Tags.RTF_IN_SYNC);
    if (body.html().isEmpty()) {
      edits.remove(Tags.HTML).remove(Tags.NATIVE_BODY);
    } else {
      edits
          .bytes(Tags.HTML, Bytes.of(body.html().getBytes(StandardCharsets.UTF_8)))
          .integer(Tags.INTERNET_CODE_PAGE, UTF_8)
          .integer(Tags.NATIVE_BODY, NATIVE_HTML);
    }
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
