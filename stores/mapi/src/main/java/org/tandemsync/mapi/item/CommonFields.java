package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.common;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tandemsync.items.Business;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Field;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Item;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Text;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.UserFields;

/** The fields that every kind of item has. */
public final class CommonFields {
  static final PropertyName PRIVATE = common(0x8506);
  static final PropertyName USER_FIELDS = common(0x8540);
  private static final PropertyName MILEAGE = common(0x8534);
  private static final PropertyName BILLING = common(0x8535);
  private static final PropertyName COMPANIES = common(0x8539);
  private static final PropertyName CONTACTS = common(0x853A);

  /** Search keys, entry ids and names of the contacts in {@link #CONTACTS}. */
  private static final List<PropertyName> CONTACT_LINKS =
      List.of(common(0x8584), common(0x8585), common(0x8586));

  private static final PropertyName SIDE_EFFECTS = common(0x8510);
  private static final PropertyName OUTLOOK_BUILD = common(0x8552);
  private static final PropertyName OUTLOOK_VERSION = common(0x8554);
  private static final int UTF_8 = 65001;

  /** Text properties of the set of user fields that are no user fields. */
  private static final Set<String> OUR_OWN =
      Set.of(
          Tags.KEYWORDS.text(),
          Tags.TANDEM_UID.text(),
          Tags.TANDEM_STAMP.text(),
          Tags.TANDEM_FILE_AS.text(),
          Tags.TANDEM_COLOR.text(),
          Tags.TANDEM_URL.text(),
          Tags.TANDEM_PARENT.text(),
          Tags.TANDEM_OWN.text());

  private CommonFields() {}

  /**
   * The subject. Outlook keeps two control characters in front of it: 1, and the length of a prefix
   * such as "Re:" ([MS-PST] 2.5.3.1.1.1).
   */
  public static String subject(PropertyBag bag) {
    String subject = bag.text(Tags.SUBJECT);
    return subject.length() >= 2 && subject.charAt(0) == 1 ? subject.substring(2) : subject;
  }

  static Importance importance(PropertyBag bag) {
    return pick(Importance.values(), bag.integer(Tags.IMPORTANCE, 1), Importance.NORMAL);
  }

  /** The private flag of older items counts as private. */
  static Sensitivity sensitivity(PropertyBag bag) {
    Sensitivity value =
        pick(Sensitivity.values(), bag.integer(Tags.SENSITIVITY, 0), Sensitivity.NORMAL);
    return value == Sensitivity.NORMAL && bag.flag(PRIVATE) ? Sensitivity.PRIVATE : value;
  }

  /** The value with this number, or {@code otherwise} if there is none. */
  static <E> E pick(E[] values, int number, E otherwise) {
    return number >= 0 && number < values.length ? values[number] : otherwise;
  }

  static Categories categories(PropertyBag bag) {
    return Categories.of(bag.texts(Tags.KEYWORDS));
  }

  static Business business(PropertyBag bag) {
    return new Business(
        bag.text(BILLING), bag.text(MILEAGE), named(bag, COMPANIES), named(bag, CONTACTS));
  }

  private static List<String> named(PropertyBag bag, PropertyName name) {
    return bag.texts(name).stream().filter(t -> !t.isBlank()).toList();
  }

