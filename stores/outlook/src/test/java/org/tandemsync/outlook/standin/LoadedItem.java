package org.tandemsync.outlook.standin;

import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Task;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.AttachmentEdit;
import org.tandemsync.mapi.EncapsulatedHtml;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.UserFields;
import org.tandemsync.mapi.item.AppointmentCodec;
import org.tandemsync.mapi.item.ItemClass;
import org.tandemsync.mapi.item.TaskCodec;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.OlRecurrenceType;

/** An item of a data file as the stand-in keeps it. */
final class LoadedItem {
  private static final int MONTHS_A_YEAR = 12;

  private LoadedItem() {}

  static StoredItem of(StandIn outlook, Message message) {
    PropertyBag bag = message.properties();
    ItemType type = ItemClass.type(bag.text(Tags.MESSAGE_CLASS)).orElseThrow();
    StoredItem item =
        new StoredItem(
            switch (type) {
              case APPOINTMENT -> "AppointmentItem";
              case TASK -> "TaskItem";
              case CONTACT -> "ContactItem";
              case DISTRIBUTION_LIST -> "DistListItem";
            });
    values(bag, item.values());
    body(bag, item.values());
    for (String name : UserFields.names(bag.bytes(Fields8540.KEY))) {
      Variant value = item.values().get("string:00020329-0000-0000-C000-000000000046:" + name);
      item.userProperties()
          .add(new StoredUserProperty(name, 1, value == null ? Variant.of("") : value));
    }
    message.recipients().forEach(r -> item.recipients().add(recipient(r)));
    message.attachments().stream()
        .filter(a -> a.properties().integer(Tags.ATTACHMENT_METHOD, 0) != AttachedObject.EMBEDDED)
        .forEach(a -> item.attachments().add(attachment(a.properties())));
    if (type == ItemType.APPOINTMENT) {
      appointment(AppointmentCodec.read(message), item);
    } else if (type == ItemType.TASK) {
      Task task = TaskCodec.read(message);
      Recurrence rule = task.recurrence();
      if (rule != null) {
        item.pattern(pattern(rule, rule.start().atStartOfDay(), 0));
      }
    }
    if (item.values().get("tag:65E2") instanceof Variant.Binary(Bytes key) && key.length() == 4) {
      item.changed(ByteBuffer.wrap(key.toArray()).getInt());
    }
    return item;
  }

  private interface Fields8540 {
    PropertyKey KEY =
        org.tandemsync.mapi.PropertyName.of(org.tandemsync.mapi.PropertySets.COMMON, 0x8540);
  }

  private static void values(PropertyBag bag, Values into) {
    for (RawProperty raw : bag.raw().values()) {
      PropertyKey key =
          bag.names().name(raw.id()).<PropertyKey>map(n -> n).orElse(new PropertyTag(raw.id()));
      String name = MapiView.key(key);
      Bytes bytes = Bytes.of(raw.value().all(PropertyBag.MOST).toArray());
      Variant value =
          switch (raw.type()) {
            case 0x001E -> Variant.of(bag.text(key));
            case 0x001F -> Variant.of(bag.text(key));
            case 0x0002, 0x0003, 0x0005, 0x000B, 0x0040, 0x0102, 0x1003, 0x101F, 0x1102 ->
                MapiView.variant(name, new PropertyValue(raw.type(), bytes));
            default -> null;
          };
      into.put(name, value);
    }
    if (into.get("tag:0037") instanceof Variant.Text(String subject)
        && subject.length() >= 2
        && subject.charAt(0) == 1) {
      into.put("tag:0037", Variant.of(subject.substring(2)));
    }
  }

  private static void body(PropertyBag bag, Values into) {
    if (into.get("tag:1013") instanceof Variant.Binary(Bytes html)) {
      String text = new String(html.toArray(), java.nio.charset.StandardCharsets.UTF_8);
      into.put("tag:1009", Variant.of(Bytes.of(EncapsulatedHtml.encode(text))));
      into.put("tag:1013", null);
    } else if (into.get("tag:1009") == null && bag.has(Tags.BODY)) {
      into.put("tag:1009", MapiView.rtfOf(bag.text(Tags.BODY)));
    }
  }

  private static StoredRecipient recipient(PropertyBag bag) {
    StoredRecipient recipient = new StoredRecipient("");
    values(bag, recipient.values);
    recipient.name = bag.text(Tags.DISPLAY_NAME);
    recipient.address = bag.text(Tags.SMTP_ADDRESS);
    recipient.resolved = !recipient.address.isEmpty();
    recipient.type(bag.integer(Tags.RECIPIENT_TYPE, 1));
    return recipient;
  }

  private static StoredAttachment attachment(PropertyBag bag) {
    Values values = new Values();
    values(bag, values);
    Bytes content = Bytes.of(bag.bytes(Tags.ATTACHMENT_DATA).toArray());
    values.put("tag:0E20", Variant.of(content.length()));
    return new StoredAttachment(bag.text(Tags.ATTACHMENT_LONG_NAME), content, values);
  }

