package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is held, or waits for somebody, is told by each run again. A report in which nothing else is
 * told, and the same as before, only names the run that told it first: else a thousand held items
 * would be a hundred thousand rows after a day of {@code serve}.
 */
record RepeatedEntries(Connection connection, long run) {
  /** All entries of a run in order, also those that an earlier one told. */
  static final String ALL =
      """
      select * from entry where run = ?1 and outcome <> 'AS_IN'
        or outcome = 'LEFT' and run = (
          select cast(reason as integer) from entry where run = ?1 and outcome = 'AS_IN')
      order by number
      """;

  /** Of runs: neither an open question nor another report is about them. */
  static final String UNNEEDED =
      """
      and id not in (select since from held)
      and id not in (select cast(reason as integer) from entry where outcome = 'AS_IN')
      """;

  /** The run before that told something, or that this one refers to; null if there is none. */
  private static final String BEFORE =
      """
      select coalesce(
        (select cast(reason as integer) from entry where run = r.id and outcome = 'AS_IN'), r.id)
      from run r where profile = (select profile from run where id = ?1) and id < ?1
        and exists (select 1 from entry where run = r.id)
      order by id desc limit 1
      """;

  private static final String SAME =
      """
      with mine as (select * from entry where run = ?1),
        other as (select * from entry where run = ?2 and outcome = 'LEFT')
      select exists (select 1 from mine)
        and not exists (select 1 from mine where outcome <> 'LEFT')
        and (select count(*) from mine) = (select count(*) from other)
        and not exists (
          select action, side, title, fields, clashes, why, reason, losses from mine
          except select action, side, title, fields, clashes, why, reason, losses from other)
      """;

  /** Replaces the entries of a run at its end, if they are the same again. */
  void shorten() throws SQLException {
    long before = number(BEFORE, run);
    if (before == 0 || number(SAME, run, before) == 0) {
      return;
    }
    Database.execute(connection, "delete from entry where run = ?", run);
    Database.execute(
        connection,
        """
        insert into entry (run, number, at, outcome, action, side, title, fields, clashes, why,
          reason, losses)
        values (?, 1, 0, 'AS_IN', '', '', '', '[]', '[]', '', ?, '[]')
        """,
        run,
        Long.toString(before));
  }

  private long number(String query, long... parameters) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        s.setLong(i + 1, parameters[i]);
      }
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getLong(1) : 0;
      }
    }
  }
}
