package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.sync.Age;
import org.tandemsync.sync.Former;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;

/**
 * What a ledger knows of earlier. Former revisions are noted by triggers of the table of links,
 * which cost nothing while links are made.
 */
record PastRows(Connection connection, long ledger) {

  /**
   * The part of an update of a link that says since when its revisions are known: a revision that
   * was only looked at again is as old as before.
   */
  static final String NOTED =
      """
      left_noted = case when left_revision is excluded.left_revision then left_noted
        when left_revision is null then coalesce((select f.noted from former f
          where f.ledger = link.ledger and f.link = link.id and f.side = 'LEFT'
            and f.revision = excluded.left_revision), excluded.left_noted)
        else excluded.left_noted end,
      right_noted = case when right_revision is excluded.right_revision then right_noted
        when right_revision is null then coalesce((select f.noted from former f
          where f.ledger = link.ledger and f.link = link.id and f.side = 'RIGHT'
            and f.revision = excluded.right_revision), excluded.right_noted)
        else excluded.right_noted end,
      """;

  List<Former> formers(Collection<LinkId> links) throws SQLException {
    List<Former> formers = new ArrayList<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select link, side, revision, noted, replaced from former
            where ledger = ? and link in (select value from json_each(?))
            """)) {
      s.setLong(1, ledger);
      s.setString(2, LedgerJson.writeTexts(links.stream().map(LinkId::value).toList()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          formers.add(
              new Former(
                  new LinkId(r.getString(1)),
                  Side.valueOf(r.getString(2)),
                  new Revision(r.getString(3)),
                  r.getLong(4),
                  r.getLong(5)));
        }
      }
    }
    return formers;
  }

  Map<LinkId, Age> ages() throws SQLException {
    Map<LinkId, Age> ages = new HashMap<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            "select id, made, left_noted, right_noted from link where ledger = ?")) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          ages.put(new LinkId(r.getString(1)), new Age(r.getLong(2), r.getLong(3), r.getLong(4)));
        }
      }
    }
    return ages;
  }

  Set<Side> putBack() throws SQLException {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (Side side : Side.values()) {
      try (PreparedStatement s =
          connection.prepareStatement("select " + column(side) + " from ledger where id = ?")) {
        s.setLong(1, ledger);
        try (ResultSet r = s.executeQuery()) {
          if (r.next() && r.getBoolean(1)) {
            sides.add(side);
          }
        }
      }
    }
    return sides;
  }

  void putBack(Map<Side, Boolean> sides) throws SQLException {
    for (Map.Entry<Side, Boolean> one : sides.entrySet()) {
      Database.execute(
          connection,
          "update ledger set " + column(one.getKey()) + " = ? where id = ?",
          one.getValue(),
          ledger);
    }
  }

  private static String column(Side side) {
    return switch (side) {
      case LEFT -> "left_put_back";
      case RIGHT -> "right_put_back";
    };
  }
}
