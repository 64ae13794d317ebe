package org.tandemsync.outlook.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.ItemType;
import org.tandemsync.mapi.AppointmentRecurrenceBlob;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.CompressedRtf;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.UserFields;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.folder.ItemRevision;
import org.tandemsync.outlook.folder.OpenItem;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Attachments;
import org.tandemsync.outlook.model.Exceptions;
import org.tandemsync.outlook.model.OutlookItem;
import org.tandemsync.outlook.model.PropertyAccessor;
import org.tandemsync.outlook.model.Recipient;
import org.tandemsync.outlook.model.Recipients;
import org.tandemsync.outlook.model.RecurrencePattern;

/**
 * Reads open items: properties with one call, and what hangs on an item only where the item has it.
 *
 * @param session the zone of Outlook's session, in which it says when an occurrence was to be
 */
public record MessageReader(ZoneId session) {
  static final PropertyTag PARENT = new PropertyTag(0x0E09);
  static final PropertyTag HAS_ATTACHMENTS = new PropertyTag(0x0E1B);
  static final PropertyName RECURRING = PropertyName.of(PropertySets.APPOINTMENT, 0x8223);
  static final PropertyName RECURRENCE = PropertyName.of(PropertySets.APPOINTMENT, 0x8216);
  static final PropertyName STATE = PropertyName.of(PropertySets.APPOINTMENT, 0x8217);
  static final PropertyName USER_FIELDS = PropertyName.of(PropertySets.COMMON, 0x8540);

  /** Grows with each exception; where it is too large the object model tells the rule. */
  private static final AskedProperty RULE = AskedProperty.of(RECURRENCE, PropertyValue.BINARY);

  /** PidTagDisplayTo, PidTagDisplayCc, PidTagDisplayBcc: names of recipients. */
  private static final List<PropertyTag> NAMED =
      List.of(new PropertyTag(0x0E04), new PropertyTag(0x0E03), new PropertyTag(0x0E02));

  private static final List<AskedProperty> OF_RECIPIENTS =
      List.of(
          AskedProperty.of(Tags.RECIPIENT_TYPE, PropertyValue.INTEGER),
          AskedProperty.of(Tags.RECIPIENT_FLAGS, PropertyValue.INTEGER),
          AskedProperty.of(Tags.RECIPIENT_RESPONSE, PropertyValue.INTEGER),
          AskedProperty.of(Tags.RECIPIENT_NAME, PropertyValue.TEXT),
          AskedProperty.of(Tags.DISPLAY_NAME, PropertyValue.TEXT),
          AskedProperty.of(Tags.ADDRESS_TYPE, PropertyValue.TEXT),
          AskedProperty.of(Tags.EMAIL_ADDRESS, PropertyValue.TEXT),
          AskedProperty.of(Tags.SMTP_ADDRESS, PropertyValue.TEXT),
          AskedProperty.of(Tags.ENTRY_ID, PropertyValue.BINARY));

  /**
   * Reads an item of a type.
   *
   * @throws org.tandemsync.outlook.automation.AutomationException if Outlook does not answer
   * @throws DamagedException if it has a property that Outlook does not hand over: of that nothing
   *     may be concluded
   */
  public OutlookMessage read(OutlookItem item, ItemType type) {
    Map<PropertyKey, PropertyValue> values = new LinkedHashMap<>();
    OpenItem open = properties(item, AskedProperty.of(type), values);
    List<AttachedObject> occurrences = List.of();
    if (item instanceof AppointmentItem series
        && open.tooLarge().contains(RULE.name())
        && MapiVariants.bag(values).flag(RECURRING)) {
      Set<LocalDate> deleted = new LinkedHashSet<>();
      occurrences = occurrences(series, deleted::add);
      values.put(RECURRENCE, PropertyValue.binary(rule(series, values, occurrences, deleted)));
    }
    PropertyBag bag = complete(item, values);
    List<AttachedObject> attached = new ArrayList<>(attachments(item, bag));
    if (item instanceof AppointmentItem series
        && occurrences.isEmpty()
        && bag.flag(RECURRING)
        && hasChanged(bag)) {
      occurrences = occurrences(series, _ -> {});
    }
    attached.addAll(occurrences);
    return new OutlookMessage(
        bag,
        recipients(item, bag),
        List.copyOf(attached),
        ItemRevision.of(
            open.values().get(ItemRevision.MODIFIED), open.values().get(ItemRevision.CHANGE_KEY)),
        Bytes.of(bag.bytes(PARENT).toArray()));
  }

