package org.tandemsync.convert.calendar;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.LossKind;

/**
 * Where to join an online meeting: CONFERENCE (RFC 7986 5.11), or what Google, Teams and Skype
 * write. Outlook has one address; telephone numbers and the like stay on the server.
 */
final class OnlineMeeting implements CalendarProperty<Appointment, Appointment.Builder> {
  private static final String FIELD = "online-meeting-url";
  private static final String STANDARD = "CONFERENCE";

  /** For what is no web address. */
  private static final String OWN = "X-TANDEM-ONLINE-MEETING";

  private static final List<String> NAMES =
      List.of(
          STANDARD,
          "X-GOOGLE-CONFERENCE",
          "X-MICROSOFT-SKYPETEAMSMEETINGURL",
          "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
          OWN);
  private static final Pattern WEB =
      Pattern.compile("https?://[\\x21-\\x7E]+", Pattern.CASE_INSENSITIVE);

  @Override
  public Set<String> fields() {
    return Set.of(FIELD);
  }

  @Override
  public boolean ofTheSeries() {
    return true;
  }

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    ContentLine line = line(from);
    into.onlineMeetingUrl(line == null ? "" : address(line));
    for (ContentLine other : from.lines(STANDARD)) {
      if (address(other).isEmpty() && !other.value().isBlank()) {
        context.lose(
            LossKind.CONFERENCE_NOT_REPRESENTABLE,
            FIELD,
            "line " + other.lineNumber() + ": no web address: " + other.value());
      }
    }
  }

  private static @Nullable ContentLine line(Component event) {
    for (String name : NAMES) {
      for (ContentLine line : event.lines(name)) {
        if (!address(line).isEmpty()) {
          return line;
        }
      }
    }
    return null;
  }

  /** The address, or empty if the line has none that Outlook could open. */
  private static String address(ContentLine line) {
    if (line.is(OWN)) {
      return line.text();
    }
    String value = line.value().strip();
    // Exchange escapes them as if they were TEXT
    String uri = value.indexOf('\\') >= 0 ? TextValue.unescape(value) : value;
    return WEB.matcher(uri).matches() ? uri : "";
  }

  @Override
  public void write(Appointment item, Component into, Context context) {
    String wanted = TextValue.legal(item.onlineMeetingUrl().stripTrailing());
    String present = shown(into);
    if (wanted.equals(present)) {
      return;
    }
    boolean web = WEB.matcher(wanted).matches();
    for (String name : NAMES) {
      for (ContentLine line : into.lines(name)) {
        boolean other = address(line).isEmpty();
        if (!other && web && !line.is(OWN) && address(line).equals(present)) {
          into.replace(line, line.withValue(wanted)); // no program shall go on showing the old one
        } else if (!other && (!web || line.is(OWN))) {
          into.remove(line); // it would be shown instead
        }
      }
    }
    if (!wanted.equals(shown(into))) {
      into.add(web ? conference(wanted) : ContentLine.of(OWN, TextValue.escape(wanted)));
    }
  }

  private static String shown(Component event) {
    ContentLine line = line(event);
    return line == null ? "" : address(line);
  }

  private static ContentLine conference(String uri) {
    return ContentLine.of(
        STANDARD,
        uri,
        Parameter.of("VALUE", List.of("URI")),
        Parameter.of("FEATURE", List.of("VIDEO")));
  }
}
