package org.tandemsync.cli;

import java.util.List;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.services.AlikeAcross;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.DuplicateLink;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.ShellWord;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Side;

/** {@code tandem duplicates --link} and {@code --unlink}, and what could be linked. */
record DuplicateLinking(Session session, Profile profile) {

  ExitStatus link(List<String> ids, boolean yes) {
    DuplicateLink service = session.application().duplicateLink();
    DuplicateLink.Union union = service.plan(profile, ids.getFirst(), ids.getLast());
    if (!session.json()) {
      show(union);
    }
    if (!yes && (session.json() || session.terminal().keyboard() == null)) {
      if (session.json()) {
        session.print(json(union));
      }
      throw new CannotRun(
          "Nobody is here to say yes. Nothing was done. Next step: if this is right, add --yes.");
    }
    if (!yes && !Question.yes("Are they the same?", session)) {
      session.remark("Nothing was done.");
      return ExitStatus.ATTENTION;
    }
    Declared pair = union.pair();
    long run = service.declare(profile, pair.left().value(), pair.right().value());
    if (session.json()) {
      session.print(json(union).number("run", run));
    } else {
      session.say(
          "Declared (run "
              + run
              + "). A sync links them as soon as it can: tandem sync "
              + ShellWord.profile(profile));
      session.say("Until then '--unlink' instead of '--link' takes it back.");
    }
    return ExitStatus.DONE;
  }

  private void show(DuplicateLink.Union union) {
    session.say(
        Color.TITLE,
        "'"
            + ActionRows.titled(union.leftTitle())
            + "' in Outlook and '"
            + ActionRows.titled(union.rightTitle())
            + "' on the server become one; neither is deleted.");
    Action.LinkUp link = union.link();
    if (link != null) {
      line("to Outlook: ", List.copyOf(link.toLeft()));
      line("to the server: ", List.copyOf(link.toRight()));
      link.clashes().forEach(clash -> session.say("  " + told(clash, link)));
    }
    if (!union.remark().isEmpty()) {
      session.say("  " + union.remark());
    }
  }

  private void line(String where, List<String> fields) {
    if (!fields.isEmpty()) {
      session.say("  " + where + String.join(", ", fields));
    }
  }

  private static String told(Merged.FieldClash clash, Action.LinkUp link) {
    return clash.field()
        + ": outlook '"
        + clash.left()
        + "', server '"
        + clash.right()
        + "' - "
        + switch (link.winner()) {
          case LEFT -> "Outlook's counts, the other is in the history";
          case RIGHT -> "the server's counts, the other is in the history";
          case null -> "both sides keep theirs until you decide ('tandem conflicts')";
        };
  }

  private JsonLine json(DuplicateLink.Union union) {
    Action.LinkUp link = union.link();
    return new JsonLine()
        .text("profile", profile.name())
        .text("outlook", union.pair().left().value())
        .text("server", union.pair().right().value())
        .text("title", union.leftTitle())
        .text("server-title", union.rightTitle())
        .texts("to-outlook", link == null ? List.of() : List.copyOf(link.toLeft()))
        .texts("to-server", link == null ? List.of() : List.copyOf(link.toRight()))
        .objects(
            "clashes",
            link == null
                ? List.of()
                : link.clashes().stream()
                    .map(clash -> ActionRows.clash(clash).text("kept", kept(link)))
                    .toList())
        .text("remark", union.remark());
  }

  /** Whose values count; empty if that is not decided. */
  private static String kept(Action.LinkUp link) {
    Side winner = link.winner();
    return winner == null ? "" : winner.label();
  }

  ExitStatus takeBack(List<String> ids) {
    long run =
        session.application().duplicateLink().takeBack(profile, ids.getFirst(), ids.getLast());
    if (session.json()) {
      session.print(
          new JsonLine().text("profile", profile.name()).number("run", run).texts("unlinked", ids));
    } else {
      session.say("Taken back (run " + run + "). A sync treats each of them as a new item again.");
    }
    return ExitStatus.DONE;
  }

  /** Shows what could be linked, and what is to be. */
  void show(List<AlikeAcross> pairs) {
    for (AlikeAcross pair : pairs) {
      List<String> ids = List.of(pair.pair().left().value(), pair.pair().right().value());
      if (session.json()) {
        session.print(
            new JsonLine()
                .text("profile", profile.name())
                .text("side", "")
                .text("kind", pair.type() == null ? "" : pair.type().label())
                .text("title", pair.leftTitle())
                .text("server-title", pair.rightTitle())
                .texts("ids", ids)
                .texts("differing", List.copyOf(pair.differing()))
                .flag("declared", pair.declared()));
      } else {
        session.say(
            Color.TITLE,
            "outlook: "
                + ActionRows.titled(pair.leftTitle())
                + ", server: "
                + ActionRows.titled(pair.rightTitle())
                + (pair.differing().isEmpty()
                    ? ""
                    : " - differ in " + String.join(", ", pair.differing()))
                + (pair.declared() ? " (declared to be the same)" : ""));
        ids.forEach(id -> session.say("  " + id));
      }
    }
    if (!session.json() && pairs.stream().anyMatch(pair -> !pair.declared())) {
      session.say(
          "These are in step with nothing. If two are the same, '--link' with both ids makes them"
              + " one; else a sync treats each as a new item.");
    }
  }
}
