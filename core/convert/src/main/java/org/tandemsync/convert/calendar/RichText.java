package org.tandemsync.convert.calendar;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.html.HtmlQuotes;
import org.tandemsync.convert.html.HtmlText;
import org.tandemsync.convert.html.PlainChecksum;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Body;
import org.tandemsync.items.LossKind;

/**
 * The text of DESCRIPTION as HTML: in X-ALT-DESC (Outlook and most servers), STYLED-DESCRIPTION
 * (RFC 9073), or the ALTREP of DESCRIPTION (Thunderbird). Programs that know DESCRIPTION alone
 * leave the old HTML behind: where it says something else it does not count.
 */
final class RichText {
  private static final String NAME = "X-ALT-DESC";
  private static final String STYLED = "STYLED-DESCRIPTION";
  private static final String ALTREP = "ALTREP";

  private static final Pattern DATA =
      Pattern.compile("data:text/html([^,]*),(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private RichText() {}

  /** The HTML that says the same as {@code plain}, or empty. */
  static String read(Component component, String plain, Context context) {
    ContentLine line = line(component);
    String html = line == null ? altrep(component.first("DESCRIPTION")) : line.text();
    if (html.isBlank()) {
      return "";
    }
    if (!goesWith(line, html, plain)) {
      context.lose(
          LossKind.RICH_TEXT_OUTDATED,
          "body",
          (line == null ? "the ALTREP of DESCRIPTION" : "line " + line.lineNumber())
              + ": the formatted text says something else than DESCRIPTION");
      return "";
    }
    return HtmlText.withoutActiveContent(html);
  }

  private static boolean goesWith(@Nullable ContentLine line, String html, String plain) {
    String checksum = line == null ? null : line.parameter(PlainChecksum.PARAMETER);
    return checksum == null
        ? HtmlText.saysTheSame(html, plain)
        : checksum.equals(PlainChecksum.of(plain));
  }

  private static @Nullable ContentLine line(Component component) {
    for (ContentLine line : component.lines()) {
      if (isHtml(line)) {
        return line;
      }
    }
    return null;
  }

  private static boolean isHtml(ContentLine line) {
    return (line.is(NAME) || line.is(STYLED)) && line.hasParameter("FMTTYPE", "text/html");
  }

  /** The HTML of {@code ALTREP="data:text/html,..."}, or empty. */
  private static String altrep(@Nullable ContentLine description) {
    String uri = description == null ? null : description.parameter(ALTREP);
    Matcher data = DATA.matcher(uri == null ? "" : uri);
    if (!data.matches()) {
      return "";
    }
    try {
      return data.group(1).toLowerCase(Locale.ROOT).endsWith(";base64")
          ? new String(Base64.getDecoder().decode(data.group(2)), StandardCharsets.UTF_8)
          : Percent.decode(data.group(2));
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  /** Brings the HTML of the component in step with a body whose plain text is written already. */
  static void write(Component into, Body wanted) {
    ContentLine description = into.first("DESCRIPTION");
    if (!altrep(description).isEmpty() && description != null) {
      into.replace(
          description,
          wanted.html().isEmpty()
              ? description.withoutParameter(ALTREP)
              : description.withParameter(
                  ALTREP, "data:text/html," + Percent.encode(wanted.html())));
    }
    if (wanted.html().isEmpty()) {
      into.removeLines(RichText::isHtml); // other clients would go on showing the old text
      return;
    }
    String html = TextValue.legal(HtmlQuotes.single(wanted.html()));
    Predicate<ContentLine> others = l -> isHtml(l) && l != line(into);
    into.removeLines(others);
    ContentLine line = line(into);
    if (line == null && !altrep(into.first("DESCRIPTION")).isEmpty()) {
      return;
    }
    ContentLine base =
        line == null ? ContentLine.of(NAME, "").withParameter("FMTTYPE", "text/html") : line;
    ContentLine written = base.withText(html);
    written =
        HtmlText.saysTheSame(html, wanted.plain())
            ? written.withoutParameter(PlainChecksum.PARAMETER)
            : written.withParameter(
                PlainChecksum.PARAMETER, PlainChecksum.of(TextValue.legal(wanted.plain())));
    if (line == null) {
      into.add(written);
    } else {
      into.replace(line, written);
    }
  }
}
