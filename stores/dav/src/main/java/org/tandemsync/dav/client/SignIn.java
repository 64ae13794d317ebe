package org.tandemsync.dav.client;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Authorization header of each request, with what the server has asked for so far. A request
 * that was refused with 401 was not carried out: it may be sent again, also a write.
 */
final class SignIn {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Credentials credentials;
  private @Nullable DigestChallenge asked;
  private int count;

  SignIn(Credentials credentials) {
    this.credentials = credentials;
  }

  Optional<String> header(String method, String path) {
    return switch (credentials) {
      case Credentials.Anonymous none -> Optional.empty();
      case Credentials.Basic basic -> basic.authorization();
      case Credentials.Bearer bearer -> bearer.authorization();
      case Credentials.Digest digest -> digest(digest, method, path);
    };
  }

  private synchronized Optional<String> digest(
      Credentials.Digest digest, String method, String path) {
    if (asked == null) {
      return Optional.empty();
    }
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    String ours = HexFormat.of().formatHex(nonce);
    return Optional.of(asked.answer(digest, method, path, ours, ++count));
  }

  /**
   * What a 401 says.
   *
   * @param sent the header that was refused, or empty
   * @param challenges the WWW-Authenticate headers
   * @return whether the request is worth sending again
   */
  boolean challenged(String sent, List<String> challenges) {
    return switch (credentials) {
      case Credentials.Anonymous none -> false;
      case Credentials.Basic basic -> false;
      case Credentials.Bearer(Credentials.TokenSource source) -> {
        String refused = sent.startsWith("Bearer ") ? sent.substring("Bearer ".length()) : "";
        yield !refused.isEmpty() && !source.renewed(refused).equals(refused);
      }
      case Credentials.Digest digest -> challengedByDigest(sent, challenges);
    };
  }

  private synchronized boolean challengedByDigest(String sent, List<String> challenges) {
    Optional<DigestChallenge> best =
        challenges.stream()
            .flatMap(c -> DigestChallenge.of(c).stream())
            .max(Comparator.comparingInt(DigestChallenge::strength));
    if (best.isEmpty()) {
      return false;
    }
    DigestChallenge now = best.get();
    // the same nonce once more: the password is wrong
    boolean refused = sent.contains("nonce=\"" + now.nonce() + "\"") && !now.stale();
    if (asked == null || !asked.nonce().equals(now.nonce())) {
      asked = now;
      count = 0;
    }
    return !refused;
  }
}
