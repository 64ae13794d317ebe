package org.tandemsync.services;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;

/**
 * What makes two items look like one that somebody changed: the same subject at another time, the
 * same time with a similar subject, the same name or address. For showing to a person; nothing
 * follows from it.
 */
final class Likeness {
  private static final int SHORTEST_WORD = 3;

  /** Fewer digits are extensions and short codes, which colleagues share without being one. */
  private static final int SHORTEST_NUMBER = 6;

  /**
   * Somebody moves a meeting by days or weeks. With a month between them, meals of the same name
   * are more likely two of a kind, as one every month is.
   */
  private static final long DAYS_APART = 31;

  private Likeness() {}

  /** Items that share none of these are not compared. */
  static Set<String> keys(Item item) {
    Set<String> keys = new LinkedHashSet<>();
    switch (item) {
      case Appointment a -> {
        add(keys, "subject", plain(a.subject()));
        Timing timing = a.timing();
        add(keys, "time", timing.allDay() + " " + timing.start() + "/" + timing.end());
      }
      case Task t -> add(keys, "subject", plain(t.subject()));
      case Contact c -> {
        add(keys, "name", words(name(c)));
        for (EmailAddress mail : c.emails().values()) {
          add(keys, "mail", mail.address().strip().toLowerCase(Locale.ROOT));
        }
        for (String phone : c.phones().values()) {
          String digits = phone.replaceAll("[^0-9]", "");
          add(keys, "phone", digits.length() < SHORTEST_NUMBER ? "" : digits);
        }
      }
      case DistributionList l -> add(keys, "name", words(l.name()));
    }
    return keys;
  }

  private static void add(Set<String> keys, String what, String value) {
    if (!value.isEmpty()) {
      keys.add(what + "\n" + value);
    }
  }

  /** Whether two items that share a key look like one. */
  static boolean between(Item left, Item right) {
    if (left instanceof Appointment here && right instanceof Appointment there) {
      boolean sameSubject = plain(here.subject()).equals(plain(there.subject()));
      long days =
          Math.abs(
              here.timing().start().toLocalDate().toEpochDay()
                  - there.timing().start().toLocalDate().toEpochDay());
      return sameSubject ? days <= DAYS_APART : similar(here.subject(), there.subject());
    }
    if (left instanceof Contact here && right instanceof Contact there) {
      Set<String> mails = addresses(here);
      mails.retainAll(addresses(there));
      return !mails.isEmpty() || similar(name(here), name(there));
    }
    return true;
  }

  private static Set<String> addresses(Contact contact) {
    return contact.emails().values().stream()
        .map(mail -> mail.address().strip().toLowerCase(Locale.ROOT))
        .filter(address -> !address.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String name(Contact contact) {
    String name = (contact.name().first() + " " + contact.name().last()).strip();
    return name.isEmpty() ? contact.displayName() : name;
  }

  /** They share a word, or all but a few letters in the middle or at the end. */
  static boolean similar(String one, String other) {
    String a = plain(one);
    String b = plain(other);
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    Set<String> shared = new HashSet<>(Arrays.asList(a.split(" ")));
    shared.retainAll(Arrays.asList(b.split(" ")));
    return shared.stream().anyMatch(word -> word.length() >= SHORTEST_WORD)
        || 3 * equalEnds(a, b) >= 2 * Math.max(a.length(), b.length());
  }

  private static int equalEnds(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int start = 0;
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    return start + end;
  }

  /** Letters and digits in small letters, one space between words. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** The words in any order: "Alto, Ann" is "Ann Alto". */
  private static String words(String text) {
    return Arrays.stream(plain(text).split(" ")).sorted().collect(Collectors.joining(" "));
  }
}
