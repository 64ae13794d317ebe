package org.tandemsync.state;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.sync.LinkId;

/**
 * What waits for a person, or was decided by one, taken over into a new file: the rest of what was
 * in step is matched anew there, as after {@link SqliteLedgers#forget}.
 *
 * @param from a copy of the damaged file with its tables up to date
 */
record TakenOver(Database from, InstantSource clock) {
  /** Profiles that are configured in the new file too, and have something that waits. */
  private static final String LEDGERS =
      """
      insert into ledger select * from old.ledger l
      where profile in (select name from profile) and (unfamiliar or left_put_back or right_put_back
        or exists (select 1 from old.held h where h.ledger = l.id)
        or exists (select 1 from old.declared d where d.ledger = l.id)
        or exists (select 1 from old.quarantine q where q.ledger = l.id and q.ignored)
        or exists (select 1 from old.link k where k.ledger = l.id
          and k.id in (select value from json_each(?))))
      """;

  private static final List<String> ROWS =
      List.of(
          "insert into link select * from old.link where ledger = ?1"
              + " and id in (select value from json_each(?2))",
          "insert into base select * from old.base where ledger = ?1"
              + " and link in (select value from json_each(?2))",
          "insert into decision select * from old.decision where ledger = ?1"
              + " and link in (select value from json_each(?2))",
          "insert into conflict select * from old.conflict where ledger = ?1"
              + " and link in (select value from json_each(?2)) and winner is null",
          "insert into held select * from old.held where ledger = ?1 and ?2 is not null",
          "insert into declared select * from old.declared where ledger = ?1 and ?2 is not null",
          "insert into quarantine select * from old.quarantine where ledger = ?1 and ignored"
              + " and ?2 is not null");

  /**
   * Takes it over, all or nothing.
   *
   * @return how many pairs and items without a partner that is
   * @throws CannotRun if it cannot be read
   */
  int into(Path home) {
    List<LinkId> waiting = waiting();
    String ids = LedgerJson.writeTexts(waiting.stream().map(LinkId::value).toList());
    try (Database fresh = Database.open(home, clock)) {
      fresh.read(c -> Database.execute(c, "attach database ? as old", from.file().toString()));
      return fresh.write(c -> copy(c, ids));
    }
  }

  /** They are read with their bases: what cannot be is not taken over. */
  private List<LinkId> waiting() {
    Set<LinkId> links = new LinkedHashSet<>();
    SqliteDecisions decisions = new SqliteDecisions(from, clock);
    for (long ledger : from.read(TakenOver::ledgers)) {
      Set<LinkId> open = new LinkedHashSet<>();
      String profile = from.read(c -> profile(c, ledger));
      decisions.conflicts(profile).forEach(conflict -> open.add(conflict.link().id()));
      Set<LinkId> all = from.read(c -> new WaitingLinks(c, ledger).with(open));
      SqliteLedger old = new SqliteLedger(from, clock, ledger, null, 0, false, false);
      for (LinkId link : all) {
        try {
          links.addAll(old.links(List.of(link)).keySet());
        } catch (CannotRun damagedToo) {
          continue; // it is matched anew, as what did not wait
        }
      }
    }
    return List.copyOf(links);
  }

  private static List<Long> ledgers(Connection c) throws SQLException {
    List<Long> ledgers = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement("select id from ledger");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        ledgers.add(r.getLong(1));
      }
    }
    return ledgers;
  }

  private static String profile(Connection c, long ledger) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("select profile from ledger where id = ?")) {
      s.setLong(1, ledger);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getString(1) : "";
      }
    }
  }

  private static int copy(Connection c, String ids) throws SQLException {
    Database.execute(c, LEDGERS, ids);
    for (long ledger : ledgers(c)) {
      for (String rows : ROWS) {
        Database.execute(c, rows, ledger, ids);
      }
      SqliteLedgers.forgetRevisions(c, ledger);
    }
    // Runs are numbered anew here: a number of before would make everything else look older,
    // and what is held would be of a run that is still to come.
    Database.execute(c, "update link set made = 0, left_noted = 0, right_noted = 0");
    Database.execute(c, "update held set since = 0");
    try (PreparedStatement s =
            c.prepareStatement(
                """
                select (select count(*) from link)
                  + (select count(*) from held where left_item = '' or right_item = '')
                  + (select count(*) from declared)
                  + (select count(*) from quarantine where left_item = '' or right_item = '')
                """);
        ResultSet r = s.executeQuery()) {
      return r.next() ? r.getInt(1) : 0;
    }
  }
}
