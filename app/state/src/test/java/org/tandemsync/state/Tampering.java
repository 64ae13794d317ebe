package org.tandemsync.state;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Changes the database behind our back. */
final class Tampering {
  private Tampering() {}

  /** As versions before 12 had it: nothing is known of former revisions. */
  static void forgetThePast(Path directory) {
    for (String back :
        List.of(
            "drop trigger left_former",
            "drop trigger right_former",
            "drop table former",
            "alter table link drop column left_birthmark",
            "alter table link drop column right_birthmark",
            "alter table link drop column made",
            "alter table link drop column left_noted",
            "alter table link drop column right_noted",
            "alter table ledger drop column left_put_back",
            "alter table ledger drop column right_put_back")) {
      run(directory, back);
    }
  }

  /** As versions before 14 had it: of what is declared only the ids are known. */
  static void forgetMarks(Path directory) {
    for (String column : List.of("left_uid", "left_birthmark", "right_uid", "right_birthmark")) {
      run(directory, "alter table declared drop column " + column);
    }
  }

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
