package org.tandemsync.dav.client;

import static java.util.stream.Collectors.joining;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
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
  private static final String NEGOTIATE = "Negotiate";

  private final Credentials credentials;
  private @Nullable DigestChallenge asked;
  private int count;
  private volatile boolean negotiates;

  SignIn(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * @throws TicketTrouble if there is no ticket for the host
   */
  Optional<String> header(String method, String host, String path) {
    return switch (credentials) {
      case Credentials.Anonymous none -> Optional.empty();
      case Credentials.Integrated integrated -> Optional.empty(); // a lane's
      case Credentials.Basic basic -> basic.authorization();
      case Credentials.Bearer bearer -> bearer.authorization();
      case Credentials.Digest digest -> digest(digest, method, path);
      case Credentials.Negotiate(Credentials.Tickets tickets) ->
          negotiates
              ? Optional.of(NEGOTIATE + " " + base64(tickets.token(host)))
              : Optional.empty();
    };
  }

  private synchronized Optional<String> digest(
      Credentials.Digest digest, String method, String path) {
    if (asked == null) {
      return Optional.empty();
    }
    byte[] nonce = new byte[16];
    // few servers want it, and making one takes as long as a request
    new SecureRandom().nextBytes(nonce);
    String ours = HexFormat.of().formatHex(nonce);
    return Optional.of(asked.answer(digest, method, path, ours, ++count));
  }

  /**
   * What a 401 says.
   *
   * @param sent the header that was refused, or empty
   * @param challenges the WWW-Authenticate headers
   * @param again whether it is the second one for the same request
   * @return whether the request is worth sending again
   * @throws TicketTrouble if the server does not know tickets, or not this one
   */
  boolean challenged(String sent, List<String> challenges, boolean again) {
    return switch (credentials) {
      case Credentials.Anonymous none -> false;
      case Credentials.Integrated integrated -> false;
      case Credentials.Basic basic -> false;
      case Credentials.Bearer(Credentials.TokenSource source) -> {
        String refused = sent.startsWith("Bearer ") ? sent.substring("Bearer ".length()) : "";
        yield !again && !refused.isEmpty() && !source.renewed(refused).equals(refused);
      }
      case Credentials.Digest digest -> !again && challengedByDigest(sent, challenges);
      case Credentials.Negotiate(Credentials.Tickets tickets) ->
          challengedToNegotiate(tickets, sent, challenges, again);
    };
  }

  /** A ticket that was good a moment ago may have ended since: once more with a new one. */
  private boolean challengedToNegotiate(
      Credentials.Tickets tickets, String sent, List<String> challenges, boolean again) {
    if (again) {
      throw new TicketTrouble("it does not accept the Kerberos ticket");
    }
    if (challenges.stream().noneMatch(SignIn::asksForTicket)) {
      throw new TicketTrouble(
          "it does not go on with Kerberos; what it offers: " + schemes(challenges));
    }
    negotiates = true;
    if (!sent.isEmpty()) {
      tickets.refused();
    }
    return true;
  }

  /** With something behind the word the server goes on with NTLM, which we do not speak. */
  private static boolean asksForTicket(String challenge) {
    return Arrays.stream(challenge.split(","))
        .anyMatch(part -> part.strip().equalsIgnoreCase(NEGOTIATE));
  }

  private static String schemes(List<String> challenges) {
    String named =
        challenges.stream().map(c -> c.strip().split("\\s", 2)[0]).collect(joining(", "));
    return named.isEmpty() ? "nothing" : Excerpt.of(named);
  }

  private static String base64(byte[] token) {
    return Base64.getEncoder().encodeToString(token);
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
