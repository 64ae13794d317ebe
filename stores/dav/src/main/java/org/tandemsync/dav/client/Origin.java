package org.tandemsync.dav.client;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/**
 * Scheme, host and port: what credentials belong to.
 *
 * @param scheme http or https
 * @param host lower case, ASCII
 * @param port always given
 */
public record Origin(String scheme, String host, int port) {
  /** RFC 1035, 2.3.4. */
  private static final int LONGEST_LABEL = 63;

  /** The origin of an absolute http or https URL. */
  public static Origin of(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    if (!secure && !scheme.equals("http")) {
      throw new IllegalArgumentException("not an http or https URL: " + scheme);
    }
    String host = url.getHost();
    if (host == null && url.getRawAuthority() != null) {
      // java.net.URI knows no international names.
      host = url.getRawAuthority().replaceFirst("^[^@]*@", "").replaceFirst(":[0-9]*$", "");
    }
    if (host == null || host.isEmpty()) {
      throw new IllegalArgumentException("the URL has no host");
    }
    String ascii = host.startsWith("[") || isPlain(host) ? host : IDN.toASCII(host);
    int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    return new Origin(scheme, ascii.toLowerCase(Locale.ROOT), port);
  }

  /**
   * Whether there is nothing in a host that {@link IDN} would look at: its tables take longer to
   * read than a request takes.
   */
  private static boolean isPlain(String host) {
    return host.length() <= LONGEST_LABEL
        && !host.startsWith(".")
        && !host.contains("..")
        && host.chars().allMatch(c -> c < 128);
  }

  /** Whether what is sent to a host never leaves this machine. Names are not looked up. */
  public static boolean isThisMachine(String host) {
    String plain = host.toLowerCase(Locale.ROOT);
    return plain.equals("localhost")
        || plain.matches("127(\\.[0-9]{1,3}){3}")
        || plain.equals("[::1]")
        || plain.equals("::1");
  }

  boolean secure() {
    return scheme.equals("https");
  }

  /**
   * Whether what belongs to this origin may be told to the other one: the same one; the same host
   * over TLS; or, over TLS both, a host of the same registered domain (caldav.icloud.com and
   * p42-caldav.icloud.com), for its owner decides who answers there.
   */
  public boolean trusts(Origin other) {
    return equals(other)
        || (!secure() && other.secure() && host.equals(other.host))
        || (secure() && other.secure() && isSameSite(host, other.host));
  }

  /** Whether both hosts belong to one registered domain, by the public suffix list. */
  public static boolean isSameSite(String host, String other) {
    String domain = registered(host);
    return !domain.isEmpty() && domain.equals(registered(other));
  }

  private static String registered(String host) {
    boolean literal = host.startsWith("[") || host.matches("[0-9.]+") || host.indexOf('.') < 0;
    String domain = literal ? null : PublicSuffixMatcherLoader.getDefault().getDomainRoot(host);
    return domain == null ? "" : domain.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    boolean usual = port == (secure() ? 443 : 80);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }
}
