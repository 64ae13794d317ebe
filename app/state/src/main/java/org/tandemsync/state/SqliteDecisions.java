package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.LedgerKey;
import org.tandemsync.services.OpenConflict;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Side;

/** What waits for a person, in SQLite. */
record SqliteDecisions(Database database, InstantSource clock) implements Decisions {

  /** The ledger that a profile used last. */
  private static OptionalLong ledger(Connection c, String profile) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "select id from ledger where profile = ? order by used_at desc, id desc limit 1")) {
      s.setString(1, profile);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? OptionalLong.of(r.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  @Override
  public List<OnHold> held(String profile) {
    return database.read(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          return ledger.isPresent() ? new HeldRows(c, ledger.getAsLong()).all() : List.of();
        });
  }

  @Override
  public int decide(String profile, List<Held> held, Held.Verdict verdict) {
    return database.write(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          if (ledger.isEmpty()) {
            return 0;
          }
          HeldRows rows = new HeldRows(c, ledger.getAsLong());
          int still = 0;
          for (Held one : held) {
            still += rows.decide(one, verdict) ? 1 : 0;
          }
          if (still > 0 && verdict == Held.Verdict.APPROVED) {
            Database.execute(
                c, "update ledger set unfamiliar = 0 where id = ?", ledger.getAsLong());
          }
          return still;
        });
  }

  @Override
  public int decided(String profile) {
    return database.read(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          if (ledger.isEmpty()) {
            return 0;
          }
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  select (select count(*) from held where ledger = ?1 and verdict <> 'WAITS')
                    + (select count(*) from decision where ledger = ?1)
                    + (select count(*) from declared where ledger = ?1)
                  """)) {
            s.setLong(1, ledger.getAsLong());
            try (ResultSet r = s.executeQuery()) {
              return r.next() ? r.getInt(1) : 0;
            }
          }
        });
  }

  @Override
  public List<OpenConflict> conflicts(String profile) {
    return database.read(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          if (ledger.isEmpty()) {
            return List.of();
          }
          Map<LinkId, Decision<Item>> decided = new HashMap<>();
          new DecisionRows(database, c, ledger.getAsLong())
              .all()
              .forEach(decision -> decided.put(decision.link(), decision));
          return new ConflictRows(database, c, ledger.getAsLong())
              .open().stream().map(open -> open(open, decided.get(open.link().id()))).toList();
        });
  }

  private static OpenConflict open(ConflictRows.Open open, @Nullable Decision<Item> decision) {
    Conflict<Item> conflict = open.conflict();
    Map<String, Side> decided = new HashMap<>(decision == null ? Map.of() : decision.choices());
    decided.keySet().retainAll(conflict.clashes().stream().map(c -> c.field()).toList());
    return new OpenConflict(
        open.at(),
        open.link(),
        conflict.title(),
        conflict.left(),
        conflict.right(),
        conflict.base(),
        conflict.clashes(),
        decided);
  }

  @Override
  public void resolve(String profile, Decision<Item> decision) {
    database.write(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          if (ledger.isPresent()) {
            new DecisionRows(database, c, ledger.getAsLong()).put(decision, clock.millis());
          }
          return null;
        });
  }

  @Override
  public List<InQuarantine> quarantine(String profile) {
    return database.read(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          return ledger.isPresent()
              ? new QuarantineRows(c, ledger.getAsLong()).all(clock.instant())
              : List.of();
        });
  }

  @Override
  public void ignore(String profile, Quarantined.Key item) {
    database.write(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          if (ledger.isPresent()) {
            new QuarantineRows(c, ledger.getAsLong()).ignore(item);
          }
          return null;
        });
  }

  @Override
  public void release(String profile, Quarantined.Key item) {
    database.write(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          if (ledger.isPresent()) {
            new QuarantineRows(c, ledger.getAsLong()).release(item);
          }
          return null;
        });
  }

  @Override
  public void confirm(LedgerKey key) {
    database.write(
        c ->
            Database.execute(
                c,
                """
                update ledger set unfamiliar = 0
                where profile = ? and family = ? and left_place = ? and right_place = ?
                """,
                key.profile(),
                key.family().label(),
                key.left(),
                key.right()));
  }
}
