package org.tandemsync.convert.card;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Business;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;

/** Billing information, mileage, companies and linked contacts, for which vCard has nothing. */
final class BusinessProperty implements CardProperty<Contact, Contact.Builder> {
  private static final String BILLING = "X-TANDEM-BILLING-INFORMATION";
  private static final String MILEAGE = "X-TANDEM-MILEAGE";
  private static final String COMPANIES = "X-TANDEM-COMPANIES";
  private static final String CONTACTS = "X-TANDEM-CONTACT-NAMES";

  @Override
  public Set<String> fields() {
    return Set.of("business");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    into.business(
        new Business(
            card.text(BILLING), card.text(MILEAGE), list(card, COMPANIES), list(card, CONTACTS)));
  }

  private static List<String> list(Card card, String name) {
    ContentLine line = card.first(name);
    return line == null || line.value().isBlank() ? List.of() : card.list(line);
  }

  @Override
  public void write(Contact wanted, Card card) {
    Business business = wanted.business();
    card.set(BILLING, business.billingInformation());
    card.set(MILEAGE, business.mileage());
    writeList(card, COMPANIES, business.companies());
    writeList(card, CONTACTS, business.contactNames());
  }

  private static void writeList(Card card, String name, List<String> texts) {
    if (list(card, name).equals(texts)) {
      return;
    }
    ContentLine line = card.first(name);
    if (line == null) {
      card.add(card.withList(ContentLine.of(name, ""), texts));
    } else if (texts.isEmpty()) {
      card.remove(line);
    } else {
      card.replace(line, card.withList(line, texts));
    }
  }
}
