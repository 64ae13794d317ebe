package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.tandemsync.services.Decisions;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Quarantined;

/** What failed in one ledger, and when it is tried again. */
record QuarantineRows(Connection connection, long ledger) {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /** Doublings after which the longest pause is reached. */
  private static final int DOUBLINGS = 7;

  /** What fails once is tried in the next run; then pauses begin, each twice as long. */
  static Duration pause(int failures) {
    if (failures < 2) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 2, DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  List<Decisions.InQuarantine> all(Instant now) throws SQLException {
    List<Decisions.InQuarantine> all = new ArrayList<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select left_item, left_revision, right_item, right_revision, title, reason, failures,
              first_at, last_at, next_at, ignored
            from quarantine where ledger = ? order by first_at, title, left_item, right_item
            """)) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(row(r, now));
        }
      }
    }
    return all;
  }

  private static Decisions.InQuarantine row(ResultSet r, Instant now) throws SQLException {
    int failures = r.getInt(7);
    Instant last = Instant.ofEpochMilli(r.getLong(9));
    Instant next = Instant.ofEpochMilli(r.getLong(10));
    // A clock that was set back must not make a pause of a year.
    boolean resting = now.isBefore(next) && !now.isBefore(last);
    Quarantined.Rest rest =
        r.getBoolean(11)
            ? Quarantined.Rest.IGNORED
            : resting ? Quarantined.Rest.RESTING : Quarantined.Rest.DUE;
    String when =
        switch (rest) {
          case IGNORED -> "ignored";
          case DUE -> "tried again in the next run";
          case RESTING ->
              "failed "
                  + failures
                  + " times; tried again after "
                  + next.truncatedTo(ChronoUnit.SECONDS);
        };
    return new Decisions.InQuarantine(
        new Quarantined(
            HeldRows.sight(r.getString(1), r.getString(2)),
            HeldRows.sight(r.getString(3), r.getString(4)),
            r.getString(5),
            r.getString(6),
            rest,
            when),
        failures,
        Instant.ofEpochMilli(r.getLong(8)),
        last,
        next);
  }

  void failed(List<Commit.Failure> failures, Instant now) throws SQLException {
    for (Commit.Failure failure : failures) {
      String left = HeldRows.id(failure.left().id());
      String right = HeldRows.id(failure.right().id());
      int count = count(left, right) + 1;
      Database.execute(
          connection,
          """
          insert into quarantine (ledger, left_item, left_revision, right_item, right_revision,
            title, reason, failures, first_at, last_at, next_at, ignored)
          values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, 0)
          on conflict (ledger, left_item, right_item) do update set
            left_revision = excluded.left_revision, right_revision = excluded.right_revision,
            title = excluded.title, reason = excluded.reason, failures = excluded.failures,
            last_at = excluded.last_at, next_at = excluded.next_at
          """,
          ledger,
          left,
          HeldRows.revision(failure.left()),
          right,
          HeldRows.revision(failure.right()),
          failure.title(),
          failure.reason(),
          count,
          now.toEpochMilli(),
          now.plus(pause(count)).toEpochMilli());
    }
  }

  private int count(String left, String right) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select failures from quarantine where ledger = ? and left_item = ? and right_item = ?
            """)) {
      s.setLong(1, ledger);
      s.setString(2, left);
      s.setString(3, right);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getInt(1) : 0;
      }
    }
  }

  void drop(List<Quarantined.Key> keys) throws SQLException {
    for (Quarantined.Key key : keys) {
      drop(key);
    }
  }

  private void drop(Quarantined.Key key) throws SQLException {
    Database.execute(
        connection,
        "delete from quarantine where ledger = ? and left_item = ? and right_item = ?",
        ledger,
        HeldRows.id(key.left()),
        HeldRows.id(key.right()));
  }

  void ignore(Quarantined.Key key) throws SQLException {
    Database.execute(
        connection,
        """
        update quarantine set ignored = 1 where ledger = ? and left_item = ? and right_item = ?
        """,
        ledger,
        HeldRows.id(key.left()),
        HeldRows.id(key.right()));
  }

  /** It is looked at anew in the next run, whatever listings name. */
  void release(Quarantined.Key key) throws SQLException {
    drop(key);
    Database.execute(
        connection,
        """
        update link set left_revision = null, right_revision = null
        where ledger = ? and left_id = ? and right_id = ?
        """,
        ledger,
        HeldRows.id(key.left()),
        HeldRows.id(key.right()));
    Database.execute(
        connection,
        "update ledger set left_checkpoint = null, right_checkpoint = null where id = ?",
        ledger);
  }
}
