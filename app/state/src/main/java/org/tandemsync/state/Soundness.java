package org.tandemsync.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Whether the pages of the file fit together. The check reads all of it, so it is made only when
 * there is a reason: the last program did not come to its end, the tables are about to be changed,
 * or none was made for a day.
 */
record Soundness(Database database, InstantSource clock) {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** A run says every ten seconds that it is alive; see {@link SqliteLeases}. */
  private static final long ALIVE = Duration.ofSeconds(90).toMillis();

  /**
   * Checks if there is a reason to.
   *
   * @param leftOpen whether some program has the file open, or had it when it ended
   */
  void checkAtOpening(boolean leftOpen) {
    long now = clock.millis();
    int version = database.read(c -> Database.number(c, "pragma user_version"));
    if (version == 0) {
      return;
    }
    boolean dated = version >= Database.DATED_SINCE;
    boolean due = version < Database.VERSION || (leftOpen && !atWork(now));
    if (!due && dated) {
      long last = database.read(c -> last(c));
      // A clock that was set back must not put it off for ever.
      due = Math.abs(now - last) > DAY;
    }
    if (due) {
      check("quick_check");
      if (dated) {
        database.write(c -> note(c, now));
      }
    }
  }

  /**
   * Fails if something does not fit together.
   *
   * @param how {@code quick_check}, or {@code integrity_check} that also compares indexes
   */
  void check(String how) {
    String found = database.read(c -> first(c, "pragma " + how + "(1)"));
    if (!found.equals("ok")) {
      throw Trouble.damaged(database.file(), new SQLException(found));
    }
  }

  private boolean atWork(long now) {
    String runs =
        "select count(*) from lease where owner is not null and abs(" + now + " - heard_at) < ";
    return database.read(c -> Database.number(c, runs + ALIVE)) > 0;
  }

  private static long last(Connection c) throws SQLException {
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery("select at from upkeep where what = 'check'")) {
      return r.next() ? r.getLong(1) : 0;
    }
  }

  private static int note(Connection c, long now) throws SQLException {
    return Database.execute(
        c,
        "insert into upkeep (what, at) values ('check', ?)"
            + " on conflict (what) do update set at = excluded.at",
        now);
  }

  private static String first(Connection c, String query) throws SQLException {
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery(query)) {
      return r.next() ? r.getString(1) : "nothing";
    }
  }
}
