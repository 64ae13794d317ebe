package org.tandemsync.state;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Changes the database behind our back. */
final class Tampering {
  private Tampering() {}

  static void run(Path directory, String sql) {
    try (Connection c =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("tandem.db"));
        Statement s = c.createStatement()) {
      s.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
