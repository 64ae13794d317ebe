package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tandemsync.sync.LinkId;

/** The links of one ledger that wait for a person, or about which one has decided. */
record WaitingLinks(Connection connection, long ledger) {

  /** Those that are held, decided about or ignored, and these. */
  Set<LinkId> with(Collection<LinkId> others) throws SQLException {
    Set<LinkId> links = new LinkedHashSet<>(others);
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            select id from link l where ledger = ? and (
              exists (select 1 from held h where h.ledger = l.ledger
                and h.left_item = l.left_id and h.right_item = l.right_id)
              or exists (select 1 from decision d where d.ledger = l.ledger and d.link = l.id)
              or exists (select 1 from quarantine q where q.ledger = l.ledger and q.ignored
                and q.left_item = l.left_id and q.right_item = l.right_id))
            """)) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          links.add(new LinkId(r.getString(1)));
        }
      }
    }
    return links;
  }
}
