package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.LedgerKey;
import org.tandemsync.sync.Held;

/** What waits for a person, in SQLite. */
record SqliteDecisions(Database database) implements Decisions {

  /** The ledger that a profile used last. */
  private static OptionalLong ledger(Connection c, String profile) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "select id from ledger where profile = ? order by used_at desc, id desc limit 1")) {
      s.setString(1, profile);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? OptionalLong.of(r.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  @Override
  public List<OnHold> held(String profile) {
    return database.read(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          return ledger.isPresent() ? new HeldRows(c, ledger.getAsLong()).all() : List.of();
        });
  }

  @Override
  public int decide(String profile, List<Held> held, Held.Verdict verdict) {
    return database.write(
        c -> {
          OptionalLong ledger = ledger(c, profile);
          if (ledger.isEmpty()) {
            return 0;
          }
          HeldRows rows = new HeldRows(c, ledger.getAsLong());
          int still = 0;
          for (Held one : held) {
            still += rows.decide(one, verdict) ? 1 : 0;
          }
          if (still > 0 && verdict == Held.Verdict.APPROVED) {
            Database.execute(
                c, "update ledger set unfamiliar = 0 where id = ?", ledger.getAsLong());
          }
          return still;
        });
  }

  @Override
  public void confirm(LedgerKey key) {
    database.write(
        c ->
            Database.execute(
                c,
                """
                update ledger set unfamiliar = 0
                where profile = ? and family = ? and left_place = ? and right_place = ?
                """,
                key.profile(),
                key.family().label(),
                key.left(),
                key.right()));
  }
}
