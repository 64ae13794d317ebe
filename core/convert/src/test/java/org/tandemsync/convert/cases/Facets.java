package org.tandemsync.convert.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Person;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Task;

/**
 * What one sees of an item, as text: "start=2024-06-10T09:00; busy=FREE". Losses are always looked
 * at; where none is expected there must be none. A "; " within a value has a backslash in front.
 */
final class Facets {
  private Facets() {}

  static Map<String, String> parse(String expected) {
    Map<String, String> facets = new LinkedHashMap<>();
    facets.put("loss", "");
    for (String facet : expected.split("(?<!\\\\); ", -1)) {
      int equals = facet.indexOf('=');
      facets.put(facet.substring(0, equals), facet.substring(equals + 1).replace("\\; ", "; "));
    }
    return facets;
  }

  /** The facets that are named in {@code expected}. */
  static Map<String, String> of(ResourceLens.Reading.Understood reading, String expected) {
    Map<String, String> facets = new LinkedHashMap<>();
    parse(expected)
        .forEach(
            (name, value) ->
                facets.put(
                    name,
                    name.equals("loss")
                        ? reading.losses().stream().map(Loss::code).collect(Collectors.joining(" "))
                        : facet(reading.item(), name, value)));
    return facets;
  }

  private static String facet(Item item, String name, String expected) {
    return switch (item) {
      case Appointment a -> appointment(a, name, expected);
      case Task t -> task(t, name, expected);
      case Contact c -> contact(c, name);
      case DistributionList l -> list(l, name);
    };
  }

