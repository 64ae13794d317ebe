package org.tandemsync.state;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.services.Profiles;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.ConfigurationFile;
import org.tandemsync.services.configuration.InvalidConfiguration;
import org.tandemsync.services.configuration.OptionsText;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.SecretSource;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.sync.Policy;

/** Accounts and profiles in SQLite. There is no secret among them. */
record SqliteProfiles(Database database) implements Profiles {

  @Override
  public Configuration configuration() {
    return database.read(c -> new Configuration(accounts(c), profiles(c)));
  }

  @Override
  public void replace(Configuration configuration) {
    database.write(
        c -> {
          Database.execute(c, "delete from account");
          Database.execute(c, "delete from profile");
          for (int i = 0; i < configuration.accounts().size(); i++) {
            save(c, i, configuration.accounts().get(i));
          }
          for (int i = 0; i < configuration.profiles().size(); i++) {
            save(c, i, configuration.profiles().get(i));
          }
          return null;
        });
  }

  private static void save(Connection c, int position, Account account) throws SQLException {
    Database.execute(
        c,
        "insert into account (name, position, url, user, toml) values (?, ?, ?, ?, ?)",
        account.name(),
        position,
        account.url().toString(),
        account.access().user(),
        ConfigurationFile.write(new Configuration(List.of(account), List.of())));
  }

  private List<Account> accounts(Connection c) throws SQLException {
    StringBuilder toml = new StringBuilder();
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery("select * from account order by position")) {
      while (r.next()) {
        String stored = r.getString("toml");
        toml.append(stored.isEmpty() ? older(r) : stored).append('\n');
      }
    }
    try {
      Path file = database.file();
      return ConfigurationFile.parse(file, toml.toString(), file).accounts();
    } catch (InvalidConfiguration e) {
      throw Trouble.damaged(database.file(), e);
    }
  }

  /** An account of the first version of the tables. */
  private static String older(ResultSet r) throws SQLException {
    Account account =
        new Account(
            r.getString("name"),
            URI.create(r.getString("url")),
            new Access(r.getString("user"), secret(r)));
    return ConfigurationFile.write(new Configuration(List.of(account), List.of()));
  }

  private static @Nullable SecretSource secret(ResultSet r) throws SQLException {
    String kind = r.getString("secret_kind");
    if (kind == null) {
      return null;
    }
    String place = r.getString("secret_place");
    return switch (kind) {
      case "env" -> new SecretSource.Environment(place);
      case "file" -> new SecretSource.SecretFile(Path.of(place));
      case "prompt" -> new SecretSource.Prompt();
      default -> throw new SQLException("unknown kind of secret: " + kind);
    };
  }

  private static void save(Connection c, int position, Profile p) throws SQLException {
    Family family = p.family();
    Duration every = p.every();
    ZoneId zone = p.timeZone();
    OutlookColumns outlook = OutlookColumns.of(p.outlook());
    String[] server =
        switch (p.server()) {
          case ServerEndpoint.Collection(String account, String collection) ->
              new String[] {"collection", account, collection};
          case ServerEndpoint.Directory(Path path) ->
              new String[] {"directory", "", path.toString()};
        };
    Policy policy = p.policy();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            insert into profile (name, position, active, family, outlook_kind, outlook_place,
              outlook_folder, server_kind, server_account, server_place, direction, extra,
              conflicts, guard_most, guard_percent, guard_emptied, every_minutes, exclude,
              time_zone, own_addresses, options, guard_overwrites, guard_overwrites_percent,
              guard_first_run, guard_places, outlook_start, outlook_custom_forms)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setString(1, p.name());
      s.setInt(2, position);
      s.setBoolean(3, p.active());
      s.setString(4, family == null ? null : family.label());
      s.setString(5, outlook.kind());
      s.setString(6, outlook.place());
      s.setString(7, outlook.folder());
      for (int i = 0; i < 3; i++) {
        s.setString(8 + i, server[i]);
      }
      s.setString(11, policy.direction().name());
      s.setString(12, policy.extra().name());
      s.setString(13, policy.conflicts().name());
      s.setInt(14, policy.guard().most());
      s.setInt(15, policy.guard().percent());
      s.setBoolean(16, policy.guard().emptied());
      s.setObject(17, every == null ? null : every.toMinutes());
      s.setString(18, LedgerJson.writeTexts(List.copyOf(p.exclude())));
      s.setString(19, zone == null ? null : zone.getId());
      s.setString(20, LedgerJson.writeTexts(List.copyOf(p.ownAddresses())));
      s.setString(21, OptionsText.write(p.options()));
      s.setInt(22, policy.guard().overwrites());
      s.setInt(23, policy.guard().overwritesPercent());
      s.setBoolean(24, policy.guard().firstRun());
      s.setBoolean(25, policy.guard().places());
      s.setString(26, outlook.start());
      s.setBoolean(27, outlook.customForms());
      s.executeUpdate();
    }
  }

  private static List<Profile> profiles(Connection c) throws SQLException {
    List<Profile> profiles = new ArrayList<>();
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery("select * from profile order by position")) {
      while (r.next()) {
        profiles.add(profile(r));
      }
    }
    return profiles;
  }

  private static Profile profile(ResultSet r) throws SQLException {
    String zone = r.getString("time_zone");
    long minutes = r.getLong("every_minutes");
    Duration every = r.wasNull() ? null : Duration.ofMinutes(minutes);
    return new Profile(
        r.getString("name"),
        r.getBoolean("active"),
        family(r.getString("family")),
        OutlookColumns.read(r).endpoint(),
        server(r),
        new Policy(
            Policy.Direction.valueOf(r.getString("direction")),
            Policy.Extra.valueOf(r.getString("extra")),
            Policy.Conflicts.valueOf(r.getString("conflicts")),
            new Policy.Guard(
                r.getInt("guard_most"),
                r.getInt("guard_percent"),
                r.getBoolean("guard_emptied"),
                r.getInt("guard_overwrites"),
                r.getInt("guard_overwrites_percent"),
                r.getBoolean("guard_first_run"),
                r.getBoolean("guard_places"))),
        every,
        new LinkedHashSet<>(LedgerJson.readTexts(r.getString("exclude"))),
        zone == null ? null : ZoneId.of(zone),
        new LinkedHashSet<>(LedgerJson.readTexts(r.getString("own_addresses"))),
        OptionsText.read(r.getString("options")));
  }

  private static @Nullable Family family(@Nullable String label) throws SQLException {
    if (label == null) {
      return null;
    }
    for (Family family : Family.values()) {
      if (family.label().equals(label)) {
        return family;
      }
    }
    throw new SQLException("unknown family: " + label);
  }

  private static ServerEndpoint server(ResultSet r) throws SQLException {
    String kind = r.getString("server_kind");
    return switch (kind) {
      case "collection" ->
          new ServerEndpoint.Collection(r.getString("server_account"), r.getString("server_place"));
      case "directory" -> new ServerEndpoint.Directory(Path.of(r.getString("server_place")));
      default -> throw new SQLException("unknown kind of server: " + kind);
    };
  }
}
