package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.History;
import org.tandemsync.services.LedgerKey;
import org.tandemsync.services.Version;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.services.json.PartedJson;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/** The history in SQLite. */
record SqliteHistory(Database database, InstantSource clock) implements History {

  private static final String VERSIONS =
      """
      select d.run, d.number, d.at, d.link, d.side, d.kind, d.item, d.title, d.fields, d.certain,
        l.profile, l.family, l.left_place, l.right_place
      from deed d join ledger l on l.id = d.ledger
      """;

  @Override
  public List<Version> search(@Nullable String profile, @Nullable String title, int most) {
    String wanted = title == null ? "" : title.toLowerCase(Locale.ROOT);
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  VERSIONS
                      + " where ?1 is null or l.profile = ?1 order by d.run desc, d.number desc")) {
            s.setString(1, profile);
            List<Version> versions = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              // SQLite's own "like" knows the case of ASCII only.
              while (versions.size() < most && r.next()) {
                if (r.getString(8).toLowerCase(Locale.ROOT).contains(wanted)) {
                  versions.add(version(r));
                }
              }
            }
            return versions;
          }
        });
  }

  @Override
  public List<Version> of(long run) {
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(VERSIONS + " where d.run = ? order by d.number")) {
            s.setLong(1, run);
            List<Version> versions = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                versions.add(version(r));
              }
            }
            return versions;
          }
        });
  }

  @Override
  public Optional<Version> version(Version.Number number) {
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(VERSIONS + " where d.run = ? and d.number = ?")) {
            s.setLong(1, number.run());
            s.setInt(2, number.position());
            try (ResultSet r = s.executeQuery()) {
              return r.next() ? Optional.of(version(r)) : Optional.empty();
            }
          }
        });
  }

  private static Version version(ResultSet r) throws SQLException {
    return new Version(
        new Version.Number(r.getLong(1), r.getInt(2)),
        Instant.ofEpochMilli(r.getLong(3)),
        new LedgerKey(r.getString(11), family(r.getString(12)), r.getString(13), r.getString(14)),
        new LinkId(r.getString(4)),
        Side.valueOf(r.getString(5)),
        Version.Kind.valueOf(r.getString(6)),
        new ItemId(r.getString(7)),
        r.getString(8),
        LedgerJson.readTexts(r.getString(9)),
        r.getBoolean(10));
  }

  static Family family(String label) {
    return Arrays.stream(Family.values())
        .filter(f -> f.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("'" + label + "' is no family"));
  }

  @Override
  public Optional<Kept> kept(Version.Number number) {
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "select before, after, original, joined from deed where run = ? and number ="
                      + " ?")) {
            s.setLong(1, number.run());
            s.setInt(2, number.position());
            try (ResultSet r = s.executeQuery()) {
              return r.next()
                  ? Optional.of(
                      new Kept(
                          item(r.getBytes(1)),
                          item(r.getBytes(2)),
                          original(r.getBytes(3)),
                          joined(r.getInt(4), r.wasNull())))
                  : Optional.empty();
            }
          }
        });
  }

  private static Joined joined(int value, boolean unknown) {
    return unknown ? Joined.UNKNOWN : value == 1 ? Joined.YES : Joined.NO;
  }

  private @Nullable String original(byte @Nullable [] content) {
    return content == null ? null : database.decoded(content, PartedJson::text);
  }

  private @Nullable Item item(byte @Nullable [] content) {
    return content == null ? null : database.item(content);
  }

  @Override
  public List<Version.Number> begin(long run, LedgerKey places, List<Deed<Item>> deeds) {
    return database.write(
        c -> {
          long ledger = ledger(c, places);
          List<Version.Number> numbers = new ArrayList<>();
          try (DeedRows rows = new DeedRows(c, ledger, clock.millis())) {
            for (Deed<Item> deed : deeds) {
              numbers.add(rows.add(run, deed, false));
            }
          }
          return numbers;
        });
  }

  private static long ledger(Connection c, LedgerKey key) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            select id from ledger
            where profile = ? and family = ? and left_place = ? and right_place = ?
            """)) {
      s.setString(1, key.profile());
      s.setString(2, key.family().label());
      s.setString(3, key.left());
      s.setString(4, key.right());
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new IllegalStateException("no ledger of profile '" + key.profile() + "'");
        }
        return r.getLong(1);
      }
    }
  }

  @Override
  public void conclude(Map<Version.Number, ItemId> done, Collection<Version.Number> notDone) {
    database.write(
        c -> {
          for (Map.Entry<Version.Number, ItemId> e : done.entrySet()) {
            Database.execute(
                c,
                "update deed set certain = 1, item = ? where run = ? and number = ?",
                e.getValue().value(),
                e.getKey().run(),
                e.getKey().position());
          }
          for (Version.Number number : notDone) {
            Database.execute(
                c,
                "delete from deed where run = ? and number = ?",
                number.run(),
                number.position());
          }
          return null;
        });
  }

  @Override
  public void prune(Instant before) {
    database.write(
        c -> Database.execute(c, "delete from deed where at < ?", before.toEpochMilli()));
  }
}
