package org.tandemsync.services;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/** The conflicts of a profile that wait for a person, and what the person says. */
public final class Conflicts {
  private final Stores stores;
  private final Ledgers ledgers;
  private final Leases leases;
  private final Reports reports;
  private final History history;
  private final Decisions decisions;
  private final ProfileSettings options;
  private final Surroundings surroundings;

  public Conflicts(Stores stores, Memory memory, ZoneNames zones, Surroundings surroundings) {
    this.stores = stores;
    this.ledgers = memory.ledgers();
    this.leases = memory.leases();
    this.reports = memory.reports();
    this.history = memory.history();
    this.decisions = memory.decisions();
    this.options = new ProfileSettings(stores, memory, zones, surroundings);
    this.surroundings = surroundings;
  }

  public List<OpenConflict> open(Profile profile) {
    return decisions.conflicts(profile.name());
  }

  /**
   * Decides about some of the fields of a conflict, or all. The next sync carries it out.
   *
   * @throws CannotRun if the chosen values do not fit together in one item
   */
  public void decide(Profile profile, OpenConflict conflict, Map<String, Side> choices) {
    decisions.resolve(profile.name(), decision(conflict, choices));
  }

  private static Decision<Item> decision(OpenConflict conflict, Map<String, Side> choices) {
    Map<String, Side> all = new HashMap<>(conflict.decided());
    all.putAll(choices);
    if (conflict.left().type() != conflict.right().type()) {
      throw new CannotRun(
          "'"
              + conflict.title()
              + "' is of another kind on each side. Nothing was decided. Next step: delete the one"
              + " that you do not want.");
    }
    Set<String> ofServer = new LinkedHashSet<>();
    all.forEach(
        (field, side) -> {
          if (side == Side.RIGHT) {
            ofServer.add(field);
          }
        });
    try {
      Projection.overlay(conflict.left(), conflict.right(), ofServer);
    } catch (IllegalArgumentException contradiction) {
      throw new CannotRun(
          "These values do not fit together in one item ("
              + contradiction.getMessage()
              + "). Nothing was decided. Next step: choose one side for all of its fields.",
          contradiction);
    }
    return new Decision<>(conflict.link().id(), conflict.left(), conflict.right(), all);
  }

  /**
   * Keeps both: what the server holds becomes a second item there, and the conflict is decided for
   * Outlook. The second item is in the history of a run of its own.
   *
   * @return the number of that run
   */
  public long keepBoth(Profile profile, OpenConflict conflict) {
    return switch (leases.take(profile.name())) {
      case Leases.Taken taken -> throw new CannotRun(Runs.busy(profile, taken));
      case Leases.Lease lease -> {
        try (lease;
            Heartbeat _ = new Heartbeat(lease)) {
          yield keepBoth(profile, conflict, lease);
        }
      }
    };
  }

  private long keepBoth(Profile profile, OpenConflict conflict, Leases.Lease lease) {
    RunSettings settings = options.freeze(profile);
    long run = reports.begin(profile.name(), surroundings.clock().instant());
    SingleRun report = new SingleRun(reports, run, surroundings.clock());
    try {
      Map<String, Side> choices = new HashMap<>();
      conflict.clashes().forEach(clash -> choices.put(clash.field(), Side.LEFT));
      Decision<Item> decision = decision(conflict, choices);
      Ledgers.Opened opened =
          ledgers.open(Runs.key(profile, settings), settings.fingerprint(), lease, run);
      report.links(opened.ledger().heads().size());
      try (Store<Item> server = stores.open(settings.right(), settings.options())) {
        Effect.Create<Item> create = second(opened, server, conflict);
        Written written =
            new KeptWrites(history, run, Runs.key(profile, settings))
                .write(
                    server,
                    List.of(
                        new Deed<>(
                            create.stamp().link(),
                            Side.RIGHT,
                            create,
                            // until the server has said its id one that nothing has: an undo of
                            // an attempt without an answer must not find the first item
                            new ItemId(create.uid()),
                            null,
                            true)))
                .getFirst();
        if (written instanceof Written.Exists exists) {
          checkIsKept(server, create, exists, conflict);
        } else {
          report.note(Side.RIGHT, create, written, "the second of both");
        }
      }
      decisions.resolve(profile.name(), decision);
      report.ended();
      return run;
    } finally {
      report.finish("kept both of '" + conflict.title() + "'");
    }
  }

  private Effect.Create<Item> second(
      Ledgers.Opened opened, Store<Item> server, OpenConflict conflict) {
    ItemId id = conflict.link().right().id();
    if (!(server.read(List.of(id)).getFirst() instanceof Found.Present<Item>(Replica<Item> now))) {
      throw new CannotRun(
          "'" + conflict.title() + "' cannot be read on the server now. Nothing was done.");
    }
    if (!otherwise(conflict, now.item()).isEmpty()) {
      throw new CannotRun(
          "'"
              + conflict.title()
              + "' has been changed on the server since. Nothing was done. Next step: tandem sync");
    }
    // RFC 6638: a server would invite everybody to the second one.
    if (now.item() instanceof Appointment meeting && !meeting.attendees().isEmpty()) {
      throw new CannotRun(
          "'"
              + conflict.title()
              + "' has participants, whom the server might invite a second time. Nothing was done."
              + " Next step: decide for one side.");
    }
    SeededIdentities identities = new SeededIdentities(opened.seed(), surroundings.random());
    String uid =
        KeptOfBoth.uid(identities, conflict.link().id(), conflict.right(), fields(conflict));
    return new Effect.Create<>(
        uid, now.item().withUid(uid), new Stamp(identities.newLink(), 1), conflict.title());
  }

  /** The fields in conflict in which an item holds something else than the server did. */
  private static Set<String> otherwise(OpenConflict conflict, Item item) {
    Set<String> fields =
        new LinkedHashSet<>(Projection.EVERYTHING.differing(conflict.right(), item));
    fields.retainAll(fields(conflict));
    return fields;
  }

  private static Set<String> fields(OpenConflict conflict) {
    Set<String> fields = new LinkedHashSet<>();
    conflict.clashes().forEach(clash -> fields.add(clash.field()));
    return fields;
  }

  /**
   * One that is there already, from an earlier attempt, is as good if it still holds what is to be
   * kept: that is overwritten in the first item next.
   */
  private static void checkIsKept(
      Store<Item> server,
      Effect.Create<Item> create,
      Written.Exists exists,
      OpenConflict conflict) {
    Replica<Item> there =
        exists.at() != null
                && server.read(List.of(exists.at())).getFirst()
                    instanceof Found.Present<Item>(Replica<Item> found)
            ? found
            : server.locate(List.of(create)).get(create.stamp());
    if (there == null
        || there.item().type() != conflict.right().type()
        || !otherwise(conflict, there.item()).isEmpty()) {
      throw new CannotRun(
          "'"
              + conflict.title()
              + "' got its second item on the server before, and that one does not hold any more"
              + " what is to be kept ("
              + exists.reason()
              + "). Nothing was decided. Next step: look at both on the server, then decide for one"
              + " side.");
    }
  }
}
