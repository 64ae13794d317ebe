package org.tandemsync.convert.card;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tandemsync.convert.CardSettings;
import org.tandemsync.convert.PropertyPairs;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Gender;
import org.tandemsync.items.LossKind;

/** The properties of a contact, in the order in which a new card has them. */
final class ContactProperties {
  private ContactProperties() {}

  static List<CardProperty<Contact, Contact.Builder>> of(
      CardSettings settings, PropertyPairs pairs) {
    return List.of(
        new Names(),
        text("file-as", Contact::fileAs, Contact.Builder::fileAs, "X-EVOLUTION-FILE-AS"),
        SpelledProperty.text(
            "nickname",
            Contact::nickname,
            Contact.Builder::nickname,
            List.of(new ListSpelling("NICKNAME"))),
        text("initials", Contact::initials, Contact.Builder::initials, "X-TANDEM-INITIALS"),
        new Phonetics(),
        new Organization(),
        text("job-title", Contact::jobTitle, Contact.Builder::jobTitle, "TITLE"),
        text("profession", Contact::profession, Contact.Builder::profession, "ROLE"),
        relation(
            "manager",
            Contact::manager,
            Contact.Builder::manager,
            false,
            "Manager",
            "X-KADDRESSBOOK-X-MANAGERSNAME"),
        relation(
            "assistant",
            Contact::assistant,
            Contact.Builder::assistant,
            false,
            "Assistant",
            "X-KADDRESSBOOK-X-ASSISTANTSNAME"),
        relation(
            "spouse",
            Contact::spouse,
            Contact.Builder::spouse,
            true,
            "Spouse",
            "X-KADDRESSBOOK-X-SPOUSENAME"),
        new Children(),
        new Phones(settings.phones()),
        new Emails(settings.firstMail()),
        new Addresses(),
        new InstantMessaging(settings),
        new WebPages(),
        text("ftp-site", Contact::ftpSite, Contact.Builder::ftpSite, "X-TANDEM-FTP-SITE"),
        SpelledProperty.text(
            "free-busy-url",
            Contact::freeBusyUrl,
            Contact.Builder::freeBusyUrl,
            List.of(new UriSpelling("FBURL"))),
        birthday(),
        anniversary(),
        gender(),
        SpelledProperty.text(
            "hobbies",
            Contact::hobbies,
            Contact.Builder::hobbies,
            List.of(new ListSpelling("X-MS-INTERESTS"), new TextSpelling("HOBBY"))),
        text(
            "referred-by",
            Contact::referredBy,
            Contact.Builder::referredBy,
            "X-TANDEM-REFERRED-BY"),
        text("language", Contact::language, Contact.Builder::language, "X-TANDEM-LANGUAGE"),
        text("account", Contact::account, Contact.Builder::account, "X-TANDEM-ACCOUNT"),
        text(
            "customer-id",
            Contact::customerId,
            Contact.Builder::customerId,
            "X-TANDEM-CUSTOMER-ID"),
        text(
            "government-id",
            Contact::governmentId,
            Contact.Builder::governmentId,
            "X-TANDEM-GOVERNMENT-ID"),
        text(
            "organizational-id",
            Contact::organizationalId,
            Contact.Builder::organizationalId,
            "X-TANDEM-ORGANIZATIONAL-ID"),
        text(
            "computer-network-name",
            Contact::computerNetworkName,
            Contact.Builder::computerNetworkName,
            "X-TANDEM-COMPUTER-NETWORK-NAME"),
        text(
            "mail-location",
            Contact::mailLocation,
            Contact.Builder::mailLocation,
            "X-TANDEM-MAIL-LOCATION"),
        new UserFields(),
        new NotesProperty<>(Contact::notes, (b, v) -> b.notes(v)),
        new CategoriesProperty<>(Contact::categories, (b, v) -> b.categories(v)),
        new SensitivityProperty<>(Contact::sensitivity, (b, v) -> b.sensitivity(v)),
        new BusinessProperty(),
        new UserProperties<>(pairs, Contact::userProperties, (b, v) -> b.userProperties(v)),
        new Certificates(),
        new PhotoProperty());
  }

  private static CardProperty<Contact, Contact.Builder> text(
      String field,
      Function<Contact, String> get,
      BiConsumer<Contact.Builder, String> set,
      String... names) {
    return SpelledProperty.text(field, get, set, names);
  }

  /** Somebody who belongs to the contact. RFC 6350 has a type for a spouse, for the others not. */
  private static CardProperty<Contact, Contact.Builder> relation(
      String field,
      Function<Contact, String> get,
      BiConsumer<Contact.Builder, String> set,
      boolean standard,
      String label,
      String kaddressbook) {
    String word = field.toUpperCase(Locale.ROOT);
    return SpelledProperty.text(
        field,
        get,
        set,
        List.of(
            new RelationSpelling(field, standard),
            new LabelledSpelling("X-ABRELATEDNAMES", label),
            new TextSpelling("X-" + word),
            new TextSpelling("X-MS-" + word),
            new TextSpelling("X-EVOLUTION-" + word),
            new TextSpelling(kaddressbook)));
  }

  private static CardProperty<Contact, Contact.Builder> birthday() {
    return new SpelledProperty<>(
        "birthday",
        Contact::birthday,
        (b, v) -> b.birthday(v),
        LossKind.DATE_NOT_WHOLE,
        List.of(new DateSpelling("BDAY", "", true)));
  }

  private static CardProperty<Contact, Contact.Builder> anniversary() {
    return new SpelledProperty<>(
        "anniversary",
        Contact::anniversary,
        (b, v) -> b.anniversary(v),
        LossKind.DATE_NOT_WHOLE,
        List.of(
            new DateSpelling("X-ABDATE", "Anniversary", true),
            new DateSpelling("ANNIVERSARY", "", false),
            new DateSpelling("X-ANNIVERSARY", "", true),
            new DateSpelling("X-MS-ANNIVERSARY", "", false),
            new DateSpelling("X-EVOLUTION-ANNIVERSARY", "", true),
            new DateSpelling("X-KADDRESSBOOK-X-ANNIVERSARY", "", true)));
  }

  private static CardProperty<Contact, Contact.Builder> gender() {
    return new SpelledProperty<>(
        "gender",
        c -> c.gender() == Gender.UNSPECIFIED ? null : c.gender(),
        Contact.Builder::gender,
        LossKind.GENDER_NOT_KNOWN,
        List.of(
            new GenderSpelling("GENDER", "F", "M"),
            new GenderSpelling("X-WAB-GENDER", "1", "2"),
            new GenderSpelling("X-GENDER", "Female", "Male")));
  }
}
