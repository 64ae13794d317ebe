package org.tandemsync.convert.card;

import java.util.Set;
import java.util.function.Consumer;
import org.tandemsync.convert.CardSettings.FirstMail;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;

/** EMAIL in Outlook's three places. Further addresses stay in the card. */
final class Emails implements CardProperty<Contact, Contact.Builder> {
  private final MailPlaces places;

  Emails(FirstMail first) {
    this.places = new MailPlaces(first);
  }

  @Override
  public Set<String> fields() {
    return Set.of("emails");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    into.emails(
        places.values(
            card,
            surplus ->
                losses.accept(new Loss(LossKind.NO_PLACE_LEFT, "emails", Evidence.of(surplus)))));
  }

  @Override
  public void write(Contact wanted, Card card) {
    places.write(card, wanted.emails());
  }
}
