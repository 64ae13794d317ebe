package org.tandemsync.convert.calendar;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Person;

/** People in ORGANIZER and ATTENDEE. */
final class CalendarUser {
  /** [MS-OXCICAL]'s value for somebody who has no mail address. */
  private static final String NO_MAIL = "invalid:nomail";

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*+:");
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:[!-~]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private CalendarUser() {}

  static Person read(ContentLine line) {
    String name = line.parameter("CN");
    return new Person(name == null ? "" : name, address(line));
  }

  /** The mail address without "mailto:", or empty if the line has none. */
  static String address(ContentLine line) {
    String email = line.parameter("EMAIL");
    return email != null && email.indexOf('@') > 0 ? bare(email) : address(line.value());
  }

  static String address(String value) {
    String uri = value.strip();
    String lower = uri.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mailto:")) {
      return bare(uri);
    }
    boolean hasScheme = SCHEME.matcher(lower).lookingAt() || lower.startsWith("/");
    return hasScheme || uri.indexOf('@') < 0 ? "" : uri;
  }

  /** Whether the line names somebody in a way that Outlook cannot write to: a URN, a path. */
  static boolean isElsewhere(ContentLine line) {
    String value = line.value().strip();
    return !value.isEmpty() && !value.equalsIgnoreCase(NO_MAIL) && address(line).isEmpty();
  }

  private static String bare(String address) {
    String uri = address.strip();
    return uri.toLowerCase(Locale.ROOT).startsWith("mailto:") ? uri.substring(7).strip() : uri;
  }

  /** Whether the person can be written: a mail address, or at least a name. X.500 is neither. */
  static boolean isWritable(Person person) {
    return isAddress(person.address()) || (person.address().isBlank() && !person.name().isBlank());
  }

  private static boolean isAddress(String address) {
    return address.indexOf('@') > 0 && address.chars().noneMatch(c -> c <= ' ' || c == 127);
  }

  /** The line with this person's name and address; what says so already stays. */
  static ContentLine write(ContentLine line, Person person) {
    Person present = read(line);
    ContentLine named = line;
    String name = nameWithoutAddress(person.name());
    if (!present.name().equals(name)) {
      named =
          name.isEmpty() ? line.withoutParameter("CN") : line.withParameter("CN", List.of(name));
    }
    if (present.address().equals(person.address()) && !line.value().isBlank()) {
      return named;
    }
    String value = person.address().isEmpty() ? NO_MAIL : "mailto:" + person.address();
    return named.withoutParameter("EMAIL").withValue(value);
  }

  /** The line of a room by the name that the server has for it; the address stays beside it. */
  static ContentLine named(ContentLine line, Person room, Context context) {
    return context.settings().rooms().uri(room.name().strip()).stream()
        .filter(uri -> URI.matcher(uri).matches() && isAddress(room.address()))
        .findFirst()
        .map(uri -> line.withParameter("EMAIL", room.address()).withValue(uri))
        .orElse(line);
  }

  /** Outlook's "Ann (ann@x.example)" without the address. */
  private static String nameWithoutAddress(String name) {
    String legal = CONTROL.matcher(name).replaceAll(" ");
    String stripped = legal.stripTrailing();
    int open = stripped.lastIndexOf('(');
    boolean address =
        open > 0
            && stripped.endsWith(")")
            && stripped.indexOf(')', open) == stripped.length() - 1
            && stripped.indexOf('@', open) > 0
            && stripped.charAt(open - 1) == ' ';
    return address ? stripped.substring(0, open).stripTrailing() : legal;
  }
}
