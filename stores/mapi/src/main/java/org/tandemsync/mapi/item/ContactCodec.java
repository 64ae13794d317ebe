package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.address;
import static org.tandemsync.mapi.item.Names.tag;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Gender;
import org.tandemsync.items.Text;
import org.tandemsync.items.YomiName;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.Tags;

/** Contacts (IPM.Contact, [MS-OXOCNTC] 2.2.1). */
public final class ContactCodec {
  private static final int ICON = 0x200;
  private static final int SIDE_EFFECTS = 0x10;
  private static final PropertyKey CHILDREN = tag(0x3A58);
  private static final PropertyKey GENDER = tag(0x3A4D);
  private static final List<PropertyKey> YOMI =
      List.of(address(0x802C), address(0x802D), address(0x802E));
  private static final List<PropertyKey> USER_FIELDS =
      List.of(address(0x804F), address(0x8050), address(0x8051), address(0x8052));

  /** A date in its two forms: the plain one, and the old one that is a point in time. */
  private record DateKeys(PropertyKey plain, PropertyKey old) {}

  private static final DateKeys BIRTHDAY = new DateKeys(address(0x80DE), tag(0x3A42));
  private static final DateKeys ANNIVERSARY = new DateKeys(address(0x80DF), tag(0x3A41));

  /** The hour at which Exchange keeps old dates: the same day in nearly all time zones. */
  private static final Duration NOON = Duration.ofMinutes(11 * 60 + 59);

  /** A field that is one text property. */
  private record TextField(
      String field,
      PropertyKey key,
      Function<Contact, String> get,
      BiConsumer<Contact.Builder, String> set) {}

  private static final List<TextField> TEXTS =
      List.of(
          text("full-name", Tags.DISPLAY_NAME, Contact::fullName, Contact.Builder::fullName),
          text("nickname", tag(0x3A4F), Contact::nickname, Contact.Builder::nickname),
          text("initials", tag(0x3A0A), Contact::initials, Contact.Builder::initials),
          text("company", tag(0x3A16), Contact::company, Contact.Builder::company),
          text("department", tag(0x3A18), Contact::department, Contact.Builder::department),
          text("job-title", tag(0x3A17), Contact::jobTitle, Contact.Builder::jobTitle),
          text("profession", tag(0x3A46), Contact::profession, Contact.Builder::profession),
          text(
              "office-location",
              tag(0x3A19),
              Contact::officeLocation,
              Contact.Builder::officeLocation),
          text("manager", tag(0x3A4E), Contact::manager, Contact.Builder::manager),
          text("assistant", tag(0x3A30), Contact::assistant, Contact.Builder::assistant),
          text("im-address", address(0x8062), Contact::imAddress, Contact.Builder::imAddress),
          text("web-page", address(0x802B), Contact::webPage, Contact.Builder::webPage),
          text(
              "personal-home-page",
              tag(0x3A50),
              Contact::personalHomePage,
              Contact.Builder::personalHomePage),
          text(
              "business-home-page",
              tag(0x3A51),
              Contact::businessHomePage,
              Contact.Builder::businessHomePage),
          text("ftp-site", tag(0x3A4C), Contact::ftpSite, Contact.Builder::ftpSite),
          text(
              "free-busy-url", address(0x80D8), Contact::freeBusyUrl, Contact.Builder::freeBusyUrl),
          text("spouse", tag(0x3A48), Contact::spouse, Contact.Builder::spouse),
          text("hobbies", tag(0x3A43), Contact::hobbies, Contact.Builder::hobbies),
          text("referred-by", tag(0x3A47), Contact::referredBy, Contact.Builder::referredBy),
          text("language", tag(0x3A0C), Contact::language, Contact.Builder::language),
          text("account", tag(0x3A00), Contact::account, Contact.Builder::account),
          text("customer-id", tag(0x3A4A), Contact::customerId, Contact.Builder::customerId),
          text("government-id", tag(0x3A07), Contact::governmentId, Contact.Builder::governmentId),
          text(
              "organizational-id",
              tag(0x3A10),
              Contact::organizationalId,
              Contact.Builder::organizationalId),
          text(
              "computer-network-name",
              tag(0x3A49),
              Contact::computerNetworkName,
              Contact.Builder::computerNetworkName),
          text("mail-location", tag(0x3A0D), Contact::mailLocation, Contact.Builder::mailLocation));

