package org.tandemsync.testkit.server;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Free and busy times: the scheduling outbox (RFC 6638, section 5) and free-busy-query (RFC 4791,
 * section 7.10). Of a recurring event only the first occurrence counts, as with Xandikos.
 */
final class Outbox {
  private final EmbeddedDavServer server;

  Outbox(EmbeddedDavServer server) {
    this.server = server;
  }

  /** The path of a user's outbox, or empty where the server has none. */
  Optional<String> path(String user) {
    return switch (server.dials().outbox) {
      case OWN -> Optional.of("/dav/outbox/" + Hrefs.encode(user, "") + "/");
      case FIRST_CALENDAR ->
          server.home(CollectionKind.CALENDAR, user).stream().findFirst().map(DavCollection::path);
      case NONE -> Optional.empty();
    };
  }

  DavResponse post(DavRequest request, DavUser user) {
    if (!path(user.name()).equals(Optional.of(request.path()))) {
      return DavResponse.of(405).with("Allow", DavService.METHODS);
    }
    Optional<Component> asked =
        Component.parse(request.text())
            .filter(c -> c.line("METHOD").filter(m -> m.value().equals("REQUEST")).isPresent())
            .flatMap(
                c -> c.components().stream().filter(f -> f.name().equals("VFREEBUSY")).findFirst());
    if (asked.isEmpty() || !user.is(value(asked.get(), "ORGANIZER"))) {
      return DavResponse.error(403, Names.caldav("organizer-allowed"));
    }
    TimeRange range = range(asked.get());
    List<Element> answers = new ArrayList<>();
    asked.get().lines("ATTENDEE").forEach(a -> answers.add(answer(a.value(), asked.get(), range)));
    return xml(answers);
  }

  private Element answer(String recipient, Component asked, TimeRange range) {
    Element who =
        server.dials().plainRecipients
            ? Element.text(Names.caldav("recipient"), recipient)
            : Element.of(Names.caldav("recipient"), Element.href(recipient));
    Optional<DavUser> known = server.users().stream().filter(u -> u.is(recipient)).findFirst();
    if (known.isEmpty()) {
      return Element.of(
          Names.caldav("response"),
          who,
          Element.text(Names.caldav("request-status"), "3.7;Invalid Calendar User"));
    }
    List<String> lines = new ArrayList<>(List.of("METHOD:REPLY", "BEGIN:VFREEBUSY"));
    lines.add("UID:" + value(asked, "UID"));
    lines.add("ORGANIZER:" + value(asked, "ORGANIZER"));
    lines.add("ATTENDEE:" + recipient);
    server
        .home(CollectionKind.CALENDAR, known.get().name())
        .forEach(c -> lines.addAll(busy(c, range)));
    lines.add("END:VFREEBUSY");
    return Element.of(
        Names.caldav("response"),
        who,
        Element.text(Names.caldav("request-status"), "2.0;Success"),
        Element.text(Names.CALENDAR_DATA, calendar(lines)));
  }

  DavResponse query(Element report, DavCollection collection) {
    switch (server.dials().freeBusy) {
      case ANSWERED -> {}
      case NOT_IMPLEMENTED -> {
        return DavResponse.text(501, "did not find the specified REPORT");
      }
      case WITHOUT_DATA -> {
        var answer = new Multistatus(server.dials().rawCarriageReturns);
        collection.names().forEach(n -> answer.status(server.href(collection, n, false), 200));
        return answer.done();
      }
    }
    TimeRange range =
        report
            .child(Names.caldav("time-range"))
            .map(TimeRange::of)
            .orElseThrow(() -> new Refusal(DavResponse.error(400, Names.caldav("valid-filter"))));
    List<String> lines = new ArrayList<>(List.of("BEGIN:VFREEBUSY"));
    lines.addAll(busy(collection, range));
    lines.add("END:VFREEBUSY");
    return DavResponse.of(200)
        .with("Content-Type", "text/calendar; charset=utf-8")
        .withBody(calendar(lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static List<String> busy(DavCollection collection, TimeRange range) {
    List<String> lines = new ArrayList<>();
    for (DavResource resource : collection.snapshot()) {
      resource.parsed().stream()
          .flatMap(c -> c.components().stream())
          .filter(c -> c.name().equals("VEVENT") && range.test(c))
          .forEach(event -> busy(event).ifPresent(lines::add));
    }
    return lines;
  }

  private static Optional<String> busy(Component event) {
    String status = value(event, "STATUS").toUpperCase(Locale.ROOT);
    boolean free = value(event, "TRANSP").equalsIgnoreCase("TRANSPARENT");
    String start = value(event, "DTSTART");
    String end = value(event, "DTEND");
    String duration = value(event, "DURATION");
    if (free || status.equals("CANCELLED") || !start.endsWith("Z")) {
      return Optional.empty();
    }
    String type = status.equals("TENTATIVE") ? ";FBTYPE=BUSY-TENTATIVE" : "";
    return Optional.of("FREEBUSY" + type + ":" + start + "/" + (end.isEmpty() ? duration : end));
  }

  private static TimeRange range(Component asked) {
    Instant start = TimeRange.utc(value(asked, "DTSTART"));
    return new TimeRange(start, TimeRange.utc(value(asked, "DTEND")));
  }

  private static String value(Component component, String name) {
    return component.line(name).map(l -> l.value().strip()).orElse("");
  }

  private static String calendar(List<String> lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Embedded//EN\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VCALENDAR\r\n";
  }

  private static DavResponse xml(List<Element> answers) {
    var bytes = new ByteArrayOutputStream();
    try {
      var out = Multistatus.startDocument(bytes, true, Names.caldav("schedule-response"));
      for (Element answer : answers) {
        answer.write(out);
      }
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // memory does not fail
    }
    return DavResponse.of(200).with("Content-Type", DavResponse.XML).withBody(bytes.toByteArray());
  }
}
