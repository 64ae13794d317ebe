package org.tandemsync.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.ActionLine;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Reports;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.sync.RunReport;

/** Reports in SQLite. */
record SqliteReports(Database database) implements Reports {

  @Override
  public long begin(String profile, Instant started) {
    return database.write(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "insert into run (profile, started_at, message) values (?, ?, '') returning"
                      + " id")) {
            s.setString(1, profile);
            s.setLong(2, started.toEpochMilli());
            try (ResultSet r = s.executeQuery()) {
              r.next();
              return r.getLong(1);
            }
          }
        });
  }

  @Override
  public void add(long run, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    database.write(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  insert into entry (run, number, at, outcome, action, side, title, fields, clashes,
                    why, reason, losses)
                  values (?1, (select coalesce(max(number), 0) + 1 from entry where run = ?1),
                    ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                  """)) {
            for (Entry e : entries) {
              ActionLine line = e.line();
              s.setLong(1, run);
              s.setLong(2, e.at().toEpochMilli());
              s.setString(3, e.outcome().name());
              s.setString(4, line.action());
              s.setString(5, line.side());
              s.setString(6, line.title());
              s.setString(7, LedgerJson.writeTexts(line.fields()));
              s.setString(8, LedgerJson.writeClashes(line.clashes()));
              s.setString(9, line.why());
              s.setString(10, e.reason());
              s.setString(11, LedgerJson.writeLosses(e.losses()));
              s.executeUpdate();
            }
          }
          return null;
        });
  }

  @Override
  public void finish(
      long run, Instant finished, ExitStatus status, @Nullable RunReport report, String message) {
    database.write(
        c -> {
          new RepeatedEntries(c, run).shorten();
          return Database.execute(
              c,
              "update run set finished_at = ?, status = ?, report = ?, message = ? where id = ?",
              finished.toEpochMilli(),
              status.name(),
              report == null ? null : LedgerJson.writeReport(report),
              message,
              run);
        });
  }

  @Override
  public List<Run> runs(@Nullable String profile, int most) {
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "select * from run where ?1 is null or profile = ?1 order by id desc limit ?2")) {
            s.setString(1, profile);
            s.setInt(2, most);
            List<Run> runs = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                runs.add(run(r));
              }
            }
            return runs;
          }
        });
  }

  private static Run run(ResultSet r) throws SQLException {
    String status = r.getString("status");
    String report = r.getString("report");
    long finished = r.getLong("finished_at");
    Instant end = r.wasNull() ? null : Instant.ofEpochMilli(finished);
    return new Run(
        r.getLong("id"),
        r.getString("profile"),
        Instant.ofEpochMilli(r.getLong("started_at")),
        end,
        status == null ? null : ExitStatus.valueOf(status),
        report == null ? null : LedgerJson.readReport(report),
        r.getString("message"));
  }

  @Override
  public List<Entry> entries(long run) {
    return database.read(
        c -> {
          try (PreparedStatement s = c.prepareStatement(RepeatedEntries.ALL)) {
            s.setLong(1, run);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                entries.add(entry(r));
              }
            }
            return entries;
          }
        });
  }

  private static Entry entry(ResultSet r) throws SQLException {
    return new Entry(
        Instant.ofEpochMilli(r.getLong("at")),
        Outcome.valueOf(r.getString("outcome")),
        new ActionLine(
            r.getString("action"),
            r.getString("side"),
            r.getString("title"),
            LedgerJson.readTexts(r.getString("fields")),
            LedgerJson.readClashes(r.getString("clashes")),
            r.getString("why")),
        r.getString("reason"),
        LedgerJson.readLosses(r.getString("losses")));
  }

  @Override
  public Optional<Instant> latest(Instant by) {
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement("select max(started_at) from run where started_at <= ?")) {
            s.setLong(1, by.toEpochMilli());
            try (ResultSet r = s.executeQuery()) {
              long latest = r.next() ? r.getLong(1) : 0;
              return r.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(latest));
            }
          }
        });
  }

  @Override
  public void prune(Instant before, int keepOfEachProfile) {
    database.write(
        c ->
            Database.execute(
                c,
                """
                delete from run where (started_at < ? or id not in (
                  select id from (select id, row_number() over
                    (partition by profile order by id desc) as age from run) where age <= ?
                  union select run from deed))
                """
                    + RepeatedEntries.UNNEEDED,
                before.toEpochMilli(),
                keepOfEachProfile));
  }
}
