package org.tandemsync.dav.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How an account signs in. Secrets are never part of a text form. */
public sealed interface Credentials {

  /** The value of the Authorization header before the server has asked for anything. */
  Optional<String> authorization();

  /** Without signing in. */
  record Anonymous() implements Credentials {
    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }
  }

  /**
   * User and password (RFC 7617), in UTF-8 and without waiting to be asked: servers that are asked
   * in another charset refuse accented passwords.
   */
  record Basic(String user, String password) implements Credentials {
    public Basic {
      if (user.indexOf(':') >= 0) {
        throw new IllegalArgumentException("a user name for Basic sign-in has no colon: " + user);
      }
    }

    @Override
    public Optional<String> authorization() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public String toString() {
      return "Basic[user=" + user + ", password=***]";
    }
  }

  /** User and password of which only a hash is sent (RFC 7616), once the server has asked. */
  record Digest(String user, String password) implements Credentials {
    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "Digest[user=" + user + ", password=***]";
    }
  }

  /** A token (RFC 6750) that somebody else gets and renews. */
  record Bearer(TokenSource source) implements Credentials {
    @Override
    public Optional<String> authorization() {
      return Optional.of("Bearer " + source.token());
    }

    @Override
    public String toString() {
      return "Bearer[***]";
    }
  }

  /** A ticket for each request (SPNEGO, RFC 4559), once the server has asked. */
  record Negotiate(Tickets tickets) implements Credentials {
    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "Negotiate[***]";
    }
  }

  /**
   * Who is signed in at the machine, by whatever the system and the server agree on (SPNEGO with
   * Kerberos or NTLM), once the server has asked; in as many legs as it takes, all on one
   * connection.
   */
  record Integrated(Handshakes handshakes) implements Credentials {
    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "Integrated[***]";
    }
  }

  /** The system's part of it. Called by several threads. */
  interface Handshakes {
    /**
     * @param scheme {@code Negotiate} or {@code NTLM}
     * @param host the server's name
     * @throws TicketTrouble if the system has nothing to show
     */
    Handshake begin(String scheme, String host);
  }

  /** One conversation, on one connection, by one thread at a time. */
  interface Handshake extends AutoCloseable {
    /**
     * What to say next; nothing if all is said.
     *
     * @param said what the server has said, nothing at the beginning
     * @throws TicketTrouble if the system does not go on
     */
    byte[] next(byte[] said);

    @Override
    void close();
  }

  /** Where tickets come from. Called by several threads. */
  interface Tickets {
    /**
     * What shows a host who asks, good for one request.
     *
     * @throws TicketTrouble if there is none for it
     */
    byte[] token(String host);

    /** A server has refused one: the next ones are made of what is then there. */
    void refused();
  }

  /** Where tokens come from. Called by several threads. */
  interface TokenSource {
    /** The token of now. */
    String token();

    /**
     * A new one, after the server has refused this one; the same if there is no other. Called by
     * several threads with the same one, for requests go out in parallel.
     */
    String renewed(String refused);
  }
}
