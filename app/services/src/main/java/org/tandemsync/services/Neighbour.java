package org.tandemsync.services;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/** A profile with another folder of the same data file: items may be moved between both. */
record Neighbour(Profile profile, RunSettings settings) {

  LedgerKey key() {
    return Runs.key(profile, settings);
  }

  Place place(Side side) {
    return side == Side.LEFT ? settings.left() : settings.right();
  }

  /**
   * Opens one of its places. What this profile lacks for that, as a password, is a trouble of its
   * own, and stops no other one.
   */
  Store<Item> open(Side side, Stores stores) {
    try {
      return stores.open(place(side), settings.options());
    } catch (CannotRun e) {
      throw new StoreException(
          StoreException.Reason.UNAUTHORIZED, String.valueOf(e.getMessage()), e);
    }
  }

  /** What another profile of the data file last had in step, where it cannot be opened now. */
  Optional<Ledger<Item>> lastLedgerOf(Profile other, Ledgers ledgers) {
    return ledgers.all(other.name()).stream()
        .filter(kept -> !kept.key().left().equals(key().left()))
        .filter(kept -> !kept.key().right().equals(key().right()))
        .max(Comparator.comparing(Ledgers.Kept::lastUsed))
        .map(Ledgers.Kept::ledger);
  }

  ItemsKind kind() {
    return settings.kind();
  }

  /** The folder or collection, for people. */
  String name(Side side) {
    return "'" + place(side).name() + "' of profile '" + profile.name() + "'";
  }

  /** Whether it ever makes what is new on a side on the other one. */
  boolean takesFrom(Side side) {
    return switch (settings.policy().direction()) {
      case TWO_WAY -> true;
      case LEFT_TO_RIGHT -> side == Side.LEFT;
      case RIGHT_TO_LEFT -> side == Side.RIGHT;
    };
  }

  /** Whether an item can be moved between these by a client of the one server. */
  boolean isOnServerOf(RunSettings other) {
    Endpoint here = settings.right().endpoint();
    Endpoint there = other.right().endpoint();
    return here instanceof Endpoint.Dav one && there instanceof Endpoint.Dav two
        ? one.origin().equals(two.origin()) && one.access().user().equals(two.access().user())
        : here instanceof Endpoint.Directory && there instanceof Endpoint.Directory;
  }

  /**
   * Why what was moved between this profile and another one cannot be moved on the other side too,
   * or null. With equal options nothing of an item may look different in one than in the other.
   */
  @Nullable String obstacle(RunSettings other, Ledgers.Opened opened) {
    if (!profile.active()) {
      return "which is switched off";
    }
    if (settings.policy().direction() != Policy.Direction.TWO_WAY) {
      return "which is not two-way";
    }
    if (!settings.hasOptionsOf(other)) {
      return "which has other options";
    }
    ZoneId zone = settings.options().userZone();
    if (!OwnZone.alike(zone, other.options().userZone())) {
      return "whose time zone is "
          + zone
          + " and not "
          + other.options().userZone()
          + " (the same time-zone in both lets moves be followed)";
    }
    if (settings.left().readOnly() != null || settings.right().readOnly() != null) {
      return "which cannot be written";
    }
    return switch (opened.state()) {
      case FIRST, OTHER_PLACES -> "which has not run yet";
      case OTHER_OPTIONS -> "whose options have changed since it ran";
      case KNOWN ->
          opened.ledger().unfamiliar() || !opened.ledger().putBack().isEmpty()
              ? "of which something is held"
              : null;
    };
  }
}
