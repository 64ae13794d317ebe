package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;

/**
 * X-MS-TEXT ([MS-OXVCARD]): Outlook's User1 to User4 in this order; an empty one keeps its line.
 */
final class UserFields implements CardProperty<Contact, Contact.Builder> {
  private static final String NAME = "X-MS-TEXT";
  private static final int COUNT = 4;

  @Override
  public Set<String> fields() {
    return Set.of("user-fields");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    into.userFields(texts(card));
  }

  private static List<String> texts(Card card) {
    List<String> texts = new ArrayList<>(COUNT);
    for (ContentLine line : card.lines(NAME)) {
      if (texts.size() < COUNT) {
        texts.add(card.text(line));
      }
    }
    while (texts.size() < COUNT) {
      texts.add("");
    }
    return texts;
  }

  @Override
  public void write(Contact wanted, Card card) {
    if (texts(card).equals(wanted.userFields())) {
      return;
    }
    List<ContentLine> lines = card.lines(NAME);
    int needed = COUNT;
    while (needed > 0 && wanted.userFields().get(needed - 1).isEmpty()) {
      needed--;
    }
    for (int i = 0; i < COUNT; i++) {
      String text = wanted.userFields().get(i);
      if (i < lines.size()) {
        boolean needless = i >= needed && lines.size() <= COUNT;
        ContentLine line = lines.get(i);
        if (needless) {
          card.remove(line);
        } else {
          card.replace(line, card.withText(line, text));
        }
      } else if (i < needed) {
        card.add(card.newText(NAME, text));
      }
    }
  }
}
