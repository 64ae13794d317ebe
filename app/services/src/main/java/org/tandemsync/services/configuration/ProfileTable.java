package org.tandemsync.services.configuration;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.sync.Policy;

/**
 * Reads one profile of the configuration file.
 *
 * @param known the accounts that could be read
 * @param accounts the names of all accounts, also of those with faults
 */
record ProfileTable(FilePaths paths, Configuration known, Set<String> accounts) {

  static final Map<String, Family> FAMILIES = families();

  static final Map<String, Policy.Direction> MODES =
      ordered(
          Map.entry("two-way", Policy.Direction.TWO_WAY),
          Map.entry("outlook-to-server", Policy.Direction.LEFT_TO_RIGHT),
          Map.entry("server-to-outlook", Policy.Direction.RIGHT_TO_LEFT));

  static final Map<String, Policy.Extra> EXTRAS =
      ordered(Map.entry("keep", Policy.Extra.KEEP), Map.entry("delete", Policy.Extra.DELETE));

  static final Map<String, Policy.Conflicts> CONFLICTS =
      ordered(
          Map.entry("merge", Policy.Conflicts.MERGE),
          Map.entry("outlook-wins", Policy.Conflicts.OUTLOOK_WINS),
          Map.entry("server-wins", Policy.Conflicts.SERVER_WINS),
          Map.entry("newest-wins", Policy.Conflicts.NEWEST_WINS),
          Map.entry("ask", Policy.Conflicts.ASK));

  private static final List<String> KEYS =
      List.of(
          "name",
          "active",
          "family",
          "outlook",
          "server",
          "mode",
          "extra",
          "conflicts",
          "guard",
          "every",
          "exclude",
          "time-zone",
          "own-addresses");

  Optional<Profile> read(TomlMembers unnamed) {
    Optional<String> name = unnamed.neededText("name");
    TomlMembers m = unnamed.called("profile '" + name.orElse("?") + "'");
    List<String> allowed = new ArrayList<>(KEYS);
    allowed.addAll(Options.NAMES);
    m.allow(allowed.toArray(String[]::new));
    Optional<Family> family = m.word("family", FAMILIES);
    Optional<OutlookEndpoint> outlook = needed(m, "outlook").flatMap(new OutlookTable(paths)::read);
    Optional<ServerEndpoint> server = needed(m, "server").flatMap(this::server);
    Policy policy = policy(m);
    Duration every = every(m);
    Set<String> exclude = exclude(m, family);
    Optional<ZoneId> zone = m.text("time-zone", ProfileTable::zone);
    Set<String> own = new LinkedHashSet<>();
    Options options = Options.read(m, family.orElse(null));
    m.texts("own-addresses").keySet().forEach(a -> own.add(a.toLowerCase(Locale.ROOT)));
    if (name.isEmpty() || outlook.isEmpty() || server.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Profile(
            name.get(),
            m.flag("active", true),
            family.orElse(null),
            outlook.get(),
            server.get(),
            policy,
            every,
            exclude,
            zone.orElse(null),
            own,
            options));
  }

  private static Optional<TomlMembers> needed(TomlMembers m, String key) {
    if (!m.has(key)) {
      m.fault("the profile has no '" + key + "'");
    }
    return m.members(key, "'" + key + "'");
  }

  private Optional<ServerEndpoint> server(TomlMembers m) {
    m.allow("account", "collection", "folder");
    if (m.has("folder")) {
      if (m.has("account") || m.has("collection")) {
        m.fault("folder", "'server' is either a folder or a collection of an account");
        return Optional.empty();
      }
      return m.text("folder", paths::resolve).map(ServerEndpoint.Directory::new);
    }
    Optional<String> account = m.neededText("account");
    Optional<String> collection = m.neededText("collection");
    if (account.isEmpty() || collection.isEmpty()) {
      return Optional.empty();
    }
    if (!accounts.contains(account.get())) {
      m.fault("account", known.noAccount(account.get()));
      return Optional.empty();
    }
    Optional<Account> at = known.account(account.get());
    if (at.isPresent() && m.text("collection", c -> Configuration.url(at.get(), c)).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ServerEndpoint.Collection(account.get(), collection.get()));
  }

  private static Policy policy(TomlMembers m) {
    Policy.Direction mode = m.word("mode", MODES).orElse(Policy.Direction.TWO_WAY);
    if (mode == Policy.Direction.TWO_WAY && m.has("extra")) {
      m.fault(
          "extra",
          "'extra' says what a one-way profile does with items that only the target has; in a "
              + "two-way profile they go to the other side: leave it out");
    }
    if (mode != Policy.Direction.TWO_WAY && m.has("conflicts")) {
      m.fault("conflicts", "in a one-way profile the source wins: leave 'conflicts' out");
    }
    return new Policy(
        mode,
        m.word("extra", EXTRAS).orElse(Policy.Extra.KEEP),
        m.word("conflicts", CONFLICTS).orElse(Policy.Conflicts.MERGE),
        guard(m));
  }

  private static Policy.Guard guard(TomlMembers m) {
    Policy.Guard usual = Policy.Guard.USUAL;
    return m.members("guard", "'guard'")
        .map(
            g -> {
              g.allow(
                  "deletions",
                  "percent",
                  "emptied",
                  "overwrites",
                  "overwrites-percent",
                  "first-run",
                  "other-folders");
              return new Policy.Guard(
                  g.number("deletions", usual.most(), Integer.MAX_VALUE),
                  g.number("percent", usual.percent(), 100),
                  g.flag("emptied", usual.emptied()),
                  g.number("overwrites", usual.overwrites(), Integer.MAX_VALUE),
                  g.number("overwrites-percent", usual.overwritesPercent(), 100),
                  g.flag("first-run", usual.firstRun()),
                  g.flag("other-folders", usual.places()));
            })
        .orElse(usual);
  }

  private static @Nullable Duration every(TomlMembers m) {
    return m.text("every", ProfileTable::interval).flatMap(i -> i).orElse(null);
  }

  private static Optional<Duration> interval(String text) {
    if (text.equals("manual")) {
      return Optional.empty();
    }
    Optional<Duration> interval = Interval.parse(text);
    if (interval.isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no interval; allowed: manual, or a number with m, h or d: 15m, 2h, 1d");
    }
    return interval;
  }

  private static Set<String> exclude(TomlMembers m, Optional<Family> family) {
    Set<String> fields = new LinkedHashSet<>();
    for (Family f : family.map(Set::of).orElse(EnumSet.allOf(Family.class))) {
      fields.addAll(ExcludableFields.of(f));
    }
    List<String> names = new ArrayList<>();
    m.texts("exclude")
        .forEach(
            (name, position) -> {
              if (fields.contains(name)) {
                names.add(name);
              } else {
                m.fault(
                    position,
                    "'exclude': '"
                        + name
                        + "' is no field that can be left out; "
                        + Spelling.hint(name, fields));
              }
            });
    return new LinkedHashSet<>(names);
  }

  static ZoneId zone(String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no time zone such as Europe/Vienna"
              + Spelling.nearest(text, ZoneId.getAvailableZoneIds())
                  .map(z -> "; did you mean '" + z + "'?")
                  .orElse(""));
    }
    return ZoneId.of(text);
  }

  private static Map<String, Family> families() {
    Map<String, Family> families = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      families.put(family.label(), family);
    }
    return families;
  }

  @SafeVarargs
  private static <V> Map<String, V> ordered(Map.Entry<String, V>... entries) {
    Map<String, V> map = new LinkedHashMap<>();
    for (Map.Entry<String, V> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }
}
