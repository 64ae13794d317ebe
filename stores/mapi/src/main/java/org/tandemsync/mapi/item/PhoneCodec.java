package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.tag;

import java.util.EnumMap;
import java.util.Map;
import org.tandemsync.items.Contact;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Text;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;

/** The telephone numbers of a contact. */
final class PhoneCodec {
  private PhoneCodec() {}

  static int id(PhoneSlot slot) {
    return switch (slot) {
      case PRIMARY -> 0x3A1A;
      case MOBILE -> 0x3A1C;
      case HOME -> 0x3A09;
      case HOME2 -> 0x3A2F;
      case HOME_FAX -> 0x3A25;
      case BUSINESS -> 0x3A08;
      case BUSINESS2 -> 0x3A1B;
      case BUSINESS_FAX -> 0x3A24;
      case PAGER -> 0x3A21;
      case CAR -> 0x3A1E;
      case ISDN -> 0x3A2D;
      case OTHER -> 0x3A1F;
      case OTHER_FAX -> 0x3A23;
      case ASSISTANT -> 0x3A2E;
      case CALLBACK -> 0x3A02;
      case COMPANY_MAIN -> 0x3A57;
      case RADIO -> 0x3A1D;
      case TTY_TDD -> 0x3A4B;
      case TELEX -> 0x3A2C;
    };
  }

  static Map<PhoneSlot, String> read(PropertyBag bag) {
    Map<PhoneSlot, String> phones = new EnumMap<>(PhoneSlot.class);
    for (PhoneSlot slot : PhoneSlot.values()) {
      phones.put(slot, bag.text(tag(id(slot))));
    }
    return phones;
  }

  /** A number that is the same to dial keeps the form that Outlook gave it. */
  static void write(Contact item, PropertyEdits edits) {
    for (PhoneSlot slot : PhoneSlot.values()) {
      String number = item.phones().getOrDefault(slot, "");
      if (!same(number, edits.before().text(tag(id(slot))))) {
        edits.text(tag(id(slot)), number);
      }
    }
  }

  static boolean same(String number, String there) {
    return number.isBlank() == there.isBlank() && Text.sameNumber(number, there);
  }
}
