package org.tandemsync.state;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** The tables of a file beside those that our scripts make. */
final class Tables {
  private Tables() {}

  /**
   * Whether pages, values and tables of the file are what we have made: then SQLite's complaint is
   * about us. Reads all of it; asked only when something has gone wrong.
   */
  static boolean areAsMade(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection there = config.createConnection("jdbc:sqlite:" + file);
        Connection made = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
      int version = Database.number(there, "pragma user_version");
      if (version < 0 || version > Database.VERSION) {
        return false;
      }
      try (Statement s = made.createStatement()) {
        for (int next = 1; next <= version; next++) {
          s.executeUpdate(Database.script(next));
        }
      }
      return texts(there, "pragma integrity_check(1)").equals(List.of("ok"))
          && texts(there, SCHEMA).equals(texts(made, SCHEMA));
    } catch (SQLException unreadable) {
      return false;
    }
  }

  private static final String SCHEMA =
      "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema"
          + " where name not like 'sqlite_%' order by 1";

  private static List<String> texts(Connection c, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery(query)) {
      while (r.next()) {
        texts.add(r.getString(1));
      }
    }
    return texts;
  }
}
