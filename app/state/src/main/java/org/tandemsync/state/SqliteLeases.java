package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Leases;
import org.tandemsync.services.Surroundings;

/** Leases in SQLite. */
record SqliteLeases(Database database, Surroundings surroundings, Owner me) implements Leases {

  /**
   * What this process holds. A lease that could not be given back, because the disk was full, is
   * not here any more.
   */
  private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

  /** Makes the names of leases differ within this process, whatever is drawn by chance. */
  private static final AtomicLong TAKEN = new AtomicLong();

  /**
   * @param holding what the owner called this lease, or null if it was given back
   */
  private record Row(
      long token, @Nullable String holding, Owner owner, long takenAt, long heardAt) {
    boolean owned() {
      return holding != null;
    }
  }

  @Override
  public Answer take(String profile) {
    long now = surroundings.clock().millis();
    String owner =
        HexFormat.of().toHexDigits(surroundings.random().nextLong())
            + "-"
            + TAKEN.incrementAndGet();
    // Before it is in the table, where others of this process look for it.
    HELD.add(owner);
    boolean granted = false;
    try {
      Answer answer = database.write(c -> take(c, profile, now, owner));
      granted = answer instanceof Lease;
      return answer;
    } finally {
      if (!granted) {
        HELD.remove(owner);
      }
    }
  }

  private Answer take(Connection c, String profile, long now, String owner) throws SQLException {
    Row row = row(c, profile);
    if (row.owned() && alive(row, now)) {
      return new Taken(
          row.owner().toString(),
          Instant.ofEpochMilli(row.takenAt()),
          Instant.ofEpochMilli(row.heardAt()));
    }
    long token = row.token() + 1;
    Database.execute(
        c,
        """
        insert into lease (profile, token, owner, machine, pid, process_started, taken_at,
          heard_at) values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (profile) do update set token = excluded.token, owner = excluded.owner,
          machine = excluded.machine, pid = excluded.pid,
          process_started = excluded.process_started, taken_at = excluded.taken_at,
          heard_at = excluded.heard_at
        """,
        profile,
        token,
        owner,
        me.machine(),
        me.pid(),
        me.started(),
        now,
        now);
    return new Held(profile, token, owner, row.owned());
  }

  private boolean alive(Row row, long now) {
    if (row.owner().goneOn(me.machine())) {
      return false;
    }
    if (row.owner().equals(me)) {
      return row.holding() != null && HELD.contains(row.holding());
    }
    // A clock that was set back must not make a lease eternal.
    long silence = Math.abs(now - row.heardAt());
    return silence < SILENCE_SECONDS * 1000L;
  }

  /** Who has a lease and is alive, for people. */
  List<String> atWork() {
    long now = surroundings.clock().millis();
    return database.read(
        c -> {
          List<String> working = new ArrayList<>();
          try (PreparedStatement s = c.prepareStatement("select profile from lease");
              ResultSet r = s.executeQuery()) {
            while (r.next()) {
              String profile = r.getString(1);
              Row row = row(c, profile);
              if (row.owned() && alive(row, now)) {
                working.add(row.owner() + " (profile '" + profile + "')");
              }
            }
          }
          return working;
        });
  }

  private static Row row(Connection c, String profile) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("select * from lease where profile = ?")) {
      s.setString(1, profile);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? new Row(
                r.getLong("token"),
                r.getString("owner"),
                new Owner(r.getString("machine"), r.getLong("pid"), r.getLong("process_started")),
                r.getLong("taken_at"),
                r.getLong("heard_at"))
            : new Row(0, null, new Owner("", 0, 0), 0, 0);
      }
    }
  }

  /** Fails unless the lease is still held; to be asked in the transaction that depends on it. */
  static void check(Connection c, Lease lease) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "select 1 from lease where profile = ? and token = ? and owner is not null")) {
      s.setString(1, lease.profile());
      s.setLong(2, lease.token());
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw lost(lease.profile());
        }
      }
    }
  }

  private static CannotRun lost(String profile) {
    return new CannotRun(
        "another run has taken over profile '"
            + profile
            + "' because this one was silent for too long; nothing is lost, the other run goes on"
            + " with it");
  }

  private final class Held implements Lease {
    private final String profile;
    private final long token;
    private final String owner;
    private final boolean takenOver;

    Held(String profile, long token, String owner, boolean takenOver) {
      this.profile = profile;
      this.token = token;
      this.owner = owner;
      this.takenOver = takenOver;
    }

    @Override
    public String profile() {
      return profile;
    }

    @Override
    public long token() {
      return token;
    }

    @Override
    public boolean takenOver() {
      return takenOver;
    }

    @Override
    public void beat() {
      int found =
          database.write(
              c ->
                  Database.execute(
                      c,
                      "update lease set heard_at = ? where profile = ? and owner = ?",
                      surroundings.clock().millis(),
                      profile,
                      owner));
      if (found == 0) {
        throw lost(profile);
      }
    }

    @Override
    public void close() {
      HELD.remove(owner);
      database.write(
          c ->
              Database.execute(
                  c,
                  "update lease set owner = null where profile = ? and owner = ?",
                  profile,
                  owner));
    }
  }
}
