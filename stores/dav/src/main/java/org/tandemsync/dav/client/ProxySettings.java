package org.tandemsync.dav.client;

import java.net.ProxySelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What requests go through on their way. Secrets are never part of a text form. */
public sealed interface ProxySettings {
  /** Straight to the server, whatever the system says. */
  ProxySettings NONE = new None();

  /** Straight to the server. */
  record None() implements ProxySettings {}

  /**
   * What is said for each address.
   *
   * @param logins of the proxies that it names
   */
  record Chosen(ProxySelector selector, List<Login> logins) implements ProxySettings {
    public Chosen {
      logins = List.copyOf(logins);
    }
  }

  /**
   * An HTTP proxy (RFC 9110 7.6.5): encrypted requests go through a tunnel.
   *
   * @param login if the proxy wants to know who asks, or null
   */
  record Http(String host, int port, @Nullable Login login) implements ProxySettings {}

  /** A SOCKS proxy, version 5, which wants no login. It looks up the names of servers itself. */
  record Socks(String host, int port) implements ProxySettings {}

  /**
   * As whom a proxy is asked; Basic or Digest, as it likes.
   *
   * @param host the only host that gets it
   * @param port the only port that gets it
   */
  record Login(String host, int port, String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + " at " + host + ":" + port + "]";
    }
  }
}