  private static void appointment(Appointment appointment, StoredItem item) {
    item.values().put("stand-in:StartTimeZone", Variant.of(appointment.timing().startZone().id()));
    item.values().put("stand-in:EndTimeZone", Variant.of(appointment.timing().endZone().id()));
    Recurrence rule = appointment.recurrence();
    if (rule == null) {
      return;
    }
    LocalDateTime start = rule.start().atTime(appointment.timing().start().toLocalTime());
    int minutes = ((Variant.Int) Objects.requireNonNull(item.values().get(DURATION))).value();
    item.pattern(pattern(rule, start, minutes));
    rule.deleted()
        .forEach(day -> item.exceptions().put(day.atTime(start.toLocalTime()), Optional.empty()));
    for (ExceptionalOccurrence exception : appointment.exceptions()) {
      item.exceptions().put(exception.originalStart(), Optional.of(occurrence(item, exception)));
    }
  }

  private static final String DURATION = "id:00062002-0000-0000-C000-000000000046:8213";

  /** What the series has, and over it what the occurrence has. */
  private static StoredItem occurrence(StoredItem series, ExceptionalOccurrence exception) {
    StoredItem item = series.copy();
    item.pattern(null);
    item.exceptions().clear();
    MessageEdit edit = MessageEdit.ofNew();
    Appointment own = exception.occurrence();
    AppointmentCodec.write(own, Set.copyOf(Fields.APPOINTMENT.names()), edit, Instant.EPOCH);
    edit.properties()
        .changes()
        .forEach(
            (key, value) -> {
              String name = MapiView.key(key);
              item.values().put(name, value.map(v -> MapiView.variant(name, v)).orElse(null));
            });
    body(MapiView.bag(item.values()), item.values());
    item.values().put("stand-in:StartTimeZone", Variant.of(own.timing().startZone().id()));
    item.values().put("stand-in:EndTimeZone", Variant.of(own.timing().endZone().id()));
    item.recipients().clear();
    edit.recipients().orElse(List.of()).forEach(r -> item.recipients().add(recipient(bag(r))));
    item.attachments().clear();
    for (AttachmentEdit attachment : edit.newAttachments()) {
      item.attachments().add(attachment(bag(attachment.properties())));
    }
    return item;
  }

  private static PropertyBag bag(PropertyEdits edits) {
    Values values = new Values();
    MapiView.changes(edits.changes()).forEach(values::put);
    return MapiView.bag(values);
  }

  private static SeriesPattern pattern(Recurrence rule, LocalDateTime start, int minutes) {
    SeriesPattern pattern = new SeriesPattern(start, minutes);
    RecurrencePattern wanted = rule.pattern();
    pattern.reset(
        switch (wanted) {
          case RecurrencePattern.Daily _ -> OlRecurrenceType.olRecursDaily;
          case RecurrencePattern.Weekly _ -> OlRecurrenceType.olRecursWeekly;
          case RecurrencePattern.Monthly _ -> OlRecurrenceType.olRecursMonthly;
          case RecurrencePattern.MonthlyNth _ -> OlRecurrenceType.olRecursMonthNth;
          case RecurrencePattern.Yearly _ -> OlRecurrenceType.olRecursYearly;
          case RecurrencePattern.YearlyNth _ -> OlRecurrenceType.olRecursYearNth;
          case RecurrencePattern.Regenerating(int n, var unit) ->
              switch (unit) {
                case DAY -> OlRecurrenceType.olRecursDaily;
                case WEEK -> OlRecurrenceType.olRecursWeekly;
                case MONTH -> OlRecurrenceType.olRecursMonthly;
                case YEAR -> OlRecurrenceType.olRecursYearly;
              };
        });
    pattern.interval = pattern.yearly() ? MONTHS_A_YEAR * wanted.interval() : wanted.interval();
    pattern.firstDayOfWeek = rule.firstDayOfWeek();
    switch (wanted) {
      case RecurrencePattern.Daily _ -> {}
      case RecurrencePattern.Weekly(int n, var days) -> pattern.dayOfWeekMask = mask(days);
      case RecurrencePattern.Monthly(int n, int day) -> pattern.dayOfMonth = day;
      case RecurrencePattern.MonthlyNth(int n, var days, var index) -> nth(pattern, days, index);
      case RecurrencePattern.Yearly(int n, var month, int day) -> {
        pattern.monthOfYear = month.getValue();
        pattern.dayOfMonth = day;
      }
      case RecurrencePattern.YearlyNth(int n, var month, var days, var index) -> {
        pattern.monthOfYear = month.getValue();
        nth(pattern, days, index);
      }
      case RecurrencePattern.Regenerating _ -> pattern.regenerate = true;
    }
    switch (rule.end()) {
      case RecurrenceEnd.Never() -> pattern.noEndDate = true;
      case RecurrenceEnd.AfterCount(int count) -> {
        pattern.noEndDate = false;
        pattern.byCount = true;
        pattern.occurrences = count;
      }
      case RecurrenceEnd.ByDate(var last) -> {
        pattern.noEndDate = false;
        pattern.end = last;
      }
    }
    return pattern;
  }

  private static void nth(SeriesPattern pattern, Set<DayOfWeek> days, WeekIndex index) {
    pattern.dayOfWeekMask = mask(days);
    pattern.instance = index.ordinal() + 1;
  }

  private static int mask(Set<DayOfWeek> days) {
    return days.stream().mapToInt(d -> 1 << (d.getValue() % 7)).sum();
  }
}