  private ContactCodec() {}

  private static TextField text(
      String field,
      PropertyKey key,
      Function<Contact, String> get,
      BiConsumer<Contact.Builder, String> set) {
    return new TextField(field, key, get, set);
  }

  /**
   * The contact.
   *
   * @param uid what it has unless it carries one of our own
   */
  public static Contact read(Message message, String uid) {
    PropertyBag bag = message.properties();
    Contact.Builder builder = Contact.builder();
    TEXTS.forEach(f -> f.set.accept(builder, Text.lines(bag.text(f.key))));
    String own = bag.text(Tags.TANDEM_UID);
    return builder
        .uid(own.isEmpty() ? uid : own)
        .name(ContactNames.name(bag))
        .fileAs(FileAs.read(bag))
        .yomi(new YomiName(bag.text(YOMI.get(0)), bag.text(YOMI.get(1)), bag.text(YOMI.get(2))))
        .phones(PhoneCodec.read(bag))
        .emails(EmailCodec.read(bag))
        .addresses(PostalCodec.read(bag))
        .mailingAddress(PostalCodec.mailing(bag))
        .birthday(date(bag, BIRTHDAY))
        .anniversary(date(bag, ANNIVERSARY))
        .children(bag.texts(CHILDREN).stream().filter(t -> !t.isBlank()).toList())
        .gender(CommonFields.pick(Gender.values(), bag.integer(GENDER, 0), Gender.UNSPECIFIED))
        .userFields(USER_FIELDS.stream().map(bag::text).toList())
        .photo(PhotoCodec.read(message.attachments()))
        .certificates(CertificateCodec.read(bag))
        .notes(BodyCodec.read(bag))
        .categories(CommonFields.categories(bag))
        .sensitivity(CommonFields.sensitivity(bag))
        .business(CommonFields.business(bag))
        .userProperties(CommonFields.userProperties(bag))
        .created(bag.time(Tags.CREATED))
        .modified(bag.time(Tags.MODIFIED))
        .build();
  }

  /**
   * Sets the properties of the fields that changed.
   *
   * @param item the whole contact
   * @param fields names of {@code Fields.CONTACT}; all of them for a new contact
   */
  public static void write(Contact item, Set<String> fields, MessageEdit edit) {
    if (edit.isNew()) {
      writeNew(item, edit.properties());
      writeFields(item, fields, false, edit);
    } else {
      Contact there = read(edit.before(), item.uid());
      boolean filed = fields.contains("file-as") && !item.fileAs().isBlank();
      writeFields(item, CommonFields.differing(Fields.CONTACT, fields, item, there), filed, edit);
    }
  }

  /**
   * Sets properties.
   *
   * @param filed whether what the contact is filed under was asked for: then it does not follow the
   *     name
   */
  private static void writeFields(
      Contact item, Set<String> fields, boolean filed, MessageEdit edit) {
    PropertyEdits edits = edit.properties();
    TEXTS.stream()
        .filter(f -> fields.contains(f.field))
        .forEach(f -> CommonFields.writeLines(f.key, f.get.apply(item), edits));
    writeNames(item, fields, filed, edits);
    writePerson(item, fields, edits);
    if (fields.contains("phones")) {
      PhoneCodec.write(item, edits);
    }
    if (named(fields) || fields.contains("emails") || fields.contains("phones")) {
      EmailCodec.write(item, fields, edits);
    }
    PostalCodec.write(item, fields, edits);
    if (fields.contains("photo")) {
      PhotoCodec.write(item.photo(), edit);
    }
    if (fields.contains("certificates")) {
      CertificateCodec.write(item.certificates(), edits);
    }
    writeCommon(item, fields, edits);
  }

