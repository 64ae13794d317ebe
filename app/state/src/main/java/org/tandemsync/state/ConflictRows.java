package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.services.ItemsKind;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.OpenConflicts;
import org.tandemsync.sync.Side;

/** The recorded conflicts of one ledger, within somebody's transaction. */
record ConflictRows(Database database, Connection connection, long ledger) {
  /** Every field: a conflict stays one although the profile leaves its field out by now. */
  private static final ItemsKind KIND =
      new ItemsKind(Projection.EVERYTHING, zone -> Optional.empty());

  private record Row(Instant at, Conflict<Item> conflict) {}

  /** What still waits for a person of one link, and when that was recorded last. */
  record Open(Instant at, Link<Item> link, Conflict<Item> conflict) {}

  /** The conflicts that were left to a person and are still there, the latest first. */
  List<Open> open() throws SQLException {
    Map<LinkId, List<Row>> recorded = recorded();
    Map<LinkId, Link<Item>> links =
        new LinkRows(database, connection, ledger, false).links(recorded.keySet());
    List<Open> open = new ArrayList<>();
    recorded.forEach(
        (id, rows) -> {
          Link<Item> link = links.get(id);
          if (link != null) {
            OpenConflicts.of(KIND, link, rows.stream().map(Row::conflict).toList())
                .ifPresent(conflict -> open.add(new Open(at(rows, conflict), link, conflict)));
          }
        });
    return open.reversed();
  }

  /** What was recorded of these links, oldest first, if something of it was left to a person. */
  List<Conflict<Item>> of(Collection<LinkId> links) throws SQLException {
    Map<LinkId, List<Row>> recorded = recorded();
    recorded.keySet().retainAll(Set.copyOf(links));
    return recorded.values().stream().flatMap(List::stream).map(Row::conflict).toList();
  }

  private static Instant at(List<Row> rows, Conflict<Item> open) {
    List<String> fields = fields(open);
    return rows.reversed().stream()
        .filter(row -> row.conflict().winner() == null)
        .filter(row -> fields(row.conflict()).stream().anyMatch(fields::contains))
        .findFirst()
        .orElseGet(rows::getLast)
        .at();
  }

  private static List<String> fields(Conflict<Item> conflict) {
    return conflict.clashes().stream().map(Merged.FieldClash::field).toList();
  }

  /**
   * All that was recorded, oldest first, of links of which something was left to a person and whose
   * sides do not hold the same; in the order of what was recorded last.
   */
  private Map<LinkId, List<Row>> recorded() throws SQLException {
    Map<LinkId, List<Row>> recorded = new LinkedHashMap<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select k.link, k.at, k.title, k.left_item, k.right_item, k.clashes, k.winner, k.base
            from conflict k join base b on b.ledger = k.ledger and b.link = k.link
            where k.ledger = ? and b.right_base is not null
              and exists (select 1 from conflict w
                where w.ledger = k.ledger and w.link = k.link and w.winner is null)
            order by k.id
            """)) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          LinkId link = new LinkId(r.getString(1));
          List<Row> rows = recorded.remove(link);
          rows = rows == null ? new ArrayList<>() : rows;
          rows.add(new Row(Instant.ofEpochMilli(r.getLong(2)), conflict(link, r)));
          recorded.put(link, rows);
        }
      }
    }
    return recorded;
  }

  private Conflict<Item> conflict(LinkId link, ResultSet r) throws SQLException {
    String winner = r.getString(7);
    byte[] base = r.getBytes(8);
    return new Conflict<>(
        link,
        r.getString(3),
        database.item(r.getBytes(4)),
        database.item(r.getBytes(5)),
        LedgerJson.readClashes(r.getString(6)),
        winner == null ? null : Side.valueOf(winner),
        base == null ? null : database.item(base));
  }
}
