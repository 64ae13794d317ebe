package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.Leases;
import org.tandemsync.services.LedgerKey;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Intent;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/** All ledgers, in SQLite. */
record SqliteLedgers(Database database, Surroundings surroundings) implements Ledgers {

  private record Row(long id, String seed, String fingerprint, boolean unfamiliar) {}

  @Override
  public Opened open(LedgerKey key, String fingerprint, Leases.Lease lease, long run) {
    return database.write(
        c -> {
          SqliteLeases.check(c, lease);
          Row row = row(c, key);
          long now = usedLast(c, key.profile(), row);
          State state = state(c, key, row, fingerprint);
          if (row == null) {
            insert(c, key, fingerprint, now, state == State.OTHER_PLACES);
            row = row(c, key);
          } else {
            if (!row.fingerprint().equals(fingerprint)) {
              forgetRevisions(c, row.id());
            }
            Database.execute(
                c,
                "update ledger set used_at = ?, fingerprint = ? where id = ?",
                now,
                fingerprint,
                row.id());
          }
          Row known = java.util.Objects.requireNonNull(row);
          return new Opened(
              new SqliteLedger(
                  database,
                  surroundings.clock(),
                  known.id(),
                  lease,
                  run,
                  false,
                  known.unfamiliar()),
              known.seed(),
              state);
        });
  }

  @Override
  public Opened view(LedgerKey key, String fingerprint) {
    return database.read(
        c -> {
          Row row = row(c, key);
          State state = state(c, key, row, fingerprint);
          return row == null
              ? new Opened(new EmptyLedger<>(state == State.OTHER_PLACES), seed(), state)
              : new Opened(
                  new SqliteLedger(
                      database,
                      surroundings.clock(),
                      row.id(),
                      null,
                      0,
                      !row.fingerprint().equals(fingerprint),
                      row.unfamiliar()),
                  row.seed(),
                  state);
        });
  }

  @Override
  public void handOver(Ledger<Item> from, Ledger<Item> to, Link<Item> link) {
    if (!(from instanceof SqliteLedger giving) || !(to instanceof SqliteLedger taking)) {
      throw new IllegalArgumentException("these ledgers are not in one file");
    }
    database.write(
        c -> {
          taking.takeOver(c, giving, link);
          return null;
        });
  }

  /**
   * Now, but after all other ledgers of the profile, also where the clock was set back: the one
   * that was used last is the one in which people are shown what waits for them.
   */
  private long usedLast(Connection c, String profile, @Nullable Row row) throws SQLException {
    long now = surroundings.clock().millis();
    try (PreparedStatement s =
        c.prepareStatement("select max(used_at) from ledger where profile = ? and id <> ?")) {
      s.setString(1, profile);
      s.setLong(2, row == null ? 0 : row.id());
      try (ResultSet r = s.executeQuery()) {
        long others = r.next() ? r.getLong(1) : 0;
        return r.wasNull() ? now : Math.max(now, others + 1);
      }
    }
  }

