package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.ItemId;

/** What somebody has declared to be one and is not linked yet, in one ledger. */
record DeclaredRows(Connection connection, long ledger) {

  List<Declared> all() throws SQLException {
    List<Declared> all = new ArrayList<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select left_item, right_item, left_uid, left_birthmark, right_uid, right_birthmark
            from declared where ledger = ?
            order by left_item, right_item
            """)) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(
              new Declared(
                  new ItemId(r.getString(1)),
                  new ItemId(r.getString(2)),
                  new Declared.Mark(r.getString(3), r.getString(4)),
                  new Declared.Mark(r.getString(5), r.getString(6))));
        }
      }
    }
    return all;
  }

  void put(List<Declared> declared) throws SQLException {
    for (Declared one : declared) {
      Database.execute(
          connection,
          """
          insert or ignore into declared (ledger, left_item, right_item,
            left_uid, left_birthmark, right_uid, right_birthmark) values (?, ?, ?, ?, ?, ?, ?)
          """,
          ledger,
          one.left().value(),
          one.right().value(),
          one.ofLeft().uid(),
          one.ofLeft().birthmark(),
          one.ofRight().uid(),
          one.ofRight().birthmark());
    }
  }

  void drop(List<Declared> declared) throws SQLException {
    for (Declared one : declared) {
      Database.execute(
          connection,
          "delete from declared where ledger = ? and left_item = ? and right_item = ?",
          ledger,
          one.left().value(),
          one.right().value());
    }
  }
}
