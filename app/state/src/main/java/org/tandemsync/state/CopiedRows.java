package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.services.MovedCopy;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.services.json.PartedJson;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Stamp;

/** What was noted of the copies of moves in one ledger, within somebody's transaction. */
record CopiedRows(Database database, Connection connection, long ledger) {

  /** Their numbers are given to no other write of their links. Returns how many are new. */
  int note(Collection<MovedCopy> copies) throws SQLException {
    int noted = 0;
    for (MovedCopy one : copies) {
      String original = one.original();
      noted +=
          Database.execute(
              connection,
              """
              insert or ignore into copied (ledger, link, write, place, item, original)
              values (?, ?, ?, ?, ?, ?)
              """,
              ledger,
              one.stamp().link().value(),
              one.stamp().write(),
              one.place(),
              Content.of(one.item()),
              original == null ? null : Content.pack(original));
      Database.execute(
          connection,
          "update link set writes = max(writes, ?) where ledger = ? and id = ?",
          one.stamp().write(),
          ledger,
          one.stamp().link().value());
    }
    return noted;
  }

  Map<LinkId, List<MovedCopy>> of(Collection<LinkId> links, String place) throws SQLException {
    Map<LinkId, List<MovedCopy>> copies = new HashMap<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select link, write, item, original from copied
            where ledger = ? and place = ? and link in (select value from json_each(?))
            order by link, write
            """)) {
      s.setLong(1, ledger);
      s.setString(2, place);
      s.setString(3, LedgerJson.writeTexts(links.stream().map(LinkId::value).toList()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          LinkId link = new LinkId(r.getString(1));
          byte[] original = r.getBytes(4);
          copies
              .computeIfAbsent(link, _ -> new ArrayList<>())
              .add(
                  new MovedCopy(
                      new Stamp(link, r.getLong(2)),
                      place,
                      database.item(r.getBytes(3)),
                      original == null ? null : database.decoded(original, PartedJson::text)));
        }
      }
    }
    return copies;
  }

  int drop(Collection<Stamp> copies) throws SQLException {
    int dropped = 0;
    for (Stamp one : copies) {
      dropped +=
          Database.execute(
              connection,
              "delete from copied where ledger = ? and link = ? and write = ?",
              ledger,
              one.link().value(),
              one.write());
    }
    return dropped;
  }
}
