package org.tandemsync.testkit.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What SOGo does by itself with meetings between its users: a copy for each attendee under the same
 * name, the answer of an attendee in the organizer's copy at once, all answers asked for again when
 * the organizer changes something, and the copies gone with the organizer's own.
 */
final class Scheduling {
  private static final Pattern SEQUENCE = Pattern.compile("(?m)^SEQUENCE:(\\d+)");

  private final EmbeddedDavServer server;

  Scheduling(EmbeddedDavServer server) {
    this.server = server;
  }

  /** What is stored instead of what a user sent. */
  String arranged(DavCollection in, @Nullable DavResource old, String sent) {
    String text = unfolded(sent);
    if (old == null || !isOrganizer(in.owner(), text) || invited(text).isEmpty()) {
      return sent;
    }
    String asked =
        text.replaceAll(
            "(?m)^(ATTENDEE.*PARTSTAT=)(ACCEPTED|TENTATIVE|DECLINED)", "$1NEEDS-ACTION");
    Matcher sequence = SEQUENCE.matcher(asked);
    return sequence.find()
        ? sequence.replaceAll("SEQUENCE:" + (Integer.parseInt(sequence.group(1)) + 1))
        : asked.replace("END:VEVENT", "SEQUENCE:1\r\nEND:VEVENT");
  }

  /** Tells the others of what was stored. */
  void stored(DavCollection in, DavResource now) {
    String text = unfolded(now.text());
    if (isOrganizer(in.owner(), text)) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      invited(text).stream()
          .filter(user -> !user.equals(in.owner()))
          .flatMap(this::calendar)
          .forEach(calendar -> calendar.store(now.name(), body));
      return;
    }
    Optional<String> answer = line(text, "ATTENDEE", in.owner());
    for (DavUser user : server.users()) {
      if (answer.isPresent() && isOrganizer(user.name(), text)) {
        calendar(user.name()).forEach(c -> answer(c, now.name(), in.owner(), answer.get()));
      }
    }
  }

  /** The organizer's copy is gone. */
  void deleted(DavCollection in, DavResource gone) {
    String text = unfolded(gone.text());
    if (isOrganizer(in.owner(), text)) {
      invited(text).stream()
          .filter(user -> !user.equals(in.owner()))
          .flatMap(this::calendar)
          .forEach(calendar -> calendar.delete(gone.name()));
    }
  }

  private static void answer(DavCollection of, String name, String attendee, String answer) {
    of.get(name)
        .map(Scheduling::unfolded)
        .flatMap(text -> line(text, "ATTENDEE", attendee).map(asked -> text.replace(asked, answer)))
        .ifPresent(text -> of.answered(name, text));
  }

  private Stream<DavCollection> calendar(String user) {
    return server.home(CollectionKind.CALENDAR, user).stream().limit(1);
  }

  private List<String> invited(String text) {
    return server.users().stream()
        .map(DavUser::name)
        .filter(user -> line(text, "ATTENDEE", user).isPresent())
        .toList();
  }

  private static boolean isOrganizer(String user, String text) {
    return line(text, "ORGANIZER", user).isPresent();
  }

  private static Optional<String> line(String text, String property, String user) {
    String mail = ":mailto:" + user + "@example.org";
    return text.lines()
        .filter(l -> l.startsWith(property))
        .filter(l -> l.toLowerCase(Locale.ROOT).endsWith(mail))
        .findFirst();
  }

  private static String unfolded(String text) {
    return text.replaceAll("\r?\n[ \t]", "");
  }
}
