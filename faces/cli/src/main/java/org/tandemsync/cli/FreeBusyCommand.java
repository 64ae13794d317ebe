package org.tandemsync.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Planning;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem free-busy}. */
@Command(
    name = "free-busy",
    description = "Show when people, rooms or a calendar are not free.",
    footer = {
      "",
      "Times are in your zone. The server passes the question on to those it can reach.",
      "",
      "Examples:",
      "  tandem free-busy bob@example.org blue-room@example.org --account office",
      "  tandem free-busy bob@example.org --from 2026-03-02T09:00 --to 2026-03-02T18:00",
      "  tandem free-busy --calendar Team --from 2026-03-02 --to 2026-03-06",
      "  tandem free-busy                               (your own, as others see it)"
    })
final class FreeBusyCommand extends TandemSubcommand {
  /** Servers compute it while one waits. */
  private static final Duration LONGEST = Duration.ofDays(400);

  private static final int USUAL_DAYS = 7;

  @Parameters(
      paramLabel = "ADDRESS",
      arity = "0..*",
      description = "Mail addresses of people and rooms (else your own).")
  private List<String> attendees = List.of();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "2026-03-02, or 2026-03-02T09:00 (else today).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "The same; a day is meant to its end (else a week in all).")
  private @Nullable String to;

  @Option(
      names = "--calendar",
      paramLabel = "COLLECTION",
      description =
          "Ask for one calendar instead: its address, or its name or path in the account.")
  private @Nullable String calendar;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AskedServer server;

  @Override
  ExitStatus run(Session session) {
    ZoneId zone = session.invocation().surroundings().zone();
    LocalDate today =
        LocalDate.ofInstant(session.invocation().surroundings().clock().instant(), zone);
    Instant start = time(from == null ? today.toString() : from, false).atZone(zone).toInstant();
    Instant end =
        to == null
            ? start.atZone(zone).plusDays(USUAL_DAYS).toInstant()
            : time(to, true).atZone(zone).toInstant();
    if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw new CannotRun(
          "--to has to be after --from, and not by more than " + LONGEST.toDays() + " days.");
    }
    List<Planning.Times> found = ask(session, start, end);
    if (session.json()) {
      found.forEach(t -> session.print(json(t)));
    } else {
      show(found, session);
    }
    boolean known = found.stream().allMatch(t -> t.problem().isEmpty() && t.unread().isEmpty());
    return known ? ExitStatus.DONE : ExitStatus.ATTENTION;
  }

  private List<Planning.Times> ask(Session session, Instant start, Instant end) {
    String collection = calendar;
    if (collection != null) {
      if (!attendees.isEmpty()) {
        throw new CannotRun("--calendar and addresses exclude each other. Next step: ask twice.");
      }
      CollectionArgument meant = CollectionArgument.parse(collection, server.options(), session);
      return List.of(session.application().planning().of(meant.endpoint(), start, end));
    }
    for (String attendee : attendees) {
      if (!attendee.matches("[^@\\s,;<>]+@[^@\\s,;<>]+")) {
        throw new CannotRun(
            "'"
                + attendee
                + "' is no mail address. Next step: 'tandem people "
                + attendee
                + "' looks for it; a calendar is named with --calendar.");
      }
    }
    Endpoint.Dav at = server.endpoint(session);
    return session.application().planning().ask(at, attendees, start, end);
  }

  /** A day alone is its midnight, or the next one where it is the last. */
  private static LocalDateTime time(String typed, boolean last) {
    String text = typed.strip().toUpperCase(Locale.ROOT).replace(' ', 'T');
    try {
      if (text.indexOf('T') < 0) {
        LocalDate day = LocalDate.parse(text);
        return (last ? day.plusDays(1) : day).atStartOfDay();
      }
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new CannotRun(
          "'" + typed + "' is no time. Next step: write 2026-03-02 or 2026-03-02T09:00.", e);
    }
  }

  private static void show(List<Planning.Times> found, Session session) {
    try (Table table = new Table(session.terminal(), "", "who", "from", "to", "is")) {
      for (Planning.Times times : found) {
        if (!times.problem().isEmpty()) {
          table.row(times.of(), "", "", "not known: " + times.problem());
        } else if (times.busy().isEmpty() && times.unread().isEmpty()) {
          table.row(times.of(), "", "", "free");
        }
        for (Planning.Busy busy : times.busy()) {
          table.row(
              times.of(),
              Times.shown(busy.start(), session),
              Times.shown(busy.end(), session),
              label(busy.kind()));
        }
      }
    }
    for (Planning.Times times : found) {
      for (String unread : times.unread()) {
        session.remark("Of " + times.of() + " this is not understood: " + unread);
      }
    }
  }

  private static String label(Planning.Busy.Kind kind) {
    return switch (kind) {
      case TENTATIVE -> "tentative";
      case BUSY -> "busy";
      case UNAVAILABLE -> "unavailable";
    };
  }

  private static JsonLine json(Planning.Times times) {
    List<JsonLine> busy = new ArrayList<>();
    for (Planning.Busy one : times.busy()) {
      busy.add(
          new JsonLine()
              .text("from", one.start().toString())
              .text("to", one.end().toString())
              .text("is", label(one.kind())));
    }
    return new JsonLine()
        .text("of", times.of())
        .flag("known", times.problem().isEmpty())
        .text("problem", times.problem())
        .objects("busy", busy)
        .texts("unread", times.unread());
  }
}
