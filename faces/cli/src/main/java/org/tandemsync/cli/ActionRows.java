package org.tandemsync.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.services.ActionIds;
import org.tandemsync.services.ActionLine;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.services.json.LossLine;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Side;

/** Actions as rows of a table and as lines of JSON. */
final class ActionRows {
  private static final int LONGEST_VALUE = 40;

  private ActionRows() {}

  /** The JSON that plans and reports share. */
  static JsonLine json(String profile, ActionLine line, List<LossLine> losses) {
    JsonLine json =
        new JsonLine()
            .text("profile", profile)
            .text("action", line.action())
            .text("side", line.side())
            .text("title", line.title())
            .texts("fields", line.fields())
            .text("why", line.why());
    if (!line.clashes().isEmpty()) {
      json.objects("clashes", line.clashes().stream().map(ActionRows::clash).toList());
    }
    if (!losses.isEmpty()) {
      json.objects("losses", losses(losses));
    }
    return json;
  }

  /** The same with the ids of the item, as far as they are known. */
  static JsonLine json(
      String profile, Action action, ActionIds ids, ActionLine line, List<LossLine> losses) {
    JsonLine json = json(profile, line, losses);
    for (Side side : Side.values()) {
      ItemId id = ids.on(side, action);
      if (id != null) {
        json.text(side.label() + "-id", id.value());
      }
    }
    return json;
  }

  static List<JsonLine> losses(List<LossLine> losses) {
    return losses.stream().map(ActionRows::loss).toList();
  }

  private static JsonLine loss(LossLine loss) {
    return new JsonLine()
        .number("number", loss.number())
        .text("code", loss.code())
        .text("side", loss.side())
        .text("field", loss.field())
        .text("text", loss.text());
  }

  static JsonLine clash(Merged.FieldClash clash) {
    return new JsonLine()
        .text("field", clash.field())
        .text("outlook", clash.left())
        .text("server", clash.right());
  }

  /** What a row shows: action, side, title, and what and why. */
  static String[] cells(ActionLine line) {
    return new String[] {line.shown(), side(line), titled(line.title()), details(line)};
  }

  static String side(ActionLine line) {
    return line.side().isEmpty() ? "both" : line.side();
  }

  static String titled(String title) {
    return title.isBlank() ? "(untitled)" : title;
  }

  /** The fields that change, and why. */
  static String details(ActionLine line) {
    String fields = String.join(", ", line.fields());
    String clashes =
        line.clashes().stream()
            .map(
                c ->
                    c.field()
                        + ": outlook '"
                        + cut(c.left())
                        + "', server '"
                        + cut(c.right())
                        + "'")
            .collect(Collectors.joining("; "));
    return List.of(fields, clashes, line.why()).stream()
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" - "));
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }

  static @Nullable Color color(ActionLine line) {
    return switch (line.action()) {
      case "create", "restore" -> Color.GOOD;
      case "update", "merge", "move" -> Color.CHANGE;
      case "delete", "hold", "conflict" -> Color.BAD;
      default -> null;
    };
  }
}
