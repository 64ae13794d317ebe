package org.tandemsync.services.json;

import java.util.List;
import org.tandemsync.items.LossKind;
import org.tandemsync.sync.Lost;

/**
 * A value that was not carried, as users read it.
 *
 * @param number of its kind, as in docs/losses.md
 * @param code the name of its kind; empty for a kind of a newer version
 * @param side outlook or server: which does not have it; empty where nothing was written
 * @param field of the item
 * @param text what and why
 */
public record LossLine(int number, String code, String side, String field, String text) {

  public static LossLine of(String side, Lost lost) {
    String code = LossKind.of(lost.number()).map(LossKind::code).orElse("");
    return new LossLine(lost.number(), code, side, lost.field(), lost.text());
  }

  public static List<LossLine> of(String side, List<Lost> losses) {
    return losses.stream().map(lost -> of(side, lost)).toList();
  }

  /** "L12 attendees: 'Bob' has no mail address (not on the server)". */
  public String shown() {
    String where =
        switch (side) {
          case "outlook" -> " (not in Outlook)";
          case "server" -> " (not on the server)";
          default -> "";
        };
    return "L" + number + " " + field + ": " + text + where;
  }
}
