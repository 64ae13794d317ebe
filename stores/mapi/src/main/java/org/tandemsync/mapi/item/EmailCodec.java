package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.address;
import static org.tandemsync.mapi.item.Names.tag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Contact;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;

/**
 * The electronic addresses of a contact ([MS-OXOCNTC] 2.2.1.2): three mail addresses, and three fax
 * numbers that mail can be sent to. Outlook hides an address whose slot is not listed as used.
 */
public final class EmailCodec {
  /** Which slots are used, as a list of numbers and as bits. */
  private static final PropertyName USED = address(0x8028);

  private static final PropertyName USED_BITS = address(0x8029);

  /** The mail addresses that the contact's window offers. */
  private static final PropertyName OFFERED = address(0x8027);

  private static final String SMTP = "SMTP";
  private static final String FAX = "FAX";

  /**
   * A slot: display name, then type (+2), address (+3), original display (+4) and entry id (+5).
   *
   * @param number in the list of used slots
   * @param base the LID of the display name
   */
  private record Slot(int number, int base) {
    PropertyName display() {
      return address(base);
    }

    PropertyName type() {
      return address(base + 2);
    }

    PropertyName value() {
      return Names.address(base + 3);
    }

    PropertyName original() {
      return Names.address(base + 4);
    }

    PropertyName entryId() {
      return Names.address(base + 5);
    }

    int bit() {
      return 1 << number;
    }
  }

  private static final Map<EmailSlot, Slot> EMAILS =
      new EnumMap<>(
          Map.of(
              EmailSlot.EMAIL1, new Slot(0, 0x8080),
              EmailSlot.EMAIL2, new Slot(1, 0x8090),
              EmailSlot.EMAIL3, new Slot(2, 0x80A0)));

  private static final Map<PhoneSlot, Slot> FAXES =
      new EnumMap<>(
          Map.of(
              PhoneSlot.BUSINESS_FAX, new Slot(3, 0x80C0),
              PhoneSlot.HOME_FAX, new Slot(4, 0x80D0),
              PhoneSlot.OTHER_FAX, new Slot(5, 0x80B0)));

  private EmailCodec() {}

  public static Map<EmailSlot, EmailAddress> read(PropertyBag bag) {
    Map<EmailSlot, EmailAddress> emails = new EnumMap<>(EmailSlot.class);
    EMAILS.forEach(
        (slot, properties) -> {
          String smtp = smtp(bag, properties);
          if (!smtp.isEmpty()) {
            emails.put(slot, new EmailAddress(smtp, bag.text(properties.display())));
          }
        });
    return emails;
  }

  /** An address that no mail can be sent to, as far as can be told without the Exchange server. */
  record Unmailable(String name, String type, String value) {}

  static List<Unmailable> withoutMail(PropertyBag bag) {
    List<Unmailable> found = new ArrayList<>();
    for (Slot slot : EMAILS.values()) {
      String value = bag.text(slot.value());
      if (!value.isBlank() && smtp(bag, slot).isEmpty()) {
        found.add(new Unmailable(bag.text(slot.display()), bag.text(slot.type()), value));
      }
    }
    return found;
  }

  /** An Exchange user has an X.500 name for an address, and the SMTP one as original display. */
  private static String smtp(PropertyBag bag, Slot slot) {
    for (PropertyName property : List.of(slot.value(), slot.original())) {
      String smtp = Addresses.smtp(bag.text(property));
      if (!smtp.isEmpty()) {
        return smtp;
      }
    }
    return bag.text(slot.type()).equalsIgnoreCase(SMTP)
        ? bag.text(slot.value()).strip()
        : Addresses.oneOff(bag.bytes(slot.entryId()), bag);
  }

  static void writeNew(PropertyEdits edits) {
    edits.integers(OFFERED, EMAILS.values().stream().map(Slot::base).toList());
  }

  /** Mail addresses and fax numbers where they change, and the name of the contact in them. */
  static void write(Contact item, Set<String> fields, PropertyEdits edits) {
    int before = used(edits.before());
    int after = before;
    Writer writer = new Writer(edits, ContactNames.called(edits.before()), item, fields);
    for (Map.Entry<EmailSlot, Slot> e : EMAILS.entrySet()) {
      after = writer.email(e.getKey(), e.getValue(), after);
    }
    for (Map.Entry<PhoneSlot, Slot> e : FAXES.entrySet()) {
      after = writer.fax(e.getKey(), e.getValue(), after);
    }
    if (after != before || !edits.before().has(USED_BITS)) {
      List<Integer> numbers = new ArrayList<>();
      for (int number = 0; number < EMAILS.size() + FAXES.size(); number++) {
        if ((after >> number & 1) != 0) {
          numbers.add(number);
        }
      }
      edits.integers(USED, numbers).integer(USED_BITS, after);
    }
  }

