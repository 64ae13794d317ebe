package org.tandemsync.convert.calendar;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.html.HtmlQuotes;
import org.tandemsync.convert.html.HtmlText;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Body;
import org.tandemsync.items.Text;

/**
 * DESCRIPTION and the {@link RichText} beside it. Google puts HTML into DESCRIPTION: text with an
 * opening and its closing tag is taken as such, unless we wrote it and say that it is plain.
 */
record Description<I, B>(Function<I, Body> get, BiConsumer<B, Body> set)
    implements CalendarProperty<I, B> {
  private static final String NAME = "DESCRIPTION";
  private static final String PLAIN = "X-TANDEM-PLAIN";

  @Override
  public Set<String> fields() {
    return Set.of("body");
  }

  @Override
  public void read(Component from, B into, Context context) {
    set.accept(into, body(from, context));
  }

  private static Body body(Component component, Context context) {
    ContentLine line = component.first(NAME);
    String text = line == null ? "" : line.text();
    return isHtml(line)
        ? new Body(HtmlText.toPlain(text), HtmlText.withoutActiveContent(text))
        : new Body(text, RichText.read(component, text, context));
  }

  private static boolean isHtml(@Nullable ContentLine line) {
    return line != null && !line.hasParameter(PLAIN, "TRUE") && HtmlText.looksLikeHtml(line.text());
  }

  @Override
  public void write(I item, Component into, Context context) {
    Body wanted = context.settings().calendar().html() ? get.apply(item) : words(get.apply(item));
    Body present = body(into, context);
    boolean samePlain = Text.sameIgnoringTrailingSpace(wanted.plain(), present.plain());
    if (samePlain && (wanted.html().isEmpty() || wanted.sameAs(present))) {
      return; // the same words: that is no reason to take their formatting away
    }
    ContentLine line = into.first(NAME);
    if (line != null && isHtml(line)) {
      String html = TextValue.legal(HtmlQuotes.single(wanted.html()));
      boolean saysAll =
          HtmlText.looksLikeHtml(html)
              && Text.sameIgnoringTrailingSpace(HtmlText.toPlain(html), wanted.plain());
      if (saysAll) {
        into.replace(line, line.withText(html));
        return;
      }
    }
    writePlain(TextValue.legal(wanted.plain()), into);
    RichText.write(into, wanted);
  }

  private static Body words(Body body) {
    return Body.plain(body.plain());
  }

  private static void writePlain(String text, Component into) {
    TextProperty.write(NAME, text, false, into);
    ContentLine line = into.first(NAME);
    if (line != null) {
      into.replace(
          line,
          HtmlText.looksLikeHtml(text)
              ? line.withParameter(PLAIN, "TRUE")
              : line.withoutParameter(PLAIN));
    }
  }
}
