package org.tandemsync.cli;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;

/** An item in a few words beside its title. */
final class Summary {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Summary() {}

  static String of(Item item) {
    return switch (item) {
      case Appointment a -> appointment(a);
      case Task t -> task(t);
      case Contact c -> contact(c);
      case DistributionList l ->
          ApplyCommand.counted(l.members().size(), "member")
              + l.members().stream()
                  .map(Member::name)
                  .filter(name -> !name.isEmpty())
                  .limit(3)
                  .collect(Collectors.joining(", ", ": ", l.members().size() > 3 ? "..." : ""));
    };
  }

  private static String appointment(Appointment a) {
    Timing t = a.timing();
    String when =
        t.allDay()
            ? t.start().toLocalDate()
                + (t.end().toLocalDate().equals(t.start().toLocalDate().plusDays(1))
                    ? " all day"
                    : " to " + t.end().toLocalDate().minusDays(1))
            : MINUTE.format(t.start()) + " " + t.startZone();
    String series =
        a.recurrence() == null
            ? ""
            : "series"
                + (a.exceptions().isEmpty()
                    ? ""
                    : " with " + ApplyCommand.counted(a.exceptions().size(), "changed occurrence"));
    return joined(when, series, a.location());
  }

  private static String task(Task t) {
    String due = t.dueDate() == null ? "" : "due " + t.dueDate();
    return joined(due, t.percentComplete() + " %", t.recurrence() == null ? "" : "series");
  }

  private static String contact(Contact c) {
    String mail = c.emails().values().stream().map(EmailAddress::address).findFirst().orElse("");
    String phone = c.phones().values().stream().findFirst().orElse("");
    return joined(mail, phone, c.company());
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(", "));
  }
}
