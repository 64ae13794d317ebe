package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.services.json.PartedJson;
import org.tandemsync.services.json.RecentItems;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Waiting;

/**
 * The links of one ledger and their bases, within somebody's transaction.
 *
 * @param forgetting whether revisions are to be read as if they were not there
 */
record LinkRows(Database database, Connection connection, long ledger, boolean forgetting) {
  private static final String COLUMNS =
      """
      id, left_id, left_revision, left_uid, right_id, right_revision, right_uid, writes,
      waiting_left, waiting_right, waiting_restraint, reworded
      """;

  List<LinkHead> heads() throws SQLException {
    List<LinkHead> heads = new ArrayList<>();
    try (PreparedStatement s =
        connection.prepareStatement("select " + COLUMNS + " from link where ledger = ?")) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          heads.add(new LinkHead(new LinkId(r.getString(1)), end(r, 2), end(r, 5), waiting(r)));
        }
      }
    }
    heads.sort(Comparator.comparing((LinkHead h) -> h.left().id().value()));
    return heads;
  }

  private LinkHead.End end(ResultSet r, int column) throws SQLException {
    return new LinkHead.End(
        new ItemId(r.getString(column)), revision(r, column + 1), r.getString(column + 2));
  }

  private @Nullable Revision revision(ResultSet r, int column) throws SQLException {
    String revision = r.getString(column);
    return revision == null || forgetting ? null : new Revision(revision);
  }

  private @Nullable Waiting waiting(ResultSet r) throws SQLException {
    String restraint = r.getString(11);
    return restraint == null || forgetting
        ? null
        : new Waiting(new Revision(r.getString(9)), new Revision(r.getString(10)), restraint);
  }

  Map<LinkId, Link<Item>> links(Collection<LinkId> ids) throws SQLException {
    Map<LinkId, Link<Item>> links = new HashMap<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + ", left_base, right_base, left_birthmark, right_birthmark from link join"
                + " base on base.ledger = link.ledger and base.link = link.id where"
                + " link.ledger = ? and link.id in (select value from json_each(?))")) {
      s.setLong(1, ledger);
      s.setString(2, LedgerJson.writeTexts(ids.stream().map(LinkId::value).toList()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Link<Item> link = link(r);
          links.put(link.id(), link);
        }
      }
    }
    return links;
  }

  private Link<Item> link(ResultSet r) throws SQLException {
    Item left = database.item(r.getBytes(13));
    byte[] other = r.getBytes(14);
    Item right = other == null ? left : database.item(other);
    return new Link<>(
        new LinkId(r.getString(1)),
        new LinkSide<>(
            new ItemId(r.getString(2)), revision(r, 3), r.getString(4), left, r.getString(15)),
        new LinkSide<>(
            new ItemId(r.getString(5)), revision(r, 6), r.getString(7), right, r.getString(16)),
        r.getLong(8),
        waiting(r),
        Set.copyOf(r.getString(12).lines().toList()));
  }

  void remove(List<LinkId> links) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement("delete from link where ledger = ? and id = ?")) {
      for (LinkId link : links) {
        s.setLong(1, ledger);
        s.setString(2, link.value());
        s.executeUpdate();
      }
    }
  }

  /**
   * Inserts or replaces links.
   *
   * @param items knows what items look like
   */
  void save(List<Link<Item>> links, long run, RecentItems items) throws SQLException {
    if (links.isEmpty()) {
      return;
    }
    try (PreparedStatement link =
            connection.prepareStatement(
                "insert into link (ledger, "
                    + COLUMNS
                    + """
                    , made, left_noted, right_noted, left_birthmark, right_birthmark
                    ) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14, ?14,
                      ?15, ?16)
                    on conflict (ledger, id) do update set
                    """
                    + PastRows.NOTED
                    + """
                      left_id = excluded.left_id, left_revision = excluded.left_revision, left_uid = excluded.left_uid,
                      right_id = excluded.right_id, right_revision = excluded.right_revision,
                      right_uid = excluded.right_uid, writes = excluded.writes,
                      waiting_left = excluded.waiting_left, waiting_right = excluded.waiting_right,
                      waiting_restraint = excluded.waiting_restraint,
                      reworded = excluded.reworded,
                      left_birthmark = excluded.left_birthmark,
                      right_birthmark = excluded.right_birthmark
                    """);
        PreparedStatement base =
            connection.prepareStatement(
                """
                insert into base (ledger, link, left_base, right_base) values (?, ?, ?, ?)
                on conflict (ledger, link) do update set left_base = excluded.left_base,
                  right_base = excluded.right_base
                """)) {
      for (Link<Item> one : links) {
        save(link, one, run);
        save(base, one, items);
      }
    }
  }

  private void save(PreparedStatement s, Link<Item> link, RecentItems items) throws SQLException {
    Item left = link.left().base();
    Item right = link.right().base();
    PartedJson json = items.json(left);
    PartedJson other = right.equals(left) ? json : items.json(right);
    s.setLong(1, ledger);
    s.setString(2, link.id().value());
    s.setBytes(3, Content.packed(json));
    s.setBytes(4, other.equals(json) ? null : Content.packed(other));
    s.executeUpdate();
  }

  private void save(PreparedStatement s, Link<Item> link, long run) throws SQLException {
    Waiting waiting = link.waiting();
    s.setLong(1, ledger);
    s.setString(2, link.id().value());
    end(s, 3, link.left());
    end(s, 6, link.right());
    s.setLong(9, link.writes());
    s.setString(10, waiting == null ? null : waiting.left().value());
    s.setString(11, waiting == null ? null : waiting.right().value());
    s.setString(12, waiting == null ? null : waiting.restraint());
    s.setString(13, String.join("\n", new TreeSet<>(link.reworded())));
    s.setLong(14, run);
    s.setString(15, link.left().birthmark());
    s.setString(16, link.right().birthmark());
    s.executeUpdate();
  }

  private static void end(PreparedStatement s, int at, LinkSide<Item> side) throws SQLException {
    Revision revision = side.revision();
    s.setString(at, side.id().value());
    s.setString(at + 1, revision == null ? null : revision.value());
    s.setString(at + 2, side.uid());
  }
}
