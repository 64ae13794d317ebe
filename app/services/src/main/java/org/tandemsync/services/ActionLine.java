package org.tandemsync.services;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Side;

/**
 * An action as users read it: one line of a plan or a report.
 *
 * @param action create, update, delete, restore, merge, adopt, forget, hold or conflict
 * @param side outlook or server: where something is written; empty if on both or on none
 * @param fields what changes, in the order of the fields
 * @param clashes fields that both sides changed, with both values
 * @param asks whether a person decides about the clashes of two items that are only linked
 */
public record ActionLine(
    String action,
    String side,
    String title,
    List<String> fields,
    List<Merged.FieldClash> clashes,
    String why,
    boolean asks) {

  /** One that asks nobody. */
  public ActionLine(
      String action,
      String side,
      String title,
      List<String> fields,
      List<Merged.FieldClash> clashes,
      String why) {
    this(action, side, title, fields, clashes, why, false);
  }

  /** The word for people: what is asked about is not merged. */
  public String shown() {
    return asks ? "link, then ask" : action;
  }

  public static ActionLine of(Action action) {
    return switch (action) {
      case Action.Create a -> line("create", a.side(), Set.of(), a);
      case Action.Update a -> line("update", a.side(), a.fields(), a);
      case Action.Delete a -> line("delete", a.side(), Set.of(), a);
      case Action.DeleteExtra a -> line("delete", a.side(), Set.of(), a);
      case Action.Restore a -> line("restore", a.side(), Set.of(), a);
      case Action.Move a -> line("move", a.side(), Set.of(), a);
      case Action.Merge a ->
          both("merge", a.toLeft(), a.toRight(), a.clashes(), a.title(), a.why());
      case Action.Adopt a -> both("adopt", Set.of(), Set.of(), List.of(), a.title(), a.why());
      case Action.LinkUp a ->
          a.toLeft().isEmpty() && a.toRight().isEmpty() && a.clashes().isEmpty()
              ? both("adopt", Set.of(), Set.of(), List.of(), a.title(), a.why())
              : linked(a);
      case Action.Forget a -> both("forget", Set.of(), Set.of(), List.of(), a.title(), a.why());
      case Action.Hold a ->
          new ActionLine(
              "hold",
              a.side().label(),
              a.title(),
              List.of(),
              List.of(),
              reason(a.reason()) + ": " + a.why());
      case Action.AskConflict a ->
          both("conflict", Set.of(), Set.of(), a.clashes(), a.title(), a.why());
    };
  }

  /** Whether nothing is done for another reason than that somebody has to approve of it. */
  public boolean isLeftAlone() {
    return action.equals("hold") && !why.startsWith(reason(Action.HoldReason.GUARD) + ":");
  }

  private static ActionLine line(String word, Side side, Set<String> fields, Action action) {
    return new ActionLine(
        word, side.label(), action.title(), List.copyOf(fields), List.of(), action.why());
  }

  private static ActionLine linked(Action.LinkUp up) {
    ActionLine line = both("merge", up.toLeft(), up.toRight(), up.clashes(), up.title(), up.why());
    return new ActionLine(
        line.action,
        line.side,
        line.title,
        line.fields,
        line.clashes,
        line.why,
        up.winner() == null && !up.clashes().isEmpty());
  }

  private static ActionLine both(
      String word,
      Set<String> toLeft,
      Set<String> toRight,
      List<Merged.FieldClash> clashes,
      String title,
      String why) {
    String side =
        toRight.isEmpty() == toLeft.isEmpty()
            ? ""
            : toRight.isEmpty() ? Side.LEFT.label() : Side.RIGHT.label();
    List<String> fields =
        Stream.of(toLeft.stream(), toRight.stream(), clashes.stream().map(c -> c.field()))
            .flatMap(s -> s)
            .distinct()
            .toList();
    return new ActionLine(word, side, title, fields, clashes, why);
  }

  private static String reason(Action.HoldReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
