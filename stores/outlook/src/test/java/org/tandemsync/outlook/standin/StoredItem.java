package org.tandemsync.outlook.standin;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An item as it is kept, or as somebody has it open and has not saved it yet. */
final class StoredItem {
  private final String type;
  private Values values = new Values();
  private List<StoredRecipient> recipients = new ArrayList<>();
  private List<StoredAttachment> attachments = new ArrayList<>();
  private List<StoredUserProperty> userProperties = new ArrayList<>();
  private @Nullable SeriesPattern pattern;

  /** Changed and deleted (empty) occurrences by their original start in the series' zone. */
  private final Map<LocalDateTime, Optional<StoredItem>> exceptions = new TreeMap<>();

  private String entryId = "";
  private @Nullable StoredFolder folder;
  private int change;

  /**
   * A new one.
   *
   * @param type its name in the type library
   */
  StoredItem(String type) {
    this.type = type;
  }

  StoredItem copy() {
    StoredItem copy = new StoredItem(type);
    copy.take(this);
    copy.entryId = entryId;
    copy.folder = folder;
    copy.change = change;
    return copy;
  }

  /** Takes over what another one holds, not where it is. */
  void take(StoredItem other) {
    values = other.values.copy();
    recipients = new ArrayList<>(other.recipients.stream().map(StoredRecipient::copy).toList());
    attachments = new ArrayList<>(other.attachments.stream().map(StoredAttachment::copy).toList());
    userProperties = new ArrayList<>(other.userProperties);
    pattern = other.pattern == null ? null : other.pattern.copy();
    exceptions.clear();
    other.exceptions.forEach((start, item) -> exceptions.put(start, item.map(StoredItem::copy)));
  }

  /** What an exception has as the series had it follows the series. */
  void follow(StoredItem before, StoredItem after) {
    java.util.Set<String> keys = new java.util.TreeSet<>(before.values.all().keySet());
    keys.addAll(after.values.all().keySet());
    for (String key : keys) {
      if (java.util.Objects.equals(values.get(key), before.values.get(key))) {
        values.put(key, after.values.get(key));
      }
    }
    if (recipients.size() == before.recipients.size() && same(recipients, before.recipients)) {
      recipients = new ArrayList<>(after.recipients.stream().map(StoredRecipient::copy).toList());
    }
    if (attachments.equals(before.attachments)) {
      attachments =
          new ArrayList<>(after.attachments.stream().map(StoredAttachment::copy).toList());
    }
  }

  private static boolean same(List<StoredRecipient> a, List<StoredRecipient> b) {
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).values.all().equals(b.get(i).values.all())) {
        return false;
      }
    }
    return true;
  }

  String type() {
    return type;
  }

  Values values() {
    return values;
  }

  List<StoredRecipient> recipients() {
    return recipients;
  }

  List<StoredAttachment> attachments() {
    return attachments;
  }

  List<StoredUserProperty> userProperties() {
    return userProperties;
  }

  @Nullable SeriesPattern pattern() {
    return pattern;
  }

  void pattern(@Nullable SeriesPattern value) {
    pattern = value;
  }

  Map<LocalDateTime, Optional<StoredItem>> exceptions() {
    return exceptions;
  }

  String entryId() {
    return entryId;
  }

  @Nullable StoredFolder folder() {
    return folder;
  }

  void keptIn(StoredFolder where, String id) {
    folder = where;
    entryId = id;
  }

  int change() {
    return change;
  }

  void changed(int number) {
    change = number;
  }
}
