package org.tandemsync.convert.calendar;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Body;

/**
 * DESCRIPTION and X-ALT-DESC. Google puts HTML into DESCRIPTION: text with an opening and its
 * closing tag is taken as such, unless we wrote it and say that it is plain.
 */
record Description<I, B>(Function<I, Body> get, BiConsumer<B, Body> set)
    implements CalendarProperty<I, B> {
  private static final String PLAIN = "X-TANDEM-PLAIN";

  @Override
  public Set<String> fields() {
    return Set.of("body");
  }

  @Override
  public void read(Component from, B into, Context context) {
    set.accept(into, body(from));
  }

  private static Body body(Component component) {
    ContentLine line = component.first("DESCRIPTION");
    String text = line == null ? "" : line.text();
    ContentLine html = html(component);
    boolean plain = line != null && line.hasParameter(PLAIN, "TRUE");
    if (!plain && HtmlText.looksLikeHtml(text)) {
      return new Body(HtmlText.toPlain(text), HtmlText.withoutActiveContent(text));
    }
    return new Body(text, html == null ? "" : HtmlText.withoutActiveContent(html.text()));
  }

  private static @Nullable ContentLine html(Component component) {
    for (ContentLine line : component.lines("X-ALT-DESC")) {
      if (line.hasParameter("FMTTYPE", "text/html")) {
        return line;
      }
    }
    return null;
  }

  @Override
  public void write(I item, Component into, Context context) {
    Body body = get.apply(item);
    String text = TextValue.legal(body.plain());
    TextProperty.write("DESCRIPTION", text, false, into);
    ContentLine line = into.first("DESCRIPTION");
    if (line != null) {
      into.replace(
          line,
          HtmlText.looksLikeHtml(text)
              ? line.withParameter(PLAIN, "TRUE")
              : line.withoutParameter(PLAIN));
    }
    ContentLine html = html(into);
    if (body.html().isEmpty()) {
      if (html != null) {
        into.remove(html); // other clients would go on showing the old text
      }
    } else if (html == null) {
      into.add(
          ContentLine.of("X-ALT-DESC", TextValue.escape(body.html()))
              .withParameter("FMTTYPE", "text/html"));
    } else {
      into.replace(html, html.withText(body.html()));
    }
  }
}