  private static int used(PropertyBag bag) {
    if (bag.has(USED_BITS)) {
      return bag.integer(USED_BITS, 0);
    }
    int bits = 0;
    for (Map<?, Slot> slots : List.of(EMAILS, FAXES)) {
      for (Slot slot : slots.values()) {
        bits |= bag.text(slot.value()).isEmpty() ? 0 : slot.bit();
      }
    }
    return bits;
  }

  private static final class Writer {
    private final PropertyEdits edits;
    private final String oldName;
    private final Contact item;
    private final Set<String> fields;
    private final String name;
    private final Map<EmailSlot, EmailAddress> old;

    Writer(PropertyEdits edits, String oldName, Contact item, Set<String> fields) {
      this.edits = edits;
      this.oldName = oldName;
      this.item = item;
      this.fields = fields;
      this.name = ContactNames.called(item);
      this.old = read(edits.before());
    }

    /**
     * The used slots after this one. An address that cannot be read stays unless it is replaced.
     */
    int email(EmailSlot which, Slot slot, int used) {
      EmailAddress there = old.get(which);
      EmailAddress wanted = fields.contains("emails") ? item.emails().get(which) : there;
      if (wanted == null) {
        if (there != null) {
          clear(slot);
          return used & ~slot.bit();
        }
        return used;
      }
      if (there == null || !there.sameAs(wanted)) {
        String display = wanted.displayName();
        set(slot, display.isBlank() ? display(name, wanted) : display, wanted.address().strip());
      } else if (renamed(there)) {
        rename(slot, display(name, there));
      }
      return fields.contains("emails") ? used | slot.bit() : used;
    }

    private boolean renamed(EmailAddress email) {
      return !name.equals(oldName)
          && !oldName.isEmpty()
          && (email.displayName().equals(oldName)
              || email.displayName().equals(display(oldName, email)));
    }

    private void set(Slot slot, String display, String smtp) {
      edits
          .text(slot.display(), display)
          .text(slot.type(), SMTP)
          .text(slot.value(), smtp)
          .text(slot.original(), smtp)
          .bytes(slot.entryId(), EntryId.oneOff(display, SMTP, smtp));
    }

    /** An address of Exchange keeps its type and entry id. */
    private void rename(Slot slot, String display) {
      edits.text(slot.display(), display);
      PropertyBag bag = edits.before();
      if (bag.text(slot.type()).equalsIgnoreCase(SMTP)) {
        edits.bytes(slot.entryId(), EntryId.oneOff(display, SMTP, bag.text(slot.value())));
      }
    }

    private void clear(Slot slot) {
      edits
          .remove(slot.display())
          .remove(slot.type())
          .remove(slot.value())
          .remove(slot.original())
          .remove(slot.entryId());
    }

    int fax(PhoneSlot which, Slot slot, int used) {
      PropertyBag bag = edits.before();
      String there = bag.text(tag(PhoneCodec.id(which)));
      String wanted = fields.contains("phones") ? item.phones().getOrDefault(which, "") : there;
      if (wanted.isBlank()) {
        if (!there.isBlank()) {
          edits.remove(slot.value()).remove(slot.original()).remove(slot.entryId());
        }
        return there.isBlank() ? used : used & ~slot.bit();
      }
      boolean renamed = !name.equals(oldName) && bag.text(slot.original()).equals(oldName);
      if (!PhoneCodec.same(wanted, there) || renamed && !oldName.isEmpty()) {
        String called = name.isEmpty() ? wanted : name;
        String fax = called + "@" + wanted;
        edits
            .text(slot.type(), FAX)
            .text(slot.value(), fax)
            .text(slot.original(), called)
            .bytes(slot.entryId(), EntryId.oneOff(EntryId.UNICODE, called, FAX, fax));
        return used | slot.bit();
      }
      return used;
    }

    private static String display(String name, EmailAddress email) {
      String smtp = email.address().strip();
      return name.isEmpty() || name.equals(smtp) ? smtp : name + " (" + smtp + ")";
    }
  }
}
