package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tandemsync.items.Item;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/** What somebody has decided about conflicts of one ledger. */
record DecisionRows(Database database, Connection connection, long ledger) {

  List<Decision<Item>> all() throws SQLException {
    List<Decision<Item>> all = new ArrayList<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select link, left_item, right_item, choices from decision where ledger = ?
            order by link
            """)) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(
              new Decision<>(
                  new LinkId(r.getString(1)),
                  database.item(r.getBytes(2)),
                  database.item(r.getBytes(3)),
                  choices(r.getString(4))));
        }
      }
    }
    return all;
  }

  private static Map<String, Side> choices(String text) {
    Map<String, Side> choices = new LinkedHashMap<>();
    for (String choice : LedgerJson.readTexts(text)) {
      int cut = choice.lastIndexOf('=');
      choices.put(choice.substring(0, cut), Side.valueOf(choice.substring(cut + 1)));
    }
    return choices;
  }

  void put(Decision<Item> decision, long at) throws SQLException {
    List<String> choices = new ArrayList<>();
    new TreeMap<>(decision.choices())
        .forEach((field, side) -> choices.add(field + "=" + side.name()));
    Database.execute(
        connection,
        """
        insert or replace into decision (ledger, link, at, left_item, right_item, choices)
        values (?, ?, ?, ?, ?, ?)
        """,
        ledger,
        decision.link().value(),
        at,
        Content.of(decision.left()),
        Content.of(decision.right()),
        LedgerJson.writeTexts(choices));
  }

  void drop(List<LinkId> links) throws SQLException {
    for (LinkId link : links) {
      Database.execute(
          connection, "delete from decision where ledger = ? and link = ?", ledger, link.value());
    }
  }
}
