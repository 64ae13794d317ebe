package org.tandemsync.items;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of a field as a person reads it in conflicts and losses: short, on one line. */
public final class ShownValue {
  private static final int LONGEST = 300;

  private ShownValue() {}

  public static String of(@Nullable Object value) {
    String text = whole(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** The same, however long it is. */
  public static String whole(@Nullable Object value) {
    return text(value).strip().replaceAll("\\s+", " ");
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String s -> s;
      case Enum<?> e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Collection<?> c -> c.stream().map(ShownValue::text).collect(Collectors.joining("; "));
      case Map<?, ?> m ->
          m.entrySet().stream()
              .map(e -> text(e.getKey()) + ": " + text(e.getValue()))
              .collect(Collectors.joining("; "));
      case Body b -> b.plain().isEmpty() ? b.html() : b.plain();
      case Categories c -> String.join(", ", c.names());
      case Timing t -> timing(t);
      case Reminder r -> r.set() ? r.minutesBefore() + " minutes before" : "none";
      case Recurrence r -> recurrence(r);
      case ExceptionalOccurrence e ->
          clock(e.originalStart())
              + " is \""
              + e.occurrence().subject()
              + "\" "
              + timing(e.occurrence().timing());
      case Meeting m -> words(m.status(), m.organizer(), m.ownResponse());
      case Person p -> address(p.name(), p.address());
      case Attendee a -> text(a.person()) + " (" + text(a.response()) + ")";
      case Member m -> address(m.name(), m.address());
      case EmailAddress e -> e.address();
      case Attachment a -> a.name().isEmpty() ? a.uri() : a.name();
      case Bytes b -> b.length() + " bytes";
      case Photo p -> p.contentType() + ", " + p.content().length() + " bytes";
      case PersonName n -> n.spoken();
      case YomiName y -> words(y.first(), y.last(), y.company());
      case PostalAddress a ->
          words(a.street(), a.postOfficeBox(), a.postalCode(), a.city(), a.state(), a.country());
      case Business b ->
          words(b.billingInformation(), b.mileage(), b.companies(), b.contactNames());
      case TaskProgress p -> words(p.status(), p.percentComplete() + " %", p.dateCompleted());
      default -> value.toString();
    };
  }

  private static String words(@Nullable Object... parts) {
    return Stream.of(parts)
        .map(ShownValue::text)
        .filter(s -> !s.isBlank())
        .collect(Collectors.joining(", "));
  }

  private static String address(String name, String address) {
    return name.isEmpty() ? address : address.isEmpty() ? name : name + " <" + address + ">";
  }

  private static String timing(Timing t) {
    if (t.allDay()) {
      return t.start().toLocalDate() + " to " + t.end().toLocalDate().minusDays(1) + ", all day";
    }
    String zones =
        t.startZone().equals(t.endZone())
            ? t.startZone().id()
            : t.startZone().id() + " to " + t.endZone().id();
    return clock(t.start()) + " to " + clock(t.end()) + ", " + zones;
  }

  private static String clock(LocalDateTime time) {
    return time.toLocalDate() + " " + time.toLocalTime();
  }

  private static String recurrence(Recurrence r) {
    List<String> parts = new ArrayList<>();
    int n = r.pattern().interval();
    parts.add(
        switch (r.pattern()) {
          case RecurrencePattern.Daily p -> every(n, "day");
          case RecurrencePattern.Weekly p -> every(n, "week") + " on " + text(p.days());
          case RecurrencePattern.Monthly p -> every(n, "month") + " on day " + p.day();
          case RecurrencePattern.MonthlyNth p ->
              every(n, "month") + " on the " + text(p.index()) + " " + text(p.days());
          case RecurrencePattern.Yearly p ->
              every(n, "year") + " on " + text(p.month()) + " " + p.day();
          case RecurrencePattern.YearlyNth p ->
              every(n, "year")
                  + " on the "
                  + text(p.index())
                  + " "
                  + text(p.days())
                  + " of "
                  + text(p.month());
          case RecurrencePattern.Regenerating p ->
              every(n, text(p.unit())) + " after it is completed";
        });
    parts.add("from " + r.start());
    switch (r.end()) {
      case RecurrenceEnd.Never never -> {}
      case RecurrenceEnd.AfterCount(int count) -> parts.add(count + " times");
      case RecurrenceEnd.ByDate(var last) -> parts.add("until " + last);
    }
    if (!r.deleted().isEmpty()) {
      parts.add(
          "without "
              + r.deleted().stream().map(Objects::toString).collect(Collectors.joining(" ")));
    }
    return String.join(", ", parts);
  }

  private static String every(int n, String unit) {
    return n == 1 ? "every " + unit : "every " + n + " " + unit + "s";
  }
}
