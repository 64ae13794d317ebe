package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.Decisions;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;

/** What the guard holds in one ledger. */
record HeldRows(Connection connection, long ledger) {

  List<Decisions.OnHold> all() throws SQLException {
    List<Decisions.OnHold> all = new ArrayList<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select doing, side, left_item, left_revision, right_item, right_revision, title, why,
              limits, verdict, since
            from held where ledger = ? order by since, title, left_item, right_item, doing, side
            """)) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(
              new Decisions.OnHold(
                  new Held(
                      Held.Doing.valueOf(r.getString(1)),
                      Side.valueOf(r.getString(2)),
                      sight(r.getString(3), r.getString(4)),
                      sight(r.getString(5), r.getString(6)),
                      r.getString(7),
                      r.getString(8),
                      r.getString(9),
                      Held.Verdict.valueOf(r.getString(10))),
                  r.getLong(11)));
        }
      }
    }
    return all;
  }

  static Held.Sight sight(String id, @Nullable String revision) {
    return new Held.Sight(
        id.isEmpty() ? null : new ItemId(id), revision == null ? null : new Revision(revision));
  }

  static String id(@Nullable ItemId id) {
    return id == null ? "" : id.value();
  }

  static @Nullable String revision(Held.Sight sight) {
    Revision revision = sight.revision();
    return revision == null ? null : revision.value();
  }

  void hold(List<Held> held, long run) throws SQLException {
    if (held.isEmpty()) {
      return;
    }
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            insert or replace into held (ledger, doing, side, left_item, left_revision, right_item,
              right_revision, title, why, limits, verdict, since)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (Held one : held) {
        s.setLong(1, ledger);
        s.setString(2, one.doing().name());
        s.setString(3, one.side().name());
        s.setString(4, id(one.left().id()));
        s.setString(5, revision(one.left()));
        s.setString(6, id(one.right().id()));
        s.setString(7, revision(one.right()));
        s.setString(8, one.title());
        s.setString(9, one.why());
        s.setString(10, one.limits());
        s.setString(11, one.verdict().name());
        s.setLong(12, run);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  void letGo(List<Held.Key> keys) throws SQLException {
    for (Held.Key key : keys) {
      Database.execute(
          connection,
          """
          delete from held
          where ledger = ? and doing = ? and side = ? and left_item = ? and right_item = ?
          """,
          ledger,
          key.doing().name(),
          key.side().name(),
          id(key.left()),
          id(key.right()));
    }
  }

  /** Notes a verdict about exactly this; whether it is still so. */
  boolean decide(Held one, Held.Verdict verdict) throws SQLException {
    return Database.execute(
            connection,
            """
            update held set verdict = ?
            where ledger = ? and doing = ? and side = ? and left_item = ? and right_item = ?
              and left_revision is ? and right_revision is ?
            """,
            verdict.name(),
            ledger,
            one.doing().name(),
            one.side().name(),
            id(one.left().id()),
            id(one.right().id()),
            revision(one.left()),
            revision(one.right()))
        > 0;
  }
}
