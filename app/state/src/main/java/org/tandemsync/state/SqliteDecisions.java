package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.LedgerKey;
import org.tandemsync.services.OpenConflict;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Quarantined;

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

  /**
   * A conflict is open as long as the sides still hold different values of its fields: then their
   * bases do too.
   */
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
          Map<LinkId, Recorded> recorded = recorded(c, ledger.getAsLong());
          Map<LinkId, Link<Item>> links =
              new SqliteLedger(database, clock, ledger.getAsLong(), null, 0, false, false)
                  .links(recorded.keySet());
          List<OpenConflict> open = new ArrayList<>();
          recorded.forEach(
              (id, conflict) -> {
                Link<Item> link = links.get(id);
                if (link != null) {
                  open(link, conflict, decided.get(id)).ifPresent(open::add);
                }
              });
          return open;
        });
  }

  private record Recorded(
      Instant at,
      String title,
      Item left,
      Item right,
      @Nullable Item base,
      List<Merged.FieldClash> clashes) {}

  /** The last conflict of each link, if it was left to a person. */
  private Map<LinkId, Recorded> recorded(Connection c, long ledger) throws SQLException {
    Map<LinkId, Recorded> recorded = new LinkedHashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            select k.link, k.at, k.title, k.left_item, k.right_item, k.base, k.clashes
            from conflict k
            where k.ledger = ? and k.winner is null
              and k.id = (select max(id) from conflict where ledger = k.ledger and link = k.link)
            order by k.id desc
            """)) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          byte[] base = r.getBytes(6);
          recorded.put(
              new LinkId(r.getString(1)),
              new Recorded(
                  Instant.ofEpochMilli(r.getLong(2)),
                  r.getString(3),
                  database.item(r.getBytes(4)),
                  database.item(r.getBytes(5)),
                  base == null ? null : database.item(base),
                  LedgerJson.readClashes(r.getString(7))));
        }
      }
    }
    return recorded;
  }

  private static Optional<OpenConflict> open(
      Link<Item> link, Recorded conflict, @Nullable Decision<Item> decision) {
    Item left = link.left().base();
    Item right = link.right().base();
    Set<String> differing =
        new HashSet<>(
            left.type() == right.type()
                ? Projection.EVERYTHING.differing(left, right)
                : conflict.clashes().stream().map(Merged.FieldClash::field).toList());
    List<Merged.FieldClash> clashes =
        conflict.clashes().stream().filter(clash -> differing.contains(clash.field())).toList();
    return clashes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OpenConflict(
                conflict.at(),
                link,
                conflict.title(),
                conflict.left(),
                conflict.right(),
                conflict.base(),
                clashes,
                decision == null ? Map.of() : decision.choices()));
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
