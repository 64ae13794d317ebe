package org.tandemsync.services;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;

/** What was done, for the report. */
final class UndoneCount {
  private final Map<Side, Integer> created = new EnumMap<>(Side.class);
  private final Map<Side, Integer> updated = new EnumMap<>(Side.class);
  private final Map<Side, Integer> deleted = new EnumMap<>(Side.class);
  private final Map<Side, Integer> read = new EnumMap<>(Side.class);
  private int left;
  private int failed;
  int links;
  boolean stopped = true;

  UndoneCount() {
    for (Side side : Side.values()) {
      created.put(side, 0);
      updated.put(side, 0);
      deleted.put(side, 0);
      read.put(side, 0);
    }
  }

  void add(Undo.Line line) {
    switch (line.fate()) {
      case RESTORED ->
          (line.version().kind() == Version.Kind.DELETED ? created : updated)
              .merge(line.version().side(), 1, Integer::sum);
      case DELETED -> deleted.merge(line.version().side(), 1, Integer::sum);
      case UNCHANGED -> {}
      case LEFT -> left++;
      case FAILED -> failed++;
    }
    if (line.fate() == Undo.Fate.RESTORED && !line.reason().isEmpty()) {
      left++;
    }
  }

  ExitStatus status() {
    return stopped
        ? ExitStatus.COULD_NOT_RUN
        : left + failed > 0 ? ExitStatus.ATTENTION : ExitStatus.DONE;
  }

  RunReport report() {
    return new RunReport(
        links, created, updated, deleted, 0, 0, left, 0, failed, 0, read, List.of(), null);
  }
}
