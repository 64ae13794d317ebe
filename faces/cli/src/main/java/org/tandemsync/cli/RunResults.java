package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;

/** How runs ended, in sentences and as JSON. */
final class RunResults {
  private RunResults() {}

  /** What the user should know beside the summary: remarks, problems, why it could not run. */
  static void explain(RunResult result, Session session) {
    switch (result) {
      case RunResult.Ran ran -> {
        ran.remarks().forEach(remark -> session.remark(ran.profile() + ": " + remark));
        ran.report().problems().forEach(p -> session.remark(ran.profile() + ": " + p));
      }
      case RunResult.CouldNotRun not -> session.remark(not.profile() + ": " + not.message());
    }
  }

  /** "3 created on the server, 1 held; 42 items in step". */
  static String summary(RunReport report) {
    List<String> parts = new ArrayList<>();
    for (Side side : List.of(Side.RIGHT, Side.LEFT)) {
      String where = Tally.where(side.label());
      add(parts, report.created(), side, "created" + where);
      add(parts, report.updated(), side, "updated" + where);
      add(parts, report.deleted(), side, "deleted" + where);
    }
    moved(report).forEach((where, items) -> parts.add(items + " moved " + where));
    add(parts, report.adopted(), "linked");
    add(parts, report.conflicts(), "in conflict");
    add(parts, report.guarded(), "held");
    add(parts, report.held() - report.guarded(), "left alone");
    add(parts, report.failed(), "failed");
    add(parts, report.postponed(), "left for the next run");
    String done = parts.isEmpty() ? "nothing to do" : String.join(", ", parts);
    return done + "; " + report.links() + (report.links() == 1 ? " item" : " items") + " in step";
  }

  /** How many items were moved: "to 'Home'", "from 'Work'". */
  private static Map<String, Integer> moved(RunReport report) {
    Map<String, Integer> moved = new LinkedHashMap<>();
    report
        .moved()
        .forEach(
            one ->
                moved.merge(
                    (one.away() ? "to '" : "from '") + one.profile() + "'",
                    one.items(),
                    Integer::sum));
    return moved;
  }

  /** "; 3 values were not carried", or nothing. */
  static String notCarried(RunReport report, String were) {
    return report.lost() == 0
        ? ""
        : "; " + ApplyCommand.counted(report.lost(), "value") + " " + were + " carried";
  }

  private static void add(List<String> parts, Map<Side, Integer> counts, Side side, String words) {
    add(parts, counts.getOrDefault(side, 0), words);
  }

  private static void add(List<String> parts, int count, String words) {
    if (count > 0) {
      parts.add(count + " " + words);
    }
  }

  /** The summary of a run: the line with "status". */
  static JsonLine json(RunResult result) {
    JsonLine line =
        new JsonLine()
            .text("profile", result.profile())
            .text("status", result.exitStatus().label());
    return switch (result) {
      case RunResult.Ran ran ->
          report(line.number("run", ran.run()), ran.report()).texts("remarks", ran.remarks());
      case RunResult.CouldNotRun not -> line.text("message", not.message());
    };
  }

  /** The figures of a report. */
  static JsonLine report(JsonLine line, RunReport report) {
    return line.number("links", report.links())
        .object("created", sides(report.created()))
        .object("updated", sides(report.updated()))
        .object("deleted", sides(report.deleted()))
        .objects(
            "moved",
            report.moved().stream()
                .map(
                    one ->
                        new JsonLine()
                            .text("profile", one.profile())
                            .text("direction", one.away() ? "to" : "from")
                            .number("items", one.items()))
                .toList())
        .number("adopted", report.adopted())
        .number("conflicts", report.conflicts())
        .number("held", report.held())
        .number("guarded", report.guarded())
        .number("failed", report.failed())
        .number("postponed", report.postponed())
        .number("lost", report.lost())
        .object("read", sides(report.read()))
        .texts("problems", report.problems());
  }

  private static JsonLine sides(Map<Side, Integer> counts) {
    JsonLine line = new JsonLine();
    for (Side side : Side.values()) {
      line.number(side.label(), counts.getOrDefault(side, 0));
    }
    return line;
  }
}