  private static Bytes rule(
      AppointmentItem series,
      Map<PropertyKey, PropertyValue> values,
      List<AttachedObject> occurrences,
      Set<LocalDate> deleted) {
    Map<PropertyKey, PropertyValue> single = new LinkedHashMap<>(values);
    single.put(RECURRING, PropertyValue.flag(false));
    OutlookMessage one =
        new OutlookMessage(MapiVariants.bag(single), List.of(), List.of(), null, Bytes.EMPTY);
    try (RecurrencePattern pattern = series.getRecurrencePattern()) {
      return new SeriesRule(one, occurrences, deleted).property(pattern);
    }
  }

  /** Adds what a person's own fields hold, and the formatted text. */
  private static PropertyBag complete(OutlookItem item, Map<PropertyKey, PropertyValue> values) {
    PropertyBag bag = MapiVariants.bag(values);
    Set<String> fields = Set.copyOf(UserFields.names(bag.bytes(USER_FIELDS)));
    if (!fields.isEmpty()) {
      userFields(item, fields, values);
    }
    if (!bag.text(Tags.BODY).isEmpty()) {
      Bytes rtf = item.rtfBody();
      if (!rtf.isEmpty()) {
        values.put(Tags.RTF, PropertyValue.binary(CompressedRtf.encode(rtf.toArray())));
      }
    }
    return MapiVariants.bag(values);
  }

  private static OpenItem properties(
      OutlookItem item, List<AskedProperty> asked, Map<PropertyKey, PropertyValue> into) {
    OpenItem open = OpenItem.read(item, asked.stream().map(AskedProperty::name).toList());
    for (AskedProperty property : asked) {
      if (open.tooLarge().contains(property.name()) && !property.equals(RULE)) {
        throw new DamagedException(
            "Outlook does not hand over "
                + property.name().schema()
                + " of this item, because it is too large. In Outlook, let the mailbox be cached"
                + " on this computer (account settings, cached mode)");
      }
      HResult refused = open.refused().get(property.name());
      if (refused != null) {
        throw new DamagedException(
            "Outlook refuses to tell " + property.name().schema() + " (" + refused + ")");
      }
      put(property, open.values().get(property.name()), into);
    }
    return open;
  }

  private static void put(
      AskedProperty property, @Nullable Variant answer, Map<PropertyKey, PropertyValue> into) {
    if (answer != null) {
      MapiVariants.value(answer, property.type()).ifPresent(v -> into.put(property.key(), v));
    }
  }

  /** What a person's own fields hold; those that are no texts are known to be there. */
  private static void userFields(
      OutlookItem item, Set<String> names, Map<PropertyKey, PropertyValue> into) {
    List<AskedProperty> asked =
        names.stream()
            .map(
                name ->
                    AskedProperty.of(
                        PropertyName.of(PropertySets.PUBLIC_STRINGS, name), PropertyValue.TEXT))
            .toList();
    OpenItem open = OpenItem.read(item, asked.stream().map(AskedProperty::name).toList());
    for (AskedProperty property : asked) {
      Variant answer = open.values().get(property.name());
      if (answer != null) {
        MapiVariants.value(answer, type(answer)).ifPresent(v -> into.put(property.key(), v));
      }
    }
  }

  private static int type(Variant answer) {
    return switch (answer) {
      case Variant.Real _ -> PropertyValue.REAL;
      case Variant.Flag _ -> PropertyValue.FLAG;
      case Variant.Date _ -> PropertyValue.TIME;
      case Variant.Int _ -> PropertyValue.INTEGER;
      default -> PropertyValue.TEXT;
    };
  }

  private static List<PropertyBag> recipients(OutlookItem item, PropertyBag bag) {
    boolean any =
        bag.integer(STATE, 0) != 0 || NAMED.stream().anyMatch(n -> !bag.text(n).isEmpty());
    return any && item instanceof AppointmentItem appointment ? recipients(appointment) : List.of();
  }

  private static List<PropertyBag> recipients(AppointmentItem item) {
    List<PropertyBag> bags = new ArrayList<>();
    try (Recipients recipients = item.recipients()) {
      int count = recipients.count();
      for (int i = 1; i <= count; i++) {
        try (Recipient recipient = recipients.item(i);
            var mapi = recipient.propertyAccessor()) {
          bags.add(nameless(bag(mapi, OF_RECIPIENTS)));
        }
      }
    }
    return List.copyOf(bags);
  }