  private static String appointment(Appointment a, String name, String expected) {
    return switch (name) {
      case "start" -> a.timing().start().toString();
      case "end" -> a.timing().end().toString();
      case "all-day" -> String.valueOf(a.timing().allDay());
      case "zone" -> a.timing().startZone().id();
      case "end-zone" -> a.timing().endZone().id();
      case "subject" -> a.subject();
      case "location" -> a.location();
      case "busy" -> a.busyStatus().name();
      case "sensitivity" -> a.sensitivity().name();
      case "importance" -> a.importance().name();
      case "categories" -> String.join("|", a.categories().names());
      case "color" -> a.color();
      case "reminder" -> reminder(a.reminder());
      case "body" -> a.body().plain();
      case "html" -> a.body().html();
      case "dates" -> dates(a.recurrence(), expected);
      case "pattern" -> pattern(a.recurrence());
      case "until" -> end(a.recurrence());
      case "deleted" -> a.recurrence() == null ? "" : deleted(a.recurrence());
      case "changed" -> changed(a);
      case "status" -> a.meeting().status().name();
      case "organizer" -> person(a.meeting().organizer());
      case "sender" -> person(a.meeting().sender());
      case "answer" -> a.meeting().ownResponse().name();
      case "attendees" ->
          a.attendees().stream().map(Facets::attendee).collect(Collectors.joining(" "));
      case "user" -> new TreeMap<>(a.userProperties()).toString();
      case "online" -> a.onlineMeetingUrl();
      case "attachments" -> String.valueOf(a.attachments());
      case "uid" -> a.uid();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String reminder(Reminder reminder) {
    return reminder.set() ? String.valueOf(reminder.minutesBefore()) : "none";
  }

  private static String dates(@Nullable Recurrence rule, String expected) {
    if (rule == null) {
      return "none";
    }
    boolean ends = expected.endsWith(" end");
    long most = expected.split(" ", -1).length;
    List<LocalDate> dates = Occurrences.of(rule).dates().limit(ends ? 1000 : most).toList();
    return dates.stream().map(LocalDate::toString).collect(Collectors.joining(" "))
        + (ends ? " end" : "");
  }

  /** "Daily 1", "MonthlyNth 1 SECOND [TUESDAY]". */
  private static String pattern(@Nullable Recurrence rule) {
    if (rule == null) {
      return "none";
    }
    return switch (rule.pattern()) {
      case RecurrencePattern.Daily p -> "Daily " + p.interval();
      case RecurrencePattern.Weekly p -> "Weekly " + p.interval() + " " + p.days();
      case RecurrencePattern.Monthly p -> "Monthly " + p.interval() + " day " + p.day();
      case RecurrencePattern.MonthlyNth p ->
          "MonthlyNth " + p.interval() + " " + p.index() + " " + p.days();
      case RecurrencePattern.Yearly p -> "Yearly " + p.interval() + " " + p.month() + " " + p.day();
      case RecurrencePattern.YearlyNth p ->
          "YearlyNth " + p.interval() + " " + p.month() + " " + p.index() + " " + p.days();
      case RecurrencePattern.Regenerating p -> "Regenerating " + p.interval() + " " + p.unit();
    };
  }

  private static String end(@Nullable Recurrence rule) {
    return switch (rule == null ? RecurrenceEnd.NEVER : rule.end()) {
      case RecurrenceEnd.Never _ -> "never";
      case RecurrenceEnd.AfterCount(int count) -> count + " times";
      case RecurrenceEnd.ByDate(LocalDate date) -> date.toString();
    };
  }

  private static String deleted(Recurrence rule) {
    return rule.deleted().stream().map(LocalDate::toString).collect(Collectors.joining(" "));
  }

  private static String changed(Appointment series) {
    return series.exceptions().stream()
        .map(
            e ->
                e.originalStart()
                    + ">"
                    + e.occurrence().timing().start()
                    + (e.occurrence().subject().isEmpty() ? "" : " " + e.occurrence().subject()))
        .collect(Collectors.joining(" | "));
  }

  private static String person(@Nullable Person person) {
    return person == null ? "none" : person.name() + "<" + person.address() + ">";
  }

  private static String attendee(Attendee a) {
    return person(a.person()) + a.type() + ":" + a.response();
  }

  private static String task(Task t, String name, String expected) {
    return switch (name) {
      case "subject" -> t.subject();
      case "start" -> String.valueOf(t.startDate());
      case "due" -> String.valueOf(t.dueDate());
      case "status" -> t.status().name();
      case "percent" -> String.valueOf(t.percentComplete());
      case "completed" -> String.valueOf(t.dateCompleted());
      case "reminder" -> String.valueOf(t.reminder());
      case "dates" -> dates(t.recurrence(), expected);
      case "parent" -> t.parentUid();
      case "categories" -> String.join("|", t.categories().names());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String contact(Contact c, String name) {
    return switch (name) {
      case "name" -> c.name().toString().replaceAll("[A-Za-z]+=, |, [a-z]+=(?=[,\\]])", "");
      case "first" -> c.name().first();
      case "last" -> c.name().last();
      case "full" -> c.fullName();
      case "file-as" -> c.fileAs();
      case "notes" -> c.notes().plain();
      case "mails" ->
          c.emails().entrySet().stream()
              .map(e -> e.getKey() + ":" + e.getValue().address())
              .collect(Collectors.joining(" "));
      case "phones" ->
          c.phones().entrySet().stream()
              .sorted(java.util.Comparator.comparing(e -> e.getKey().name()))
              .map(e -> e.getKey() + ":" + e.getValue())
              .collect(Collectors.joining(" "));
      case "addresses" ->
          c.addresses().entrySet().stream()
              .map(e -> e.getKey() + ":" + e.getValue().street() + "," + e.getValue().city())
              .collect(Collectors.joining(" "));
      case "mailing" -> String.valueOf(c.mailingAddress());
      case "office" -> c.officeLocation();
      case "company" -> c.company();
      case "department" -> c.department();
      case "birthday" -> String.valueOf(c.birthday());
      case "anniversary" -> String.valueOf(c.anniversary());
      case "im" -> c.imAddress();
      case "photo" -> Objects.toString(c.photo() == null ? null : c.photo().contentType(), "none");
      case "certificates" -> String.valueOf(c.certificates().size());
      case "web" -> c.webPage();
      case "profession" -> c.profession();
      case "title" -> c.jobTitle();
      case "spouse" -> c.spouse();
      case "manager" -> c.manager();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String list(DistributionList l, String name) {
    return switch (name) {
      case "name" -> l.name();
      case "members" ->
          l.members().stream()
              .map(m -> m.name() + "<" + m.address() + ">" + m.uid())
              .collect(Collectors.joining(" "));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
