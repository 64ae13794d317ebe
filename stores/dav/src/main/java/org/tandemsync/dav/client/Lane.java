package org.tandemsync.dav.client;

import static java.util.stream.Collectors.joining;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection of its own, and what is said on it about who asks: NTLM (MS-NLMP) is about the
 * connection, takes three legs, and holds until the connection ends. Kerberos in SPNEGO (RFC 4559)
 * takes one, with each request. One request at a time.
 */
final class Lane {
  /** SPNEGO before NTLM: it may be Kerberos. */
  private static final List<String> SCHEMES = List.of("Negotiate", "NTLM");

  /** NTLM within SPNEGO takes three or four. */
  private static final int MOST_LEGS = 6;

  private final Lanes lanes;
  private Origin at;
  private Credentials.@Nullable Handshake handshake;
  private String scheme = "";
  private String next = "";
  private int legs;
  private boolean again;

  Lane(Lanes lanes, Origin at) {
    this.lanes = lanes;
    this.at = at;
  }

  /** A new request begins on it. */
  void begins() {
    again = false;
  }

  /**
   * The value of the Authorization header, or empty where the connection is known already, or
   * nothing was asked yet.
   *
   * @throws TicketTrouble if there is nothing to show
   */
  String header(Origin to) {
    if (!to.equals(at)) {
      end();
      at = to;
    }
    if (next.isEmpty() && lanes.oneLegScheme().isPresent()) {
      begin(lanes.oneLegScheme().get());
    }
    String now = next;
    next = "";
    return now;
  }

  /**
   * What a 401 says. The request was not carried out.
   *
   * @param challenges the WWW-Authenticate headers
   * @return that the request is to be sent again, on the same connection
   * @throws TicketTrouble if the server does not know this sort, or not who asks
   */
  boolean challenged(List<String> challenges) {
    Credentials.Handshake now = handshake;
    if (now != null) {
      Optional<byte[]> said = token(scheme, challenges);
      if (said.isPresent() && legs < MOST_LEGS) {
        say(now, said.get());
        return true;
      }
      // the connection may have been another one by now: once more from the beginning
      end();
      if (again) {
        throw new TicketTrouble(
            "it does not accept who is signed in at this machine"
                + (legs > 1 ? ", or does not keep its connections, as NTLM needs it" : ""));
      }
      again = true;
    }
    begin(
        SCHEMES.stream()
            .filter(s -> challenges.stream().anyMatch(c -> isOffered(s, c)))
            .findFirst()
            .orElseThrow(
                () ->
                    new TicketTrouble(
                        "it goes on with neither Negotiate nor NTLM; what it offers: "
                            + schemes(challenges))));
    return true;
  }

  /** Any other answer: the server knows who asks. */
  void accepted() {
    if (handshake != null) {
      lanes.took(scheme, legs);
      end();
    }
  }

  /** Nothing that was begun goes on. */
  void end() {
    Credentials.Handshake now = handshake;
    handshake = null;
    next = "";
    if (now != null) {
      now.close();
    }
  }

  private void begin(String by) {
    end();
    scheme = by;
    legs = 0;
    Credentials.Handshake now = lanes.handshakes().begin(by, at.host());
    handshake = now;
    say(now, new byte[0]);
  }

  private void say(Credentials.Handshake now, byte[] said) {
    byte[] token = now.next(said);
    if (token.length == 0) {
      throw new TicketTrouble("it asks on where there is nothing more to say");
    }
    legs++;
    next = scheme + " " + Base64.getEncoder().encodeToString(token);
  }

  private static boolean isOffered(String scheme, String challenge) {
    return Pattern.compile("(^|,)\\s*" + scheme + "\\s*(,|$|\\s)", Pattern.CASE_INSENSITIVE)
        .matcher(challenge)
        .find();
  }

  private static Optional<byte[]> token(String scheme, List<String> challenges) {
    Pattern pattern =
        Pattern.compile(
            "(?:^|,)\\s*" + scheme + "\\s+([A-Za-z0-9+/]+={0,2})\\s*(?:,|$)",
            Pattern.CASE_INSENSITIVE);
    for (String challenge : challenges) {
      Matcher found = pattern.matcher(challenge);
      if (found.find()) {
        try {
          return Optional.of(Base64.getDecoder().decode(found.group(1)));
        } catch (IllegalArgumentException notBase64) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static String schemes(List<String> challenges) {
    String named =
        challenges.stream().map(c -> c.strip().split("\\s", 2)[0]).collect(joining(", "));
    return named.isEmpty() ? "nothing" : Excerpt.of(named);
  }
}
