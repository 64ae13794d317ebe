package org.tandemsync.cli;

import org.jspecify.annotations.Nullable;
import org.tandemsync.services.configuration.Endpoint;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server is asked, and as whom. */
final class AskedServer {

  @Option(
      names = "--server",
      paramLabel = "ADDRESS",
      description = "Which server is asked (else that of --account, or of the only account).")
  private @Nullable String address;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ServerOptions options;

  ServerOptions options() {
    return options;
  }

  Endpoint.Dav endpoint(Session session) {
    return CollectionArgument.server(address, options, session);
  }
}