  /** The values of the fields that the user has defined, where they are texts. */
  static Map<String, String> userProperties(PropertyBag bag) {
    Map<String, String> values = new TreeMap<>();
    for (String name : UserFields.names(bag.bytes(USER_FIELDS))) {
      String value = bag.text(Names.text(name));
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    return values;
  }

  /** Those of the fields that are not already as they are to be. */
  static <I extends Item> Set<String> differing(
      Fields<I, ?> all, Set<String> fields, I item, I there) {
    return all.all().stream()
        .filter(f -> fields.contains(f.name()) && !f.same(item, there))
        .map(Field::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What Outlook expects of every item that it has not made itself: read, of normal importance,
   * open to all, no receipts. Call it before the fields are written.
   *
   * @param icon PidTagIconIndex
   * @param sideEffects PidLidSideEffects
   */
  static void writeNew(String messageClass, int icon, int sideEffects, PropertyEdits edits) {
    edits
        .text(Tags.MESSAGE_CLASS, messageClass)
        .integer(Tags.MESSAGE_FLAGS, 1)
        .integer(Tags.IMPORTANCE, Importance.NORMAL.ordinal())
        .integer(Tags.PRIORITY, 0)
        .integer(Tags.SENSITIVITY, Sensitivity.NORMAL.ordinal())
        .flag(PRIVATE, false)
        .flag(Names.tag(0x0002), true) // alternate recipient allowed
        .flag(Names.tag(0x0023), false) // delivery report
        .flag(Names.tag(0x0029), false) // read receipt
        .flag(Names.tag(0x0E01), false) // delete after submit
        .integer(Tags.ICON, icon)
        .integer(Tags.INTERNET_CODE_PAGE, UTF_8)
        .integer(SIDE_EFFECTS, sideEffects)
        .integer(OUTLOOK_BUILD, 166_965)
        .text(OUTLOOK_VERSION, "16.0");
  }

  /**
   * The subject, the topic of the conversation and, if the item has it, the normalized subject. A
   * prefix such as "Re: " that was there and stays is marked as before.
   */
  static void writeSubject(String subject, PropertyEdits edits) {
    if (!subject.isEmpty() && subject.equals(subject(edits.before()))) {
      return;
    }
    String prefix = prefix(edits.before().text(Tags.SUBJECT));
    String kept = subject.startsWith(prefix) ? prefix : "";
    String topic = subject.substring(kept.length());
    char length = (char) (kept.length() + 1);
    edits
        .text(Tags.SUBJECT, subject.isEmpty() ? "" : "\1" + length + subject)
        .text(Tags.CONVERSATION_TOPIC, topic);
    if (edits.before().has(Tags.NORMALIZED_SUBJECT)) {
      edits.text(Tags.NORMALIZED_SUBJECT, topic);
    }
    if (edits.before().has(Tags.SUBJECT_PREFIX)) {
      edits.text(Tags.SUBJECT_PREFIX, kept);
    }
  }

  private static String prefix(String stored) {
    int length = stored.length() >= 2 && stored.charAt(0) == 1 ? stored.charAt(1) - 1 : 0;
    return length > 0 && stored.length() >= 2 + length ? stored.substring(2, 2 + length) : "";
  }

  /** Importance, and the priority that messages have beside it. */
  static void writeImportance(Importance importance, PropertyEdits edits) {
    edits
        .integer(Tags.IMPORTANCE, importance.ordinal())
        .integer(Tags.PRIORITY, importance.ordinal() - Importance.NORMAL.ordinal());
  }

  static void writeSensitivity(Sensitivity sensitivity, PropertyEdits edits) {
    edits
        .integer(Tags.SENSITIVITY, sensitivity.ordinal())
        .flag(PRIVATE, sensitivity == Sensitivity.PRIVATE);
  }

  static void writeCategories(Categories categories, PropertyEdits edits) {
    edits.texts(Tags.KEYWORDS, categories.names());
  }

  /** Links to contacts fall away with the names that they belong to. */
  static void writeBusiness(Business business, PropertyEdits edits) {
    edits
        .text(BILLING, business.billingInformation())
        .text(MILEAGE, business.mileage())
        .texts(COMPANIES, business.companies());
    if (!business.contactNames().equals(named(edits.before(), CONTACTS))) {
      edits.texts(CONTACTS, business.contactNames());
      CONTACT_LINKS.stream().filter(edits.before()::has).forEach(edits::remove);
    }
  }

  /**
   * The fields that the user has defined, where they are texts. A field without a value stays
   * defined, and fields of other types stay as they are unless a text has their name.
   */
  static void writeUserProperties(Map<String, String> values, PropertyEdits edits) {
    PropertyBag before = edits.before();
    userProperties(before).keySet().stream()
        .filter(name -> !values.containsKey(name))
        .forEach(name -> edits.remove(Names.text(name)));
    Map<String, String> texts = new TreeMap<>(values);
    texts.keySet().removeAll(OUR_OWN);
    texts.entrySet().removeIf(e -> e.getKey().isBlank() || e.getValue().isEmpty());
    if (!texts.isEmpty()) {
      texts.forEach((name, value) -> edits.text(Names.text(name), value));
      edits.bytes(
          USER_FIELDS,
          UserFields.withTexts(before.bytes(USER_FIELDS), texts.keySet(), before.ansi()));
    }
  }

  /** A text of several lines, as Outlook ends them. */
  static void writeLines(PropertyKey key, String text, PropertyEdits edits) {
    edits.text(key, Text.lines(text).replace("\n", "\r\n"));
  }
}
