package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Connection;

/** How an account reaches its server, as people read it; what is usual is left out. */
final class ConnectionWords {
  private ConnectionWords() {}

  static String of(Access access) {
    List<String> words = new ArrayList<>();
    if (!access.anonymous() && access.signIn() != Access.SignIn.BASIC) {
      words.add(access.signIn().word());
    }
    Connection connection = access.connection();
    words.add(tls(connection));
    words.add(proxy(connection));
    words.add(connection.passwordInClearText() ? "password in clear text" : "");
    words.add(connection.keepAlive() ? "" : "no keep-alive");
    words.removeIf(String::isEmpty);
    return String.join(", ", words);
  }

  /** "pinned AB:CD..., own certificate alice.p12", or empty. */
  static String tls(Connection connection) {
    Connection.Tls tls = connection.tls();
    List<String> words = new ArrayList<>();
    if (!tls.pin().isEmpty()) {
      words.add("pinned " + tls.pin());
    }
    if (tls.authorities() != null) {
      words.add("authorities of " + tls.authorities().getFileName());
    }
    if (tls.certificate() != null) {
      words.add("own certificate " + name(tls.certificate()));
    }
    if (tls.onlyTls13()) {
      words.add("TLS 1.3 only");
    }
    return String.join(", ", words);
  }

  private static String name(Connection.OwnCertificate own) {
    return switch (own) {
      case Connection.OwnCertificate.InFile in -> String.valueOf(in.file().getFileName());
      case Connection.OwnCertificate.InWindows(String which) -> which + " of Windows";
    };
  }

  /** "proxy host:port", "no proxy", or empty for the system's. */
  static String proxy(Connection connection) {
    return switch (connection.proxy()) {
      case Connection.Proxy.OfSystem system -> "";
      case Connection.Proxy.None none -> "no proxy";
      case Connection.Proxy.Manual m ->
          (m.socks() ? "SOCKS proxy " : "proxy ") + m.host() + ":" + m.port();
    };
  }
}
