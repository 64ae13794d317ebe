package org.tandemsync.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;
import org.tandemsync.services.RememberedCollections;

/** What collections have said of themselves, in SQLite. */
record SqliteCollections(Database database) implements RememberedCollections {

  @Override
  public Optional<String> at(String place, Instant from, Instant until) {
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "select content from collection where place = ? and asked_at between ? and ?")) {
            s.setString(1, place);
            s.setLong(2, from.toEpochMilli());
            s.setLong(3, until.toEpochMilli());
            try (ResultSet r = s.executeQuery()) {
              return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public void keep(String place, String text, Instant at) {
    database.write(
        c ->
            Database.execute(
                c,
                "insert or replace into collection (place, content, asked_at) values (?, ?, ?)",
                place,
                text,
                at.toEpochMilli()));
  }

  @Override
  public void forget(String place) {
    database.write(c -> Database.execute(c, "delete from collection where place = ?", place));
  }
}