  private static State state(Connection c, LedgerKey key, @Nullable Row row, String fingerprint)
      throws SQLException {
    if (row != null && row.unfamiliar()) {
      return State.OTHER_PLACES;
    }
    if (row != null) {
      return row.fingerprint().equals(fingerprint) ? State.KNOWN : State.OTHER_OPTIONS;
    }
    try (PreparedStatement s = c.prepareStatement("select 1 from ledger where profile = ?")) {
      s.setString(1, key.profile());
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? State.OTHER_PLACES : State.FIRST;
      }
    }
  }

  private static @Nullable Row row(Connection c, LedgerKey key) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            select id, seed, fingerprint, unfamiliar from ledger
            where profile = ? and family = ? and left_place = ? and right_place = ?
            """)) {
      s.setString(1, key.profile());
      s.setString(2, key.family().label());
      s.setString(3, key.left());
      s.setString(4, key.right());
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? new Row(r.getLong(1), r.getString(2), r.getString(3), r.getBoolean(4))
            : null;
      }
    }
  }

  private void insert(Connection c, LedgerKey key, String fingerprint, long now, boolean unfamiliar)
      throws SQLException {
    Database.execute(
        c,
        """
        insert into ledger (profile, family, left_place, right_place, seed, fingerprint, used_at,
          unfamiliar) values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        key.profile(),
        key.family().label(),
        key.left(),
        key.right(),
        seed(),
        fingerprint,
        now,
        unfamiliar);
  }

  private String seed() {
    byte[] seed = new byte[16];
    surroundings.random().nextBytes(seed);
    return HexFormat.of().formatHex(seed);
  }

  static void forgetRevisions(Connection c, long ledger) throws SQLException {
    Database.execute(
        c,
        """
        update link set left_revision = null, right_revision = null, waiting_left = null,
          waiting_right = null, waiting_restraint = null where ledger = ?
        """,
        ledger);
    Database.execute(
        c,
        "update ledger set left_checkpoint = null, right_checkpoint = null where id = ?",
        ledger);
    Database.execute(c, "delete from passed where ledger = ?", ledger);
  }

  @Override
  public Forgotten forget(Leases.Lease lease) {
    database.backup();
    int items = 0;
    int waiting = 0;
    Set<LinkId> open = new HashSet<>();
    new SqliteDecisions(database, surroundings.clock())
        .conflicts(lease.profile())
        .forEach(conflict -> open.add(conflict.link().id()));
    for (Row row : database.read(c -> rows(c, lease.profile()))) {
      Forgotten forgotten = forget(row, lease, open);
      items += forgotten.items();
      waiting += forgotten.waiting();
    }
    return new Forgotten(items, waiting);
  }

  private Forgotten forget(Row row, Leases.Lease lease, Set<LinkId> open) {
    SqliteLedger ledger =
        new SqliteLedger(
            database, surroundings.clock(), row.id(), lease, 0, false, row.unfamiliar());
    List<Deed<Item>> perhaps = new ArrayList<>();
    for (Intent<Item> intent : ledger.openIntents()) {
      for (Side side : Side.values()) {
        perhaps.addAll(Deed.left(intent, side).stream().toList());
      }
    }
    return database.write(
        c -> {
          SqliteLeases.check(c, lease);
          ledger.note(c, perhaps);
          forgetRevisions(c, row.id());
          Database.execute(c, "delete from intent where ledger = ?", row.id());
          Database.execute(c, "delete from quarantine where ledger = ? and not ignored", row.id());
          int items =
              Database.execute(
                  c,
                  "delete from link where ledger = ? and id not in (select value from"
                      + " json_each(?))",
                  row.id(),
                  LedgerJson.writeTexts(
                      new WaitingLinks(c, row.id())
                          .with(open).stream().map(LinkId::value).toList()));
          return new Forgotten(items, ledger.size());
        });
  }

  @Override
  public Optional<String> options(String profile) {
    return database.read(c -> rows(c, profile).stream().findFirst().map(Row::fingerprint));
  }

  /** Of a profile, the one that was used last first. */
  private static List<Row> rows(Connection c, String profile) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "select id, seed, fingerprint, unfamiliar from ledger where profile = ?"
                + " order by used_at desc")) {
      s.setString(1, profile);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(new Row(r.getLong(1), r.getString(2), r.getString(3), r.getBoolean(4)));
        }
      }
    }
    return rows;
  }

  @Override
  public List<Kept> all(@Nullable String profile) {
    return database.read(
        c -> {
          List<Kept> all = new ArrayList<>();
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  select profile, family, left_place, right_place, used_at, id from ledger
                  where ?1 is null or profile = ?1 order by profile, used_at desc
                  """)) {
            s.setString(1, profile);
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                all.add(
                    new Kept(
                        new LedgerKey(
                            r.getString(1),
                            SqliteHistory.family(r.getString(2)),
                            r.getString(3),
                            r.getString(4)),
                        Instant.ofEpochMilli(r.getLong(5)),
                        new SqliteLedger(
                            database, surroundings.clock(), r.getLong(6), null, 0, false, false)));
              }
            }
          }
          return all;
        });
  }

  @Override
  public @Nullable Summary summary(String profile) {
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  select id, used_at, (select count(*) from link where ledger = l.id)
                  from ledger l where profile = ? order by used_at desc, id desc limit 1
                  """)) {
            s.setString(1, profile);
            try (ResultSet r = s.executeQuery()) {
              return r.next()
                  ? new Summary(
                      r.getInt(3),
                      new ConflictRows(database, c, r.getLong(1)).open().size(),
                      Instant.ofEpochMilli(r.getLong(2)))
                  : null;
            }
          }
        });
  }

  @Override
  public List<Recorded> conflicts(String profile, int most) {
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  select k.* from conflict k join ledger l on l.id = k.ledger
                  where l.profile = ? order by k.id desc limit ?
                  """)) {
            s.setString(1, profile);
            s.setInt(2, most);
            List<Recorded> recorded = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                recorded.add(recorded(r));
              }
            }
            return recorded;
          }
        });
  }

  private Recorded recorded(ResultSet r) throws SQLException {
    String winner = r.getString("winner");
    return new Recorded(
        Instant.ofEpochMilli(r.getLong("at")),
        new LinkId(r.getString("link")),
        r.getString("title"),
        database.item(r.getBytes("left_item")),
        database.item(r.getBytes("right_item")),
        LedgerJson.readClashes(r.getString("clashes")),
        winner == null ? null : Side.valueOf(winner));
  }

  @Override
  public void prune(Instant unusedSince) {
    long before = unusedSince.toEpochMilli();
    database.write(
        c -> {
          Database.execute(
              c,
              "delete from ledger where used_at < ? and profile not in (select name from profile)",
              before);
          return Database.execute(
              c, "delete from conflict where at < ? and winner is not null", before);
        });
  }
}
