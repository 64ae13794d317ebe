package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.tag;

import org.tandemsync.items.Contact;
import org.tandemsync.items.PersonName;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.Tags;

/** The name of a contact: its parts, the full name, and the subject that is made of them. */
final class ContactNames {
  private ContactNames() {}

  static PersonName name(PropertyBag bag) {
    return new PersonName(
        bag.text(tag(0x3A45)),
        bag.text(tag(0x3A06)),
        bag.text(tag(0x3A44)),
        bag.text(tag(0x3A11)),
        bag.text(tag(0x3A05)));
  }

  static void write(PersonName name, PropertyEdits edits) {
    edits
        .text(tag(0x3A45), name.title())
        .text(tag(0x3A06), name.first())
        .text(tag(0x3A44), name.middle())
        .text(tag(0x3A11), name.last())
        .text(tag(0x3A05), name.suffix());
  }

  /** What Outlook calls the contact in its subject and beside its addresses: without the title. */
  static String called(Contact item) {
    return called(item.displayName(), item.name().title());
  }

  /** The same of a contact as it is kept. */
  static String called(PropertyBag bag) {
    String subject = CommonFields.subject(bag);
    return subject.isEmpty() ? called(bag.text(Tags.DISPLAY_NAME), name(bag).title()) : subject;
  }

  private static String called(String fullName, String title) {
    String before = title + " ";
    return !title.isEmpty() && fullName.startsWith(before)
        ? fullName.substring(before.length())
        : fullName;
  }
}
