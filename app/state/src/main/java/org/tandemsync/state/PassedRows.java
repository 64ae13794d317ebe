package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.PassedOver;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;

/** What one side of one ledger passes over. */
record PassedRows(Connection connection, long ledger, Side side) {

  List<PassedOver> all() throws SQLException {
    List<PassedOver> all = new ArrayList<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select id, revision, stamped, uid, content, as_is, joins from passed
            where ledger = ? and side = ? order by id
            """)) {
      s.setLong(1, ledger);
      s.setString(2, side.name());
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(
              new PassedOver(
                  new ItemId(r.getString(1)),
                  new Revision(r.getString(2)),
                  r.getString(3),
                  r.getString(4),
                  r.getString(5),
                  r.getString(6),
                  day(r.getString(7))));
        }
      }
    }
    return all;
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  void lookAgain(List<ItemId> ids) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "delete from passed where ledger = ? and side = ? and id = ?")) {
      for (ItemId item : ids) {
        s.setLong(1, ledger);
        s.setString(2, side.name());
        s.setString(3, item.value());
        s.executeUpdate();
      }
    }
  }

  void pass(List<PassedOver> all) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            insert or replace into passed
              (ledger, side, id, revision, stamped, uid, content, as_is, joins)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (PassedOver passed : all) {
        LocalDate joins = passed.joins();
        s.setLong(1, ledger);
        s.setString(2, side.name());
        s.setString(3, passed.id().value());
        s.setString(4, passed.revision().value());
        s.setString(5, passed.stamped());
        s.setString(6, passed.uid());
        s.setString(7, passed.content());
        s.setString(8, passed.asIs());
        s.setString(9, joins == null ? null : joins.toString());
        s.executeUpdate();
      }
    }
  }
}
