package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The configuration that most stories begin with: alice's account "home", whose password is in PW,
 * and profiles of folders of outlook.pst.
 */
final class HomeAccount {
  private final StringBuilder toml = new StringBuilder();

  HomeAccount(String url) {
    toml.append(
        """
        [accounts.home]
        url = "%s"
        user = "alice"
        password = { env = "PW" }
        """
            .formatted(url));
  }

  /** A profile, with further lines of its own. */
  HomeAccount profile(String name, String folder, String collection, String... lines) {
    toml.append(
        """

        [[profiles]]
        name = "%s"
        outlook = { pst = "outlook.pst", folder = "%s" }
        server = { account = "home", collection = "%s" }
        """
            .formatted(name, folder, collection));
    for (String line : lines) {
      toml.append(line).append('\n');
    }
    return this;
  }

  String toml() {
    return toml.toString();
  }

  /** Applies it with whatever else it should say. */
  void apply(Shell shell, String... more) {
    shell.file("tandem.toml", toml + String.join("\n", more));
    Shell.Answer applied = shell.tandem("apply", "-f", "tandem.toml");
    assertThat(applied.status()).as(applied.all()).isZero();
  }
}
