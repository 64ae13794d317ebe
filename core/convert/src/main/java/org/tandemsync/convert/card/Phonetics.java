package org.tandemsync.convert.card;

import java.util.Set;
import java.util.function.Consumer;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;
import org.tandemsync.items.YomiName;

/** X-PHONETIC-FIRST-NAME and its kin, as Apple and Android have them: how names are read. */
final class Phonetics implements CardProperty<Contact, Contact.Builder> {
  private static final String FIRST = "X-PHONETIC-FIRST-NAME";
  private static final String LAST = "X-PHONETIC-LAST-NAME";
  private static final String COMPANY = "X-PHONETIC-ORG";

  @Override
  public Set<String> fields() {
    return Set.of("yomi");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    into.yomi(yomi(card));
  }

  private static YomiName yomi(Card card) {
    return new YomiName(card.text(FIRST), card.text(LAST), card.text(COMPANY));
  }

  @Override
  public void write(Contact wanted, Card card) {
    YomiName yomi = wanted.yomi();
    card.set(FIRST, yomi.first());
    card.set(LAST, yomi.last());
    card.set(COMPANY, yomi.company());
  }
}
