package org.tandemsync.distribution;

import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** A profile of a folder of outlook.pst and a collection, in whose configuration lines change. */
record OneProfile(Shell shell, EmbeddedDavServer server, String folder, DavCollection collection) {

  /** Applies the configuration with further lines of the profile. */
  void apply(String lines) {
    shell.set("PW", "l00king-glass");
    new HomeAccount(server.url()).profile(folder, folder, collection.path(), lines).apply(shell);
  }
}
