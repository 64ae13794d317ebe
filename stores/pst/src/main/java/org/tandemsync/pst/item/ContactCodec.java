package org.tandemsync.pst.item;

import static org.tandemsync.pst.item.Names.address;
import static org.tandemsync.pst.item.Names.tag;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Contact;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Gender;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.PostalAddress;
import org.tandemsync.items.YomiName;
import org.tandemsync.pst.mapi.Message;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.PropertyKey;
import org.tandemsync.pst.mapi.Tags;

/** Contacts (IPM.Contact, [MS-OXOCNTC] 2.2.1). */
public final class ContactCodec {

  private static final Map<PhoneSlot, Integer> PHONES =
      Map.ofEntries(
          Map.entry(PhoneSlot.PRIMARY, 0x3A1A),
          Map.entry(PhoneSlot.MOBILE, 0x3A1C),
          Map.entry(PhoneSlot.HOME, 0x3A09),
          Map.entry(PhoneSlot.HOME2, 0x3A2F),
          Map.entry(PhoneSlot.HOME_FAX, 0x3A25),
          Map.entry(PhoneSlot.BUSINESS, 0x3A08),
          Map.entry(PhoneSlot.BUSINESS2, 0x3A1B),
          Map.entry(PhoneSlot.BUSINESS_FAX, 0x3A24),
          Map.entry(PhoneSlot.PAGER, 0x3A21),
          Map.entry(PhoneSlot.CAR, 0x3A1E),
          Map.entry(PhoneSlot.ISDN, 0x3A2D),
          Map.entry(PhoneSlot.OTHER, 0x3A1F),
          Map.entry(PhoneSlot.OTHER_FAX, 0x3A23),
          Map.entry(PhoneSlot.ASSISTANT, 0x3A2E),
          Map.entry(PhoneSlot.CALLBACK, 0x3A02),
          Map.entry(PhoneSlot.COMPANY_MAIN, 0x3A57),
          Map.entry(PhoneSlot.RADIO, 0x3A1D),
          Map.entry(PhoneSlot.TTY_TDD, 0x3A4B),
          Map.entry(PhoneSlot.TELEX, 0x3A2C));

  /** PidLidEmail1DisplayName and so on: type, address, original display and entry id follow. */
  private static final Map<EmailSlot, Integer> EMAILS =
      Map.of(EmailSlot.EMAIL1, 0x8080, EmailSlot.EMAIL2, 0x8090, EmailSlot.EMAIL3, 0x80A0);

  private ContactCodec() {}

  /**
   * The contact.
   *
   * @param uid what it has unless it carries one of our own
   */
  public static Contact read(Message message, String uid) {
    PropertyBag bag = message.properties();
    Contact.Builder builder = Contact.builder();
    names(builder, bag);
    work(builder, bag);
    person(builder, bag);
    String own = bag.text(Tags.TANDEM_UID);
    return builder
        .uid(own.isEmpty() ? uid : own)
        .phones(phones(bag))
        .emails(emails(bag))
        .addresses(addresses(bag))
        .mailingAddress(mailing(bag.integer(address(0x8022), 0)))
        .photo(PhotoCodec.read(message.attachments()))
        .certificates(CertificateCodec.read(bag.binaries(tag(0x3A70))))
        .notes(BodyCodec.read(bag))
        .categories(CommonFields.categories(bag))
        .sensitivity(CommonFields.sensitivity(bag))
        .business(CommonFields.business(bag))
        .userProperties(CommonFields.userProperties(bag))
        .created(bag.time(Tags.CREATED))
        .modified(bag.time(Tags.MODIFIED))
        .build();
  }

  private static void names(Contact.Builder builder, PropertyBag bag) {
    builder
        .name(
            new PersonName(
                bag.text(tag(0x3A45)),
                bag.text(tag(0x3A06)),
                bag.text(tag(0x3A44)),
                bag.text(tag(0x3A11)),
                bag.text(tag(0x3A05))))
        .fullName(bag.text(Tags.DISPLAY_NAME))
        .fileAs(bag.text(address(0x8005)))
        .nickname(bag.text(tag(0x3A4F)))
        .initials(bag.text(tag(0x3A0A)))
        .yomi(
            new YomiName(
                bag.text(address(0x802C)), bag.text(address(0x802D)), bag.text(address(0x802E))));
  }

  private static void work(Contact.Builder builder, PropertyBag bag) {
    builder
        .company(bag.text(tag(0x3A16)))
        .department(bag.text(tag(0x3A18)))
        .jobTitle(bag.text(tag(0x3A17)))
        .profession(bag.text(tag(0x3A46)))
        .officeLocation(bag.text(tag(0x3A19)))
        .manager(bag.text(tag(0x3A4E)))
        .assistant(bag.text(tag(0x3A30)))
        .imAddress(bag.text(address(0x8062)))
        .webPage(bag.text(address(0x802B)))
        .personalHomePage(bag.text(tag(0x3A50)))
        .businessHomePage(bag.text(tag(0x3A51)))
        .ftpSite(bag.text(tag(0x3A4C)))
        .freeBusyUrl(bag.text(address(0x80D8)));
  }

