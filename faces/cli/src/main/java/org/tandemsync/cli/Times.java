package org.tandemsync.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Reports;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.RunReport;

/** When things happened. */
final class Times {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Times() {}

  /** In the zone of the person. */
  static String shown(Instant instant, Session session) {
    return SHOWN.format(instant.atZone(session.invocation().surroundings().zone()));
  }

  /** "0.4 s", "12 s", "3 min 5 s". */
  static String took(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 10_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = millis / 1000;
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** A run as JSON; times are UTC. */
  static JsonLine run(Reports.Run run) {
    JsonLine line =
        new JsonLine()
            .number("run", run.id())
            .text("profile", run.profile())
            .text("started", run.started().toString());
    Instant finished = run.finished();
    if (finished != null) {
      line.text("finished", finished.toString());
    }
    ExitStatus status = run.status();
    line.text("status", status == null ? "not-finished" : status.label());
    RunReport report = run.report();
    if (report != null) {
      RunResults.report(line, report);
    }
    return run.message().isEmpty() ? line : line.text("message", run.message());
  }
}