  private static void writeNew(Contact item, PropertyEdits edits) {
    CommonFields.writeNew("IPM.Contact", ICON, SIDE_EFFECTS, edits);
    edits
        .text(Tags.TANDEM_UID, item.uid())
        .integer(address(0x8023), 0x100) // character set
        .flag(address(0x8025), false); // journal
    FileAs.writeNew(edits);
    EmailCodec.writeNew(edits);
  }

  private static boolean named(Set<String> fields) {
    return fields.contains("name") || fields.contains("full-name") || fields.contains("company");
  }

  private static void writeNames(
      Contact item, Set<String> fields, boolean filed, PropertyEdits edits) {
    if (fields.contains("name")) {
      ContactNames.write(item.name(), edits);
    }
    if (named(fields)) {
      CommonFields.writeSubject(ContactNames.called(item), edits);
    }
    if (fields.contains("file-as")) {
      FileAs.write(item, edits);
    } else if (named(fields) && !filed) {
      FileAs.follow(item, edits);
    }
    if (fields.contains("yomi")) {
      edits
          .text(YOMI.get(0), item.yomi().first())
          .text(YOMI.get(1), item.yomi().last())
          .text(YOMI.get(2), item.yomi().company());
    }
  }

  private static void writePerson(Contact item, Set<String> fields, PropertyEdits edits) {
    if (fields.contains("birthday")) {
      writeDate(item.birthday(), BIRTHDAY, edits);
    }
    if (fields.contains("anniversary")) {
      writeDate(item.anniversary(), ANNIVERSARY, edits);
    }
    if (fields.contains("children")) {
      edits.texts(CHILDREN, item.children());
    }
    if (fields.contains("gender")) {
      edits.shortInteger(GENDER, item.gender().ordinal());
    }
    if (fields.contains("user-fields")) {
      for (int i = 0; i < USER_FIELDS.size(); i++) {
        edits.text(USER_FIELDS.get(i), item.userFields().get(i));
      }
    }
  }

  private static void writeCommon(Contact item, Set<String> fields, PropertyEdits edits) {
    if (fields.contains("notes")) {
      BodyCodec.write(item.notes(), edits);
    }
    if (fields.contains("categories")) {
      CommonFields.writeCategories(item.categories(), edits);
    }
    if (fields.contains("sensitivity")) {
      CommonFields.writeSensitivity(item.sensitivity(), edits);
    }
    if (fields.contains("business")) {
      CommonFields.writeBusiness(item.business(), edits);
    }
    if (fields.contains("user-properties")) {
      CommonFields.writeUserProperties(item.userProperties(), edits);
    }
  }

  /**
   * The plain date if there is one; otherwise the old form, the midnight of the zone in which it
   * was written, taken as the nearest date.
   */
  private static @Nullable LocalDate date(PropertyBag bag, DateKeys keys) {
    if (bag.has(keys.plain)) {
      Instant time = bag.time(keys.plain);
      return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
    Instant time = bag.time(keys.old);
    return time == null ? null : LocalDate.ofInstant(time.plusSeconds(12 * 3600), ZoneOffset.UTC);
  }

  /** Both forms. The old one keeps the hour, and so the zone, that Outlook wrote it in. */
  private static void writeDate(@Nullable LocalDate date, DateKeys keys, PropertyEdits edits) {
    if (date == null) {
      edits.remove(keys.plain).remove(keys.old);
      return;
    }
    Instant plain = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant plainBefore = edits.before().time(keys.plain);
    Instant oldBefore = edits.before().time(keys.old);
    Duration hour =
        plainBefore == null || oldBefore == null ? NOON : Duration.between(plainBefore, oldBefore);
    edits
        .time(keys.plain, plain)
        .time(keys.old, plain.plus(hour.abs().toHours() <= 24 ? hour : NOON));
  }
}
