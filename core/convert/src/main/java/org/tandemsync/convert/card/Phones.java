package org.tandemsync.convert.card;

import java.util.Set;
import java.util.function.Consumer;
import org.tandemsync.convert.CardSettings.PhoneFormat;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;

/** TEL and X-MS-TEL in Outlook's nineteen places. Further numbers stay in the card. */
final class Phones implements CardProperty<Contact, Contact.Builder> {
  private final PhonePlaces places;

  Phones(PhoneFormat format) {
    this.places = new PhonePlaces(format);
  }

  @Override
  public Set<String> fields() {
    return Set.of("phones");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    into.phones(
        places.values(
            card,
            surplus ->
                losses.accept(new Loss(LossKind.NO_PLACE_LEFT, "phones", Evidence.of(surplus)))));
  }

  @Override
  public void write(Contact wanted, Card card) {
    places.write(card, wanted.phones());
  }
}