  private static void person(Contact.Builder builder, PropertyBag bag) {
    builder
        .birthday(date(bag, address(0x80DE), tag(0x3A42)))
        .anniversary(date(bag, address(0x80DF), tag(0x3A41)))
        .spouse(bag.text(tag(0x3A48)))
        .children(filled(bag.texts(tag(0x3A58))))
        .hobbies(bag.text(tag(0x3A43)))
        .referredBy(bag.text(tag(0x3A47)))
        .gender(CommonFields.pick(Gender.values(), bag.integer(tag(0x3A4D), 0), Gender.UNSPECIFIED))
        .language(bag.text(tag(0x3A0C)))
        .account(bag.text(tag(0x3A00)))
        .customerId(bag.text(tag(0x3A4A)))
        .governmentId(bag.text(tag(0x3A07)))
        .organizationalId(bag.text(tag(0x3A10)))
        .computerNetworkName(bag.text(tag(0x3A49)))
        .mailLocation(bag.text(tag(0x3A0D)))
        .userFields(
            List.of(
                bag.text(address(0x804F)),
                bag.text(address(0x8050)),
                bag.text(address(0x8051)),
                bag.text(address(0x8052))));
  }

  private static List<String> filled(List<String> texts) {
    return texts.stream().filter(t -> !t.isBlank()).toList();
  }

  private static Map<PhoneSlot, String> phones(PropertyBag bag) {
    Map<PhoneSlot, String> phones = new EnumMap<>(PhoneSlot.class);
    PHONES.forEach((slot, id) -> phones.put(slot, bag.text(tag(id))));
    return phones;
  }

  /** The mail addresses of a contact. */
  static Map<EmailSlot, EmailAddress> emails(PropertyBag bag) {
    Map<EmailSlot, EmailAddress> emails = new EnumMap<>(EmailSlot.class);
    EMAILS.forEach(
        (slot, base) -> {
          String smtp = email(bag, base);
          if (!smtp.isEmpty()) {
            emails.put(slot, new EmailAddress(smtp, bag.text(address(base))));
          }
        });
    return emails;
  }

  /** An Exchange user has an X.500 name for an address, and the SMTP one as original display. */
  private static String email(PropertyBag bag, int base) {
    for (int offset : new int[] {3, 4}) {
      String smtp = Addresses.smtp(bag.text(address(base + offset)));
      if (!smtp.isEmpty()) {
        return smtp;
      }
    }
    return Addresses.oneOff(bag.bytes(address(base + 5)), bag);
  }

  private static Map<AddressSlot, PostalAddress> addresses(PropertyBag bag) {
    Map<AddressSlot, PostalAddress> addresses = new EnumMap<>(AddressSlot.class);
    addresses.put(
        AddressSlot.HOME,
        postal(
            bag,
            tag(0x3A5D),
            tag(0x3A59),
            tag(0x3A5C),
            tag(0x3A5B),
            tag(0x3A5A),
            tag(0x3A5E),
            address(0x80DA)));
    addresses.put(
        AddressSlot.BUSINESS,
        postal(
            bag,
            address(0x8045),
            address(0x8046),
            address(0x8047),
            address(0x8048),
            address(0x8049),
            address(0x804A),
            address(0x80DB)));
    addresses.put(
        AddressSlot.OTHER,
        postal(
            bag,
            tag(0x3A63),
            tag(0x3A5F),
            tag(0x3A62),
            tag(0x3A61),
            tag(0x3A60),
            tag(0x3A64),
            address(0x80DC)));
    return addresses;
  }

  private static PostalAddress postal(PropertyBag bag, PropertyKey... parts) {
    return new PostalAddress(
        bag.text(parts[0]),
        bag.text(parts[1]),
        bag.text(parts[2]),
        bag.text(parts[3]),
        bag.text(parts[4]),
        bag.text(parts[5]),
        bag.text(parts[6]));
  }

  private static @Nullable AddressSlot mailing(int number) {
    return switch (number) {
      case 1 -> AddressSlot.HOME;
      case 2 -> AddressSlot.BUSINESS;
      case 3 -> AddressSlot.OTHER;
      default -> null;
    };
  }

  /**
   * The plain date if there is one; otherwise the old form, the midnight of the zone in which it
   * was written, taken as the nearest date.
   */
  private static @Nullable LocalDate date(PropertyBag bag, PropertyKey plain, PropertyKey old) {
    if (bag.has(plain)) {
      Instant time = bag.time(plain);
      return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
    Instant time = bag.time(old);
    return time == null ? null : LocalDate.ofInstant(time.plusSeconds(12 * 3600), ZoneOffset.UTC);
  }
}
