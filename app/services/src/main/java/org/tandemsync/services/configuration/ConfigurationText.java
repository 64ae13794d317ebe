package org.tandemsync.services.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    line("url", quoted(account.url().toString()));
    if (!account.access().user().isEmpty()) {
      line("user", quoted(account.access().user()));
    }
    SecretSource password = account.access().password();
    if (password != null) {
      line(
          "password",
          switch (password) {
            case SecretSource.Environment(String variable) -> "{ env = " + quoted(variable) + " }";
            case SecretSource.SecretFile(Path file) -> "{ file = " + quoted(file.toString()) + " }";
            case SecretSource.Prompt prompt -> "{ prompt = true }";
          });
    }
  }

  private void profile(Profile p) {
    begin("[[profiles]]");
    line("name", quoted(p.name()));
    if (!p.active()) {
      line("active", "false");
    }
    Family family = p.family();
    if (family != null) {
      line("family", quoted(family.label()));
    }
    line(
        "outlook",
        switch (p.outlook()) {
          case OutlookEndpoint.Pst(Path file, String folder) ->
              "{ pst = " + quoted(file.toString()) + ", folder = " + quoted(folder) + " }";
        });
    line(
        "server",
        switch (p.server()) {
          case ServerEndpoint.Collection(String account, String collection) ->
              "{ account = " + quoted(account) + ", collection = " + quoted(collection) + " }";
          case ServerEndpoint.Directory(Path path) ->
              "{ folder = " + quoted(path.toString()) + " }";
        });
    policy(p.policy());
    line("every", quoted(p.every() == null ? "manual" : Interval.write(p.every())));
    if (!p.exclude().isEmpty()) {
      line("exclude", list(p.exclude()));
    }
    if (p.timeZone() != null) {
      line("time-zone", quoted(p.timeZone().getId()));
    }
    if (!p.ownAddresses().isEmpty()) {
      line("own-addresses", list(p.ownAddresses()));
    }
    text.append(OptionsText.write(p.options()));
  }

  private void policy(Policy policy) {
    line("mode", quoted(word(ProfileTable.MODES, policy.direction())));
    if (policy.direction() == Policy.Direction.TWO_WAY) {
      line("conflicts", quoted(word(ProfileTable.CONFLICTS, policy.conflicts())));
    } else {
      line("extra", quoted(word(ProfileTable.EXTRAS, policy.extra())));
    }
    Policy.Guard guard = policy.guard();
    if (!guard.equals(Policy.Guard.USUAL)) {
      line(
          "guard",
          "{ deletions = "
              + guard.most()
              + ", percent = "
              + guard.percent()
              + ", emptied = "
              + guard.emptied()
              + " }");
    }
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

  private static String quoted(String value) {
    return OptionsText.quoted(value);
  }

  private static String list(Collection<String> values) {
    List<String> quoted = new ArrayList<>();
    values.forEach(v -> quoted.add(quoted(v)));
    return quoted.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private static <V> String word(Map<String, V> words, @Nullable V value) {
    return words.entrySet().stream()
        .filter(e -> e.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
