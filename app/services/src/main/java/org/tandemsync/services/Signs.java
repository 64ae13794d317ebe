package org.tandemsync.services;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;

/**
 * What still speaks for it that two items are one when one of them was changed: somebody who
 * marries keeps the mail address, a task that is renamed the time of its making. One of them is
 * enough.
 */
record Signs(ContentKey content) {
  private static final Set<String> RARE = Set.of("name", "mail", "subject", "made");

  /** The signs of an item; empty if it has neither a name nor anything else of the kind. */
  Set<String> of(Item item) {
    Set<String> signs = new HashSet<>();
    switch (item) {
      case Contact c -> {
        add("name", c.name().first() + " " + c.name().last(), signs);
        add("name", c.displayName(), signs);
        c.emails().values().forEach(email -> add("mail", email.address(), signs));
        c.phones().values().forEach(phone -> add("phone", phone.replaceAll("[^0-9]", ""), signs));
      }
      case DistributionList l -> {
        add("name", l.name(), signs);
        l.members().forEach(member -> add("member", member.key(), signs));
      }
      case Appointment a -> {
        add("subject", a.subject(), signs);
        add("time", content.moments(a.timing()), signs);
        made(a.created(), signs);
      }
      case Task t -> {
        add("subject", t.subject(), signs);
        add("start", t.startDate() == null ? "" : t.startDate().toString(), signs);
        add("due", t.dueDate() == null ? "" : t.dueDate().toString(), signs);
        made(t.created(), signs);
      }
    }
    return signs;
  }

  /** Colleagues share a telephone, lists a member, tasks a day, appointments an hour. */
  static boolean isRare(String sign) {
    return RARE.contains(sign.substring(0, sign.indexOf(' ')));
  }

  private static void add(String what, String value, Set<String> signs) {
    String plain = value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    if (!plain.isEmpty()) {
      signs.add(what + " " + plain);
    }
  }

  /** Calendars say CREATED in seconds. */
  private static void made(@Nullable Instant created, Set<String> signs) {
    if (created != null) {
      signs.add("made " + created.truncatedTo(ChronoUnit.SECONDS));
    }
  }
}
