package org.tandemsync.dav.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server asks for by Digest (RFC 7616), and the answer.
 *
 * @param algorithm as the server spells it, or empty for MD5
 * @param qop whether it knows "auth"; else the way of RFC 2069
 * @param stale whether only the nonce was too old
 */
record DigestChallenge(
    String realm, String nonce, String opaque, String algorithm, boolean qop, boolean stale) {
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9_*-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");

  /** Ours from the weakest to the strongest, and what Java calls them. */
  private static final List<String> ALGORITHMS = List.of("MD5", "SHA-256", "SHA-512-256");

  private static final List<String> JAVAS = List.of("MD5", "SHA-256", "SHA-512/256");

  /** One WWW-Authenticate header, if it asks for Digest with an algorithm that we have. */
  static Optional<DigestChallenge> of(String header) {
    Matcher digest = Pattern.compile("(?i)(?:^|,)\\s*digest\\s+").matcher(header);
    if (!digest.find()) {
      return Optional.empty();
    }
    Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Matcher parameter = PARAMETER.matcher(header);
    for (int from = digest.end(); parameter.find(from); from = parameter.end()) {
      String quoted = parameter.group(2);
      given.putIfAbsent(
          parameter.group(1),
          quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    String nonce = given.getOrDefault("nonce", "");
    String qop = given.getOrDefault("qop", "");
    boolean auth = List.of(qop.toLowerCase(Locale.ROOT).split("[\\s,]+")).contains("auth");
    DigestChallenge found =
        new DigestChallenge(
            given.getOrDefault("realm", ""),
            nonce,
            given.getOrDefault("opaque", ""),
            given.getOrDefault("algorithm", ""),
            auth,
            given.getOrDefault("stale", "").equalsIgnoreCase("true"));
    boolean usable = found.strength() >= 0 && !nonce.isEmpty() && (auth || qop.isEmpty());
    return usable ? Optional.of(found) : Optional.empty();
  }

  /** Greater is stronger; below zero: not known. */
  int strength() {
    return ALGORITHMS.indexOf(plainAlgorithm());
  }

  private String plainAlgorithm() {
    String upper = algorithm.toUpperCase(Locale.ROOT);
    return upper.isEmpty() ? "MD5" : upper.replaceFirst("-SESS$", "");
  }

  private boolean session() {
    return algorithm.toUpperCase(Locale.ROOT).endsWith("-SESS");
  }

  /**
   * The Authorization header.
   *
   * @param ours our nonce
   * @param count how often the server's nonce was used, with this time
   */
  String answer(Credentials.Digest who, String method, String path, String ours, int count) {
    String times = String.format(Locale.ROOT, "%08x", count);
    String first = hash(who.user() + ":" + realm + ":" + who.password());
    String secret = session() ? hash(first + ":" + nonce + ":" + ours) : first;
    String request = hash(method + ":" + path);
    String response =
        qop
            ? hash(secret + ":" + nonce + ":" + times + ":" + ours + ":auth:" + request)
            : hash(secret + ":" + nonce + ":" + request);
    List<String> parts = new ArrayList<>();
    parts.add(user(who.user()));
    parts.add("realm=" + quoted(realm));
    parts.add("nonce=" + quoted(nonce));
    parts.add("uri=" + quoted(path));
    parts.add("response=\"" + response + "\"");
    if (!algorithm.isEmpty()) {
      parts.add("algorithm=" + algorithm);
    }
    if (!opaque.isEmpty()) {
      parts.add("opaque=" + quoted(opaque));
    }
    if (qop) {
      parts.add("qop=auth");
      parts.add("nc=" + times);
    }
    if (qop || session()) {
      parts.add("cnonce=\"" + ours + "\"");
    }
    return "Digest " + String.join(", ", parts);
  }

  /** A name that a header cannot hold is encoded (RFC 7616 3.4.4). */
  private static String user(String name) {
    boolean plain = name.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return plain
        ? "username=" + quoted(name)
        : "username*=UTF-8''"
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(JAVAS.get(strength()));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
