package org.tandemsync.services.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A web address of a server as somebody typed it.
 *
 * @param url without user
 * @param user the user that was part of it, or null
 */
record ServerUrl(URI url, @Nullable String user) {

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none, or has a password in it
   */
  static ServerUrl parse(String text) {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "'" + text + "' is no address of a server; it begins with https:// and a host name");
    }
    String userInfo = uri.getUserInfo();
    if (userInfo != null && userInfo.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "a password does not belong in an address; leave it out and say where it is kept");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "an address of a server has no '?' or '#'; in a path they are written %3F and %23");
    }
    return new ServerUrl(withoutUser(uri), userInfo);
  }

  /** Parses without ever repeating a text that may have a password in it. */
  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      boolean user = text.indexOf('@') >= 0;
      throw new IllegalArgumentException(
          (user ? "that" : "'" + text + "'")
              + " is no address: "
              + e.getReason()
              + " at character "
              + (e.getIndex() + 1)
              + " (a blank is written %20"
              + (user ? ", an @ in a user name %40)" : ")"));
    }
  }

  private static URI withoutUser(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return URI.create(
        uri.getScheme().toLowerCase(Locale.ROOT)
            + "://"
            + uri.getHost()
            + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
            + path);
  }

  /** Scheme, host and port as people write them. */
  static String shown(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  /** Scheme, host and port: what a password belongs to. */
  static String origin(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
