package org.tandemsync.outlook.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.Tags;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.PropertyAccessor;
import org.tandemsync.outlook.model.Recipient;
import org.tandemsync.outlook.model.Recipients;

/** Organizer and attendees of an appointment. Nobody gets a message. */
final class RecipientChanges {
  /** What the object model sets, and what makes a recipient who they are. */
  private static final Set<PropertyKey> OF_THE_RECIPIENT =
      Set.of(
          Tags.RECIPIENT_TYPE,
          Tags.DISPLAY_NAME,
          Tags.ADDRESS_TYPE,
          Tags.EMAIL_ADDRESS,
          Tags.SMTP_ADDRESS,
          Tags.ENTRY_ID,
          Tags.RECORD_KEY);

  private static final int REQUIRED = 1;

  private RecipientChanges() {}

  static void apply(AppointmentItem item, MessageEdit edit) {
    List<PropertyEdits> wanted = edit.recipients().orElse(null);
    if (wanted == null) {
      return;
    }
    List<PropertyBag> before = edit.before().recipients();
    List<PropertyEdits> added = new ArrayList<>();
    Set<Integer> stay = new HashSet<>();
    try (Recipients recipients = item.recipients()) {
      for (PropertyEdits row : wanted) {
        int position = position(before, row);
        if (position < 0 || renamed(row)) {
          added.add(row);
        } else {
          stay.add(position);
          change(recipients, position + 1, row);
        }
      }
      for (int i = before.size() - 1; i >= 0; i--) {
        if (!stay.contains(i)) {
          recipients.remove(i + 1);
        }
      }
      added.forEach(row -> add(recipients, row));
    }
  }

  /** Rows that are there are made of their bag. */
  private static int position(List<PropertyBag> before, PropertyEdits row) {
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i) == row.before()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean renamed(PropertyEdits row) {
    return row.changes().containsKey(Tags.DISPLAY_NAME)
        || row.changes().containsKey(Tags.SMTP_ADDRESS);
  }

  private static void change(Recipients recipients, int index, PropertyEdits row) {
    if (!row.changes().isEmpty()) {
      try (Recipient recipient = recipients.item(index)) {
        write(recipient, row);
      }
    }
  }

  /** "Name <address>" resolves without an address book; a name alone stays unresolved. */
  private static void add(Recipients recipients, PropertyEdits row) {
    String name = text(row, Tags.DISPLAY_NAME);
    String address = text(row, Tags.SMTP_ADDRESS);
    String shown =
        address.isEmpty() || name.equals(address)
            ? name.isEmpty() ? address : name
            : name.replaceAll("[<>;\"]", "'") + " <" + address + ">";
    try (Recipient recipient = recipients.add(shown)) {
      if (!address.isEmpty()) {
        recipient.resolve();
      }
      write(recipient, row);
      if (shown.contains("'") && !name.equals(address)) {
        // what would be read as part of the address was left out
        try (PropertyAccessor mapi = recipient.propertyAccessor()) {
          MessageChange.set(
              mapi,
              Map.of(
                  AskedProperty.name(Tags.DISPLAY_NAME, PropertyValue.TEXT).schema(),
                  Variant.of(name)));
        }
      }
    }
  }

  private static String text(PropertyEdits row, PropertyKey key) {
    return row.changed(key)
        .map(v -> MapiVariants.bag(Map.of(key, v)).text(key))
        .orElseGet(() -> row.before().text(key));
  }

  private static void write(Recipient recipient, PropertyEdits row) {
    row.changed(Tags.RECIPIENT_TYPE)
        .ifPresent(
            v ->
                recipient.setType(
                    MapiVariants.bag(Map.of(Tags.RECIPIENT_TYPE, v))
                        .integer(Tags.RECIPIENT_TYPE, REQUIRED)));
    Map<String, Variant> others = new LinkedHashMap<>();
    row.changes()
        .forEach(
            (key, value) -> {
              if (!OF_THE_RECIPIENT.contains(key)) {
                value.ifPresent(
                    v ->
                        others.put(
                            AskedProperty.name(key, v.type()).schema(), MapiVariants.variant(v)));
              }
            });
    try (PropertyAccessor mapi = recipient.propertyAccessor()) {
      MessageChange.set(mapi, others);
    }
  }
}
