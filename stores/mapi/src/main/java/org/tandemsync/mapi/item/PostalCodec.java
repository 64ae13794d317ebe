package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.address;
import static org.tandemsync.mapi.item.Names.tag;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Contact;
import org.tandemsync.items.PostalAddress;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;

/** The postal addresses of a contact, and the copy of the one that mail goes to. */
final class PostalCodec {
  private static final PropertyName MAILING = address(0x8022);

  /** Countries in which the code stands before the city; elsewhere it ends the line. */
  private static final Set<String> CODE_FIRST =
      Set.of(
          "AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IL",
          "IS", "IT", "LI", "LT", "LU", "MX", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK",
          "TR", "UA");

  private static final PostalAddress NONE = new PostalAddress("", "", "", "", "", "", "");

  /** The properties of one address. */
  private record Slot(
      PropertyKey street,
      PropertyKey city,
      PropertyKey state,
      PropertyKey postalCode,
      PropertyKey country,
      PropertyKey box,
      PropertyKey countryCode,
      PropertyKey whole) {

    PostalAddress read(PropertyBag bag) {
      return new PostalAddress(
          bag.text(street),
          bag.text(city),
          bag.text(state),
          bag.text(postalCode),
          bag.text(country),
          bag.text(box),
          bag.text(countryCode));
    }

    void write(PostalAddress value, PropertyEdits edits) {
      CommonFields.writeLines(street, value.street(), edits);
      edits
          .text(city, value.city())
          .text(state, value.state())
          .text(postalCode, value.postalCode())
          .text(country, value.country())
          .text(box, value.postOfficeBox())
          .text(countryCode, value.countryCode());
      CommonFields.writeLines(whole, PostalCodec.whole(value), edits);
    }
  }

  private static final Map<AddressSlot, Slot> SLOTS =
      new EnumMap<>(
          Map.of(
              AddressSlot.HOME,
              new Slot(
                  tag(0x3A5D),
                  tag(0x3A59),
                  tag(0x3A5C),
                  tag(0x3A5B),
                  tag(0x3A5A),
                  tag(0x3A5E),
                  address(0x80DA),
                  address(0x801A)),
              AddressSlot.BUSINESS,
              new Slot(
                  address(0x8045),
                  address(0x8046),
                  address(0x8047),
                  address(0x8048),
                  address(0x8049),
                  address(0x804A),
                  address(0x80DB),
                  address(0x801B)),
              AddressSlot.OTHER,
              new Slot(
                  tag(0x3A63),
                  tag(0x3A5F),
                  tag(0x3A62),
                  tag(0x3A61),
                  tag(0x3A60),
                  tag(0x3A64),
                  address(0x80DC),
                  address(0x801C))));

  private static final Slot MAILING_COPY =
      new Slot(
          tag(0x3A29),
          tag(0x3A27),
          tag(0x3A28),
          tag(0x3A2A),
          tag(0x3A26),
          tag(0x3A2B),
          address(0x80DD),
          tag(0x3A15));

  private PostalCodec() {}

  static Map<AddressSlot, PostalAddress> read(PropertyBag bag) {
    Map<AddressSlot, PostalAddress> addresses = new EnumMap<>(AddressSlot.class);
    SLOTS.forEach((slot, properties) -> addresses.put(slot, properties.read(bag)));
    return addresses;
  }

  /** Which of them is the mailing address. */
  static @Nullable AddressSlot mailing(PropertyBag bag) {
    return switch (bag.integer(MAILING, 0)) {
      case 1 -> AddressSlot.HOME;
      case 2 -> AddressSlot.BUSINESS;
      case 3 -> AddressSlot.OTHER;
      default -> null;
    };
  }

  /** Addresses that differ from what is there. The others keep the form that Outlook gave them. */
  static void write(Contact item, Set<String> fields, PropertyEdits edits) {
    PropertyBag before = edits.before();
    AddressSlot mailing =
        fields.contains("mailing-address") ? item.mailingAddress() : mailing(before);
    boolean copyChanges = mailing != mailing(before) || edits.before().raw().isEmpty();
    if (fields.contains("addresses")) {
      for (Map.Entry<AddressSlot, Slot> e : SLOTS.entrySet()) {
        PostalAddress there = e.getValue().read(before);
        PostalAddress wanted = wanted(item, e.getKey(), there);
        if (!there.sameAs(wanted)) {
          e.getValue().write(wanted, edits);
          copyChanges |= e.getKey() == mailing;
        }
      }
    }
    if (fields.contains("mailing-address")) {
      edits.integer(MAILING, mailing == null ? 0 : mailing.ordinal() + 1);
    }
    if (copyChanges) {
      writeCopy(item, fields, mailing, edits);
    }
  }

  private static void writeCopy(
      Contact item, Set<String> fields, @Nullable AddressSlot mailing, PropertyEdits edits) {
    if (mailing == null) {
      MAILING_COPY.write(NONE, edits);
      return;
    }
    PropertyBag before = edits.before();
    Slot slot = SLOTS.get(mailing);
    PostalAddress there = slot == null ? NONE : slot.read(before);
    PostalAddress value = fields.contains("addresses") ? wanted(item, mailing, there) : there;
    MAILING_COPY.write(value, edits);
    if (slot != null && value.sameAs(there)) {
      edits.text(MAILING_COPY.whole(), before.text(slot.whole()));
    }
  }

  /** The code of a country stays for as long as the country does. */
  private static PostalAddress wanted(Contact item, AddressSlot slot, PostalAddress there) {
    PostalAddress wanted = item.addresses().getOrDefault(slot, NONE);
    String code =
        !wanted.countryCode().isEmpty() || !wanted.country().strip().equals(there.country().strip())
            ? wanted.countryCode()
            : wanted.isEmpty() ? "" : there.countryCode();
    return new PostalAddress(
        wanted.street(),
        wanted.city(),
        wanted.state(),
        wanted.postalCode(),
        wanted.country(),
        wanted.postOfficeBox(),
        code);
  }

  /** The address as it stands on an envelope. */
  static String whole(PostalAddress a) {
    boolean codeFirst = CODE_FIRST.contains(a.countryCode().toUpperCase(Locale.ROOT));
    String city =
        codeFirst
            ? joined(" ", a.postalCode(), a.city(), a.state())
            : joined("  ", joined(", ", a.city(), a.state()), a.postalCode());
    return joined("\n", a.postOfficeBox(), a.street(), city, a.country());
  }

  private static String joined(String between, String... parts) {
    return String.join(between, List.of(parts).stream().filter(p -> !p.isBlank()).toList());
  }
}