  /** Outlook gives who has no name the address for one; the codecs know by the entry id. */
  private static PropertyBag nameless(PropertyBag recipient) {
    String address = recipient.text(Tags.SMTP_ADDRESS);
    if (address.isEmpty() || !address.equals(recipient.text(Tags.DISPLAY_NAME))) {
      return recipient;
    }
    Map<PropertyKey, PropertyValue> values = new LinkedHashMap<>();
    OF_RECIPIENTS.forEach(
        asked ->
            recipient
                .find(asked.key())
                .ifPresent(
                    raw ->
                        values.put(
                            asked.key(),
                            new PropertyValue(
                                raw.type(),
                                Bytes.of(raw.value().all(PropertyBag.MOST).toArray())))));
    values.put(Tags.ENTRY_ID, PropertyValue.binary(EntryId.oneOff("", "SMTP", address)));
    return MapiVariants.bag(values);
  }

  /** What is there of some properties. */
  static PropertyBag bag(PropertyAccessor mapi, List<AskedProperty> asked) {
    Map<PropertyKey, PropertyValue> values = new LinkedHashMap<>();
    List<Variant> answers = mapi.getProperties(asked.stream().map(a -> a.name().schema()).toList());
    for (int i = 0; i < asked.size() && i < answers.size(); i++) {
      put(asked.get(i), answers.get(i), values);
    }
    return MapiVariants.bag(values);
  }

  private static List<AttachedObject> attachments(OutlookItem item, PropertyBag bag) {
    List<AttachedObject> all = new ArrayList<>();
    if (!bag.flag(HAS_ATTACHMENTS)) {
      return all;
    }
    try (Attachments attachments = item.attachments()) {
      int count = attachments.count();
      for (int i = 1; i <= count; i++) {
        try (var attachment = attachments.item(i)) {
          all.add(AttachmentReader.read(attachment, i));
        }
      }
    }
    return all;
  }

  /** Whether occurrences of a series are changed, and not only deleted. */
  private static boolean hasChanged(PropertyBag bag) {
    return !AppointmentRecurrenceBlob.parse(bag.bytes(RECURRENCE), bag.ansi())
        .exceptions()
        .isEmpty();
  }

  /** The changed occurrences, as data files have them: messages that are attached to the series. */
  private List<AttachedObject> occurrences(AppointmentItem series, Consumer<LocalDate> deleted) {
    List<AttachedObject> all = new ArrayList<>();
    try (RecurrencePattern pattern = series.getRecurrencePattern();
        Exceptions exceptions = pattern.exceptions()) {
      int count = exceptions.count();
      for (int i = 1; i <= count; i++) {
        try (var exception = exceptions.item(i)) {
          if (exception.deleted()) {
            // by the clock of the series, of another one by that of the session
            deleted.accept(exception.originalDate().toLocalDate());
          } else {
            try (AppointmentItem occurrence = exception.appointmentItem()) {
              all.add(occurrence(exception.originalDate(), occurrence));
            }
          }
        }
      }
    }
    return all;
  }

  private AttachedObject occurrence(LocalDateTime original, AppointmentItem occurrence) {
    Map<PropertyKey, PropertyValue> values = new LinkedHashMap<>();
    Instant replaced = original.atZone(session).toInstant();
    values.put(Tags.EXCEPTION_REPLACED, PropertyValue.time(replaced));
    values.put(Tags.ATTACHMENT_METHOD, PropertyValue.integer(AttachedObject.EMBEDDED));
    values.put(Tags.ATTACHMENT_HIDDEN, PropertyValue.flag(true));
    return new OutlookMessage.Attached(
        MapiVariants.bag(values), Optional.of(ofOccurrence(occurrence)), 0);
  }

  /** An occurrence is a part of its series: it has no occurrences of its own. */
  private static OutlookMessage ofOccurrence(AppointmentItem occurrence) {
    Map<PropertyKey, PropertyValue> values = new LinkedHashMap<>();
    properties(occurrence, AskedProperty.of(ItemType.APPOINTMENT), values);
    values.remove(RECURRENCE);
    values.put(RECURRING, PropertyValue.flag(false));
    PropertyBag bag = complete(occurrence, values);
    return new OutlookMessage(
        bag, recipients(occurrence, bag), attachments(occurrence, bag), null, Bytes.EMPTY);
  }
}
