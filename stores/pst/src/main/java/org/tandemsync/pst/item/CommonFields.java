package org.tandemsync.pst.item;

import static org.tandemsync.pst.item.Names.common;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tandemsync.items.Business;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.PropertyName;
import org.tandemsync.pst.mapi.Tags;
import org.tandemsync.pst.mapi.UserFields;

/** The fields that every kind of item has. */
public final class CommonFields {
  static final PropertyName PRIVATE = common(0x8506);
  static final PropertyName USER_FIELDS = common(0x8540);
  private static final PropertyName MILEAGE = common(0x8534);
  private static final PropertyName BILLING = common(0x8535);
  private static final PropertyName COMPANIES = common(0x8539);
  private static final PropertyName CONTACTS = common(0x853A);

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
}
