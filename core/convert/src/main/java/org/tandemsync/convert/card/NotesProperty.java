package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tandemsync.convert.html.HtmlQuotes;
import org.tandemsync.convert.html.HtmlText;
import org.tandemsync.convert.html.PlainChecksum;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Body;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Text;

/**
 * NOTE; in a VLIST, DESCRIPTION. Several notes are one text in Outlook with a blank line between;
 * of those only the ones that changed are written. Cards have plain text only; what Outlook has
 * formatted is in a property of ours, and does not count where the notes say something else.
 */
record NotesProperty<I, B>(Function<I, Body> get, BiConsumer<B, Body> set)
    implements CardProperty<I, B> {
  private static final String BETWEEN = "\n\n";
  private static final String HTML = "X-TANDEM-NOTE-HTML";

  @Override
  public Set<String> fields() {
    return Set.of("notes");
  }

  @Override
  public void read(Card card, B into, Consumer<Loss> losses) {
    set.accept(into, body(card, losses));
  }

  private static Body body(Card card, Consumer<Loss> losses) {
    String plain = text(card);
    ContentLine line = card.first(HTML);
    if (line == null || line.value().isBlank()) {
      return Body.plain(plain);
    }
    String html = card.text(line);
    boolean goesWith =
        PlainChecksum.of(plain).equals(line.parameter(PlainChecksum.PARAMETER))
            || HtmlText.saysTheSame(html, plain);
    if (!goesWith) {
      losses.accept(new Loss(LossKind.RICH_TEXT_OUTDATED, "notes", Evidence.of(line)));
      return Body.plain(plain);
    }
    return new Body(plain, HtmlText.withoutActiveContent(html));
  }

  private static String name(Card card) {
    return card.version() == Card.Version.VLIST ? "DESCRIPTION" : "NOTE";
  }

  private static String text(Card card) {
    List<ContentLine> notes = notes(card);
    return switch (notes.size()) {
      case 0 -> "";
      case 1 -> Text.lines(card.text(notes.getFirst()));
      default -> Text.lines(notes.stream().map(card::text).collect(Collectors.joining(BETWEEN)));
    };
  }

  private static List<ContentLine> notes(Card card) {
    List<ContentLine> lines = card.lines(name(card));
    return lines.isEmpty() ? lines : lines.stream().filter(l -> !card.text(l).isBlank()).toList();
  }

  @Override
  public void write(I item, Card card) {
    Body wanted = get.apply(item);
    Body present = body(card, loss -> {});
    boolean samePlain = Text.sameIgnoringTrailingSpace(present.plain(), wanted.plain());
    if (samePlain && (wanted.html().isEmpty() || wanted.sameAs(present))) {
      return; // the same words: that is no reason to take their formatting away
    }
    if (!samePlain) {
      writePlain(wanted.plain(), card);
    }
    writeHtml(wanted, card);
  }

  private static void writeHtml(Body wanted, Card card) {
    card.set(HTML, TextValue.legal(HtmlQuotes.single(wanted.html())));
    ContentLine line = card.first(HTML);
    if (line != null) {
      String checksum = PlainChecksum.of(text(card));
      card.replace(line, line.withParameter(PlainChecksum.PARAMETER, checksum));
    }
  }

  private static void writePlain(String wanted, Card card) {
    List<ContentLine> open = new ArrayList<>(notes(card));
    String rest = wanted.isBlank() ? "" : wanted;
    while (open.size() > 1 && rest.endsWith(BETWEEN + card.text(open.getLast()))) {
      rest = cut(rest, card.text(open.removeLast()));
    }
    while (open.size() > 1 && rest.startsWith(card.text(open.getFirst()) + BETWEEN)) {
      rest = rest.substring(card.text(open.removeFirst()).length() + BETWEEN.length());
    }
    ContentLine line = open.isEmpty() ? null : open.removeFirst();
    open.forEach(card::remove);
    if (line == null) {
      card.add(card.newText(name(card), rest));
    } else if (rest.isEmpty()) {
      card.remove(line);
    } else {
      card.replace(line, card.withText(line, rest));
    }
  }

  private static String cut(String text, String end) {
    return text.substring(0, text.length() - end.length() - BETWEEN.length());
  }
}
