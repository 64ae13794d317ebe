package org.tandemsync.convert.card;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.PostalAddress;

/**
 * ADR: three addresses, which of them is the mailing address, and the office, which is a part of
 * the address of work.
 */
final class Addresses implements CardProperty<Contact, Contact.Builder> {
  /** [MS-OXVCARD]: says the mailing address where no line can. */
  private static final String DEFAULT_ADDRESS = "X-MS-OL-DEFAULT-POSTAL-ADDRESS";

  private final AddressPlaces places = new AddressPlaces();

  @Override
  public Set<String> fields() {
    return Set.of("addresses", "mailing-address", "office-location");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    Map<AddressSlot, PostalAddress> addresses = new EnumMap<>(AddressSlot.class);
    places
        .values(
            card,
            surplus ->
                losses.accept(new Loss(LossKind.NO_PLACE_LEFT, "addresses", Evidence.of(surplus))))
        .forEach(
            (slot, place) -> {
              addresses.put(slot, place.address());
              if (slot == AddressSlot.BUSINESS) {
                into.officeLocation(place.office());
              }
            });
    into.addresses(addresses).mailingAddress(mailingAddress(card));
  }

  private @Nullable AddressSlot mailingAddress(Card card) {
    Optional<AddressSlot> preferred =
        places.read(card).entrySet().stream()
            .filter(e -> Types.has(e.getValue(), Types.PREF))
            .min(Comparator.comparingInt(e -> Types.preference(e.getValue())))
            .map(Map.Entry::getKey);
    if (preferred.isPresent()) {
      return preferred.get();
    }
    return switch (card.text(DEFAULT_ADDRESS).strip().toLowerCase(Locale.ROOT)) {
      case "1" -> AddressSlot.HOME;
      case "2" -> AddressSlot.BUSINESS;
      case "3" -> AddressSlot.OTHER;
      default -> null;
    };
  }

  private static String number(AddressSlot slot) {
    return switch (slot) {
      case HOME -> "1";
      case BUSINESS -> "2";
      case OTHER -> "3";
    };
  }

  @Override
  public void write(Contact wanted, Card card) {
    Map<AddressSlot, AddressPlaces.Place> filled = new EnumMap<>(AddressSlot.class);
    wanted.addresses().forEach((s, a) -> filled.put(s, new AddressPlaces.Place(a, "")));
    if (!wanted.officeLocation().isBlank()) {
      PostalAddress work = wanted.addresses().get(AddressSlot.BUSINESS);
      PostalAddress address = work == null ? new PostalAddress("", "", "", "", "", "", "") : work;
      filled.put(AddressSlot.BUSINESS, new AddressPlaces.Place(address, wanted.officeLocation()));
    }
    places.write(card, filled);
    if (mailingAddress(card) != wanted.mailingAddress()) {
      writeMailingAddress(card, wanted.mailingAddress());
    }
  }

  private void writeMailingAddress(Card card, @Nullable AddressSlot wanted) {
    Map<AddressSlot, ContentLine> lines = places.read(card);
    lines.values().forEach(l -> card.replace(l, Types.minus(l, Types.PREF)));
    ContentLine known = card.first(DEFAULT_ADDRESS);
    ContentLine line = wanted == null ? null : places.read(card).get(wanted);
    if (line != null) {
      card.replace(line, Types.plus(line, Types.PREF, card));
    } else if (wanted != null) {
      card.put(DEFAULT_ADDRESS, number(wanted));
    }
    if (known != null && (wanted == null || line != null)) {
      card.remove(known);
    }
  }
}
