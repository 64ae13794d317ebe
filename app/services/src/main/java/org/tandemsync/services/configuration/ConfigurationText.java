package org.tandemsync.services.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.sync.Policy;
import org.tomlj.Toml;

/** Writes a configuration as TOML; what is usual is left out. */
final class ConfigurationText {
  private final StringBuilder text = new StringBuilder();

  private ConfigurationText() {}

  static String of(Configuration configuration) {
    ConfigurationText toml = new ConfigurationText();
    configuration.accounts().forEach(toml::account);
    configuration.profiles().forEach(toml::profile);
    return toml.text.toString();
  }

  private void account(Account account) {
    begin("[accounts." + Toml.joinKeyPath(List.of(account.name())) + "]");
    AccountText.lines(account).forEach(this::line);
  }

  private void profile(Profile p) {
    begin("[[profiles]]");
    line("name", AccountText.quoted(p.name()));
    if (!p.active()) {
      line("active", "false");
    }
    Family family = p.family();
    if (family != null) {
      line("family", AccountText.quoted(family.label()));
    }
    line("outlook", OutlookTable.write(p.outlook()));
    line(
        "server",
        switch (p.server()) {
          case ServerEndpoint.Collection(String account, String collection) ->
              "{ account = "
                  + AccountText.quoted(account)
                  + ", collection = "
                  + AccountText.quoted(collection)
                  + " }";
          case ServerEndpoint.Directory(Path path) ->
              "{ folder = " + AccountText.quoted(path.toString()) + " }";
        });
    policy(p.policy());
    line("every", AccountText.quoted(p.every() == null ? "manual" : Interval.write(p.every())));
    if (!p.exclude().isEmpty()) {
      line("exclude", AccountText.list(p.exclude()));
    }
    if (p.timeZone() != null) {
      line("time-zone", AccountText.quoted(p.timeZone().getId()));
    }
    if (!p.ownAddresses().isEmpty()) {
      line("own-addresses", AccountText.list(p.ownAddresses()));
    }
    text.append(OptionsText.write(p.options()));
  }

  private void policy(Policy policy) {
    line("mode", AccountText.quoted(word(ProfileTable.MODES, policy.direction())));
    if (policy.direction() == Policy.Direction.TWO_WAY) {
      line("conflicts", AccountText.quoted(word(ProfileTable.CONFLICTS, policy.conflicts())));
    } else {
      line("extra", AccountText.quoted(word(ProfileTable.EXTRAS, policy.extra())));
    }
    Policy.Guard guard = policy.guard();
    if (!guard.equals(Policy.Guard.USUAL)) {
      line("guard", guard(guard));
    }
  }

  private static String guard(Policy.Guard guard) {
    String deletions =
        "{ deletions = "
            + guard.most()
            + ", percent = "
            + guard.percent()
            + ", emptied = "
            + guard.emptied();
    boolean more = !guard.equals(new Policy.Guard(guard.most(), guard.percent(), guard.emptied()));
    return deletions
        + (more
            ? ", overwrites = "
                + guard.overwrites()
                + ", overwrites-percent = "
                + guard.overwritesPercent()
                + ", first-run = "
                + guard.firstRun()
                + ", other-folders = "
                + guard.places()
            : "")
        + " }";
  }

  private void begin(String header) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(header).append('\n');
  }

  private void line(String key, String value) {
    text.append(key).append(" = ").append(value).append('\n');
  }

  private static <V> String word(Map<String, V> words, @Nullable V value) {
    return words.entrySet().stream()
        .filter(e -> e.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
