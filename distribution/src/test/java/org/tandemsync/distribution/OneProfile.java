package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** A profile of a folder of outlook.pst and a collection, in whose configuration lines change. */
record OneProfile(Shell shell, EmbeddedDavServer server, String folder, DavCollection collection) {

  /** Applies the configuration with further lines of the profile. */
  void apply(String lines) {
    shell.set("PW", "l00king-glass");
    shell.file(
        "tandem.toml",
        """
        [accounts.home]
        url = "%s"
        user = "alice"
        password = { env = "PW" }

        [[profiles]]
        name = "%s"
        outlook = { pst = "outlook.pst", folder = "%s" }
        server = { account = "home", collection = "%s" }
        %s
        """
            .formatted(server.url(), folder, folder, collection.path(), lines));
    Shell.Answer applied = shell.tandem("apply", "-f", "tandem.toml");
    assertThat(applied.status()).as(applied.all()).isZero();
  }
}
