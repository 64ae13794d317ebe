package org.tandemsync.dav.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The path of a resource, in two spellings. Requests use the one of the server, because some
 * servers compare literally. Identity is another one in which everything is escaped alike, because
 * servers are not consistent in what they escape ({@code @} and {@code %40}). Escapes are resolved
 * exactly once: {@code %2525} is not {@code %25}.
 */
public final class Href {
  private final String path;
  private final String identity;

  private Href(String path) {
    this.path = path;
    this.identity = canonical(path);
  }

  /** A path as a server or a user spells it; illegal characters in it are escaped. */
  public static Href ofPath(String path) {
    String legal = escapeIllegal(path);
    return new Href(legal.startsWith("/") ? legal : "/" + legal);
  }

  /** A path in which nothing is escaped, as SOGo gives it in sync-collection. */
  public static Href ofLiteralPath(String path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      append(escaped, b & 0xff, true);
    }
    return ofPath(escaped.toString());
  }

  /**
   * An href of an answer.
   *
   * @param text absolute URL, absolute path or relative path
   * @param base what a relative path starts from
   * @return empty if it is on another origin
   */
  static Optional<Href> parse(String text, Origin origin, Href base) {
    String root = root(plain(text));
    String absolute = root.startsWith("//") ? origin.scheme() + ":" + root : root;
    return absolute.isEmpty() || sameOrigin(absolute, origin)
        ? Optional.of(path(text, base))
        : Optional.empty();
  }

  /** The path of an href of an answer, whatever origin it names. */
  static Href path(String text, Href base) {
    String t = plain(text);
    if (t.startsWith("//")) { // RFC 3986 4.2: a host; but some put two slashes together by mistake
      Href mistaken = ofPath(withoutQuery(t.replaceFirst("^/+", "/")));
      if (base.covers(mistaken)) {
        return mistaken;
      }
    }
    String rest = t.substring(root(t).length());
    if (rest.length() < t.length()) {
      return ofPath(withoutQuery(rest.isEmpty() ? "/" : rest));
    }
    String folder = base.path.substring(0, base.path.lastIndexOf('/') + 1);
    return ofPath(t.startsWith("/") ? withoutQuery(t) : folder + withoutQuery(t));
  }

  private static String plain(String text) {
    String t = text.strip();
    // Xandikos, in the answers to PROPPATCH and in errors
    return t.toLowerCase(Locale.ROOT).startsWith("http%3a") ? unescape(t) : t;
  }

  /** What stands before the path: scheme and host, only the host, or nothing. */
  private static String root(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean absolute =
        lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("//");
    int slash = absolute ? text.indexOf('/', text.indexOf("//") + 2) : 0;
    return slash < 0 ? text : text.substring(0, slash);
  }

  private static boolean sameOrigin(String root, Origin origin) {
    try {
      return Origin.of(URI.create(escapeIllegal(root))).equals(origin);
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  private static String withoutQuery(String path) {
    int end = path.length();
    for (char stop : new char[] {'?', '#'}) {
      int at = path.indexOf(stop);
      if (at >= 0) {
        end = Math.min(end, at);
      }
    }
    return path.substring(0, end);
  }

  /** As the server spells it: what requests use. */
  public String path() {
    return path;
  }

  /** The same text for every spelling of the same path; itself a path that can be requested. */
  public String identity() {
    return identity;
  }

  /** The last segment, unescaped: for people. */
  public String name() {
    String trimmed =
        identity.endsWith("/") ? identity.substring(0, identity.length() - 1) : identity;
    return unescape(trimmed.substring(trimmed.lastIndexOf('/') + 1));
  }

  /** The name fit for a message. */
  public String title() {
    return Excerpt.of(name());
  }

  /** This path with a slash at its end. */
  public Href asCollection() {
    return path.endsWith("/") ? this : new Href(path + "/");
  }

  /** A member of this collection. */
  public Href member(String name) {
    StringBuilder escaped = new StringBuilder(asCollection().path);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      append(escaped, b & 0xff, false);
    }
    return new Href(escaped.toString());
  }

  /** Whether the other one lies directly in this collection. */
  public boolean holds(Href other) {
    String folder = asCollection().identity;
    if (!other.identity.startsWith(folder)) {
      return false;
    }
    String rest = other.identity.substring(folder.length());
    String name = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    return !name.isEmpty() && name.indexOf('/') < 0 && !name.equals(".") && !name.equals("..");
  }

  /** Whether the other one is this collection, or lies anywhere in it. */
  public boolean covers(Href other) {
    return other.asCollection().identity.startsWith(asCollection().identity);
  }

  /** Whether both name the same resource, with or without a slash at the end. */
  public boolean isSame(Href other) {
    return asCollection().identity.equals(other.asCollection().identity);
  }

  /** Whether it is spelled as a collection. */
  public boolean endsWithSlash() {
    return path.endsWith("/");
  }

  /** Escapes what must not stand in a URL. */
  static String escapeIllegal(String path) {
    StringBuilder out = new StringBuilder(path.length() + 8);
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      boolean bad = b <= 0x20 || b >= 0x7f || "\"<>\\^`{|}".indexOf(b) >= 0;
      boolean stray = b == '%' && (hex(bytes, i + 1) < 0 || hex(bytes, i + 2) < 0);
      if (bad || stray) {
        escape(out, b);
      } else {
        out.append((char) b);
      }
    }
    return out.toString();
  }

  private static String canonical(String path) {
    StringBuilder out = new StringBuilder(path.length() + 8);
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      if (b == '%' && hex(bytes, i + 1) >= 0 && hex(bytes, i + 2) >= 0) {
        append(out, hex(bytes, i + 1) * 16 + hex(bytes, i + 2), false);
        i += 2;
      } else if (b != '/' || out.isEmpty() || out.charAt(out.length() - 1) != '/') {
        append(out, b, true);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int b, boolean slash) {
    boolean plain =
        (b >= 'a' && b <= 'z')
            || (b >= 'A' && b <= 'Z')
            || (b >= '0' && b <= '9')
            || b == '-'
            || b == '.'
            || b == '_'
            || b == '~'
            || (slash && b == '/');
    if (plain) {
      out.append((char) b);
    } else {
      escape(out, b);
    }
  }

  private static void escape(StringBuilder out, int b) {
    String digits = "0123456789ABCDEF";
    out.append('%').append(digits.charAt(b >> 4)).append(digits.charAt(b & 15));
  }

  private static int hex(byte[] bytes, int at) {
    return at < bytes.length ? Character.digit(bytes[at], 16) : -1;
  }

  private static String unescape(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[bytes.length];
    int n = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && hex(bytes, i + 1) >= 0 && hex(bytes, i + 2) >= 0) {
        out[n++] = (byte) (hex(bytes, i + 1) * 16 + hex(bytes, i + 2));
        i += 2;
      } else {
        out[n++] = bytes[i];
      }
    }
    return new String(out, 0, n, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Href that && identity.equals(that.identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  @Override
  public String toString() {
    return path;
  }
}
