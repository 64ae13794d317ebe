package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tandemsync.convert.ResourceLens.Reading;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Document;
import org.tandemsync.convert.text.Node;
import org.tandemsync.convert.text.Syntax;
import org.tandemsync.convert.text.TextLimitException;

/** Tells what a resource of an address book is. */
sealed interface CardReader {

  /** One card, with the text around it. */
  record OneCard(Document document, Card card) implements CardReader {}

  /** Nothing that the lens reads, and what it is instead. */
  record Other(Reading reading) implements CardReader {}

  static CardReader read(String text) {
    Document document;
    try {
      document = Document.parse(text, Syntax.VCARD);
    } catch (TextLimitException limit) {
      return broken(text, String.valueOf(limit.getMessage()));
    }
    List<Component> cards = new ArrayList<>(1);
    for (Node node : document.nodes()) {
      if (node instanceof Component c && (c.is("VCARD") || c.is("VLIST"))) {
        cards.add(c);
      }
    }
    if (cards.isEmpty()) {
      return noCard(document, text);
    }
    if (cards.size() > 1) {
      return broken(
          text,
          "line "
              + cards.get(1).lineNumber()
              + ": a second "
              + cards.get(1).name()
              + " in one resource; there must be one");
    }
    Component card = cards.getFirst();
    if (!isClosed(text, card.name())) {
      return broken(
          text,
          "line "
              + card.lineNumber()
              + ": BEGIN:"
              + card.name()
              + " has no END:"
              + card.name()
              + ", the text is cut off");
    }
    return new OneCard(document, new Card(card));
  }

  private static boolean isClosed(String text, String name) {
    if (text.endsWith("\nEND:" + name + "\r\n")) {
      return true; // as nearly all do
    }
    return text.lines()
        .filter(CardReader::mayBeEnd)
        .map(l -> l.replace(" ", "").toUpperCase(Locale.ROOT))
        .anyMatch(l -> l.equals("END:" + name));
  }

  private static boolean mayBeEnd(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return line.regionMatches(true, at, "E", 0, 1);
  }

  private static CardReader noCard(Document document, String text) {
    if (text.isBlank()) {
      return new Other(new Reading.Foreign("nothing"));
    }
    if (document.first("VCALENDAR") != null) {
      return new Other(new Reading.Foreign("an iCalendar object"));
    }
    Node first = document.nodes().getFirst();
    String evidence = first instanceof ContentLine line ? Evidence.of(line) : first.toString();
    return broken(text, "there is no BEGIN:VCARD; " + evidence);
  }

  private static CardReader broken(String text, String reason) {
    return new Other(new Reading.Broken(title(text), reason));
  }

  /** FN, as far as one can be found. */
  private static String title(String text) {
    return text.lines()
        .limit(1000)
        .filter(l -> l.regionMatches(true, 0, "FN", 0, 2) && l.indexOf(':') > 0)
        .map(l -> l.substring(l.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }
}
