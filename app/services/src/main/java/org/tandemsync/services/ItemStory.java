package org.tandemsync.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.PassedOver;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;

/** What {@link Explain} tells of one item, topic by topic. */
final class ItemStory {
  private final Subject subject;
  private final ItemsKind kind;
  private final Function<Instant, String> times;
  private final List<Explain.Line> lines = new ArrayList<>();

  ItemStory(Subject subject, ItemsKind kind, Function<Instant, String> times) {
    this.subject = subject;
    this.kind = kind;
    this.times = times;
  }

  List<Explain.Line> lines() {
    return lines;
  }

  private void add(String topic, String text) {
    lines.add(new Explain.Line(topic, text));
  }

  // ---- what is remembered ----

  void title() {
    add("title", subject.title());
  }

  /**
   * What it is in step with.
   *
   * @param history what was done to it, the latest first
   */
  void link(List<Version> history) {
    Link<Item> link = subject.link();
    if (link != null) {
      add("link", link.id().value() + ", last write " + link.writes());
      for (Side side : Side.values()) {
        LinkSide<Item> end = link.side(side);
        add(
            side.label(),
            end.id()
                + (end.uid().isEmpty() ? "" : ", UID " + end.uid())
                + ", last confirmed at revision "
                + (end.revision() == null ? "(none: looked at again)" : end.revision()));
      }
    } else if (subject.pair() != null && !history.isEmpty()) {
      add("link", "none: it is in step with nothing any more; " + lastChange(history.getFirst()));
    } else {
      add("link", "none: it is in step with nothing on the other side");
    }
  }

  private String lastChange(Version last) {
    String undo = "'tandem undo " + last.number().text() + "'";
    return "last change "
        + told(last)
        + switch (last.kind()) {
          case DELETED -> "; " + undo + " brings it back";
          case CREATED, UPDATED -> "";
        };
  }

  void agreed() {
    Link<Item> link = subject.link();
    if (link == null) {
      return;
    }
    Collection<String> apart = kind.differing(link.left().base(), link.right().base());
    String reworded =
        link.reworded().isEmpty()
            ? ""
            : "; put differently on the server: "
                + String.join(", ", new TreeSet<>(link.reworded()));
    add(
        "agreed",
        apart.isEmpty()
            ? "both sides were last confirmed to hold the same"
            : "both sides were last confirmed to hold the same, except in "
                + String.join(", ", apart)
                + reworded);
    if (link.waiting() != null) {
      add("held", "a change waits because of " + link.waiting().restraint());
    }
  }

  void declared(List<Declared> declared) {
    for (Declared one : declared) {
      if (subject.is(new ItemIds(one.left(), one.right()))) {
        add(
            "declared",
            one.left()
                + " in Outlook and "
                + one.right()
                + " on the server were declared to be the same: a sync links them as soon as it"
                + " can");
      }
    }
  }

  void passedOver(Side side, List<PassedOver> all) {
    for (PassedOver passed : all) {
      if (passed.id().equals(subject.id(side))) {
        add(
            "passed-over",
            "the profile's options leave it out ("
                + side.label()
                + ", revision "
                + passed.revision()
                + ")"
                + (passed.joins() == null ? "" : "; it joins on " + passed.joins()));
      }
    }
  }

  // ---- what is there now ----

  void now(Side side, Store<Item> store) {
    ItemId id = subject.id(side);
    if (id == null) {
      return;
    }
    String text =
        switch (store.read(List.of(id)).getFirst()) {
          case Found.Present<Item>(Replica<Item> now) -> present(side, now, subject.link());
          case Found.Absent<Item> _ -> "it is not there (asked directly)";
          case Found.Foreign<Item> _ -> "there is something else, which is no item of this profile";
          case Found.Unreadable<Item> broken -> "it cannot be read: " + broken.reason();
        };
    add(side.label(), "now: " + id + ", " + text);
  }

  private String present(Side side, Replica<Item> now, @Nullable Link<Item> link) {
    String revision = "revision " + (now.revision() == null ? "unknown" : now.revision());
    if (link == null) {
      return revision;
    }
    Set<String> changed =
        kind.differing(link.side(side).base(), kind.stillHeld(side, link.side(side).base(), now));
    return revision
        + (changed.isEmpty()
            ? ", unchanged in what takes part"
            : ", changed since: " + String.join(", ", changed));
  }

  // ---- what waits ----

  void held(List<Decisions.OnHold> all) {
    for (Decisions.OnHold one : all) {
      Held held = one.held();
      if (subject.is(new ItemIds(held.left().id(), held.right().id()))) {
        add(
            "held",
            held.doing().label()
                + " "
                + held.side().place()
                + " is held since "
                + (one.since() == 0 ? "before the ledger was rebuilt" : "run " + one.since())
                + " ("
                + held.verdict().name().toLowerCase(Locale.ROOT)
                + "): "
                + held.why());
      }
    }
  }

  void conflicts(List<OpenConflict> all) {
    for (OpenConflict conflict : all) {
      if (subject.isLink(conflict.link().id())) {
        for (Merged.FieldClash clash : conflict.clashes()) {
          Side decided = conflict.decided().get(clash.field());
          add(
              "conflict",
              clash.field()
                  + ": outlook '"
                  + clash.left()
                  + "', server '"
                  + clash.right()
                  + "', "
                  + (decided == null ? "not decided" : "decided for " + decided.label()));
        }
      }
    }
  }

  void quarantine(List<Decisions.InQuarantine> all) {
    for (Decisions.InQuarantine one : all) {
      Quarantined failed = one.item();
      if (subject.is(new ItemIds(failed.left().id(), failed.right().id()))) {
        add(
            "quarantine",
            "failed "
                + one.failures()
                + (one.failures() == 1 ? " time" : " times")
                + " since "
                + times.apply(one.first())
                + ", last at "
                + times.apply(one.last())
                + ": "
                + failed.reason()
                + " ("
                + failed.when()
                + ")");
      }
    }
  }

  // ---- what was done ----

  void history(List<Version> versions) {
    versions.forEach(version -> add("history", told(version)));
  }

  private String told(Version version) {
    return version.number().text()
        + ": "
        + version.kind().label()
        + " "
        + version.side().place()
        + ", "
        + times.apply(version.at())
        + (version.fields().isEmpty() ? "" : ": " + String.join(", ", version.fields()))
        + (version.certain() ? "" : " (perhaps)");
  }

  // ---- what a sync would do ----

  void next(RunResult plan, List<Action> planned, List<Explain.NotCarried> lost) {
    if (plan instanceof RunResult.CouldNotRun not) {
      add("next", "a sync could not run: " + not.message());
      return;
    }
    boolean any = false;
    for (Action action : planned) {
      if (subject.isOf(action)) {
        any = true;
        ActionLine line = ActionLine.of(action);
        add(
            "next",
            line.shown()
                + place(line)
                + (line.fields().isEmpty() ? "" : ": " + String.join(", ", line.fields()))
                + " - "
                + line.why());
      }
    }
    for (Explain.NotCarried one : lost) {
      if (subject.isOf(one.action())) {
        add("next", "not carried: " + one.lost().field() + ": " + one.lost().text());
      }
    }
    if (!any) {
      add("next", "a sync would do nothing about it");
    }
  }

  private static String place(ActionLine line) {
    for (Side side : Side.values()) {
      if (side.label().equals(line.side())) {
        return " " + side.place();
      }
    }
    return "";
  }
}
