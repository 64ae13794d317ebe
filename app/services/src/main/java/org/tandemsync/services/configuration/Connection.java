package org.tandemsync.services.configuration;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a server is reached. Holds for one account; nothing of it is the whole program's.
 *
 * @param passwordInClearText whether the password may go over http, where everybody on the way can
 *     read it
 * @param keepAlive whether connections are used again; some servers and proxies break them
 */
public record Connection(
    Tls tls, Proxy proxy, boolean passwordInClearText, boolean keepAlive, Timeouts timeouts) {

  public static final Connection USUAL =
      new Connection(Tls.USUAL, new Proxy.OfSystem(), false, true, Timeouts.USUAL);

  /**
   * Which server is trusted, and what is shown to it.
   *
   * @param pin SHA-256 fingerprint of the only certificate that is trusted, {@code AB:CD:...}, or
   *     empty
   * @param authorities a PEM file with certificates that are trusted besides the system's, or null
   * @param certificate what is shown to a server that asks, or null
   * @param onlyTls13 whether TLS 1.2 is too old
   */
  public record Tls(
      String pin,
      @Nullable Path authorities,
      @Nullable OwnCertificate certificate,
      boolean onlyTls13) {
    public static final Tls USUAL = new Tls("", null, null, false);
  }

  /** A certificate by which the server knows the account. */
  public sealed interface OwnCertificate {

    /**
     * In a file.
     *
     * @param file PKCS#12 (.p12, .pfx) or PEM
     * @param key a PEM file with the key if it is not in {@code file}, or null
     * @param password of the key, or null
     */
    record InFile(Path file, @Nullable Path key, @Nullable SecretSource password)
        implements OwnCertificate {}

    /**
     * Among the personal ones that Windows keeps for who is logged on.
     *
     * @param which parts of its subject ("CN=Alice"), or its thumbprint
     */
    record InWindows(String which) implements OwnCertificate {}
  }

  /** What requests go through. */
  public sealed interface Proxy {

    /** What the environment variables say (https_proxy, no_proxy...), else the system. */
    record OfSystem() implements Proxy {}

    /** Straight to the server. */
    record None() implements Proxy {}

    /**
     * This one.
     *
     * @param socks SOCKS 5, else HTTP
     * @param user for an HTTP proxy that wants to know who asks, or empty
     * @param password where it is kept, or null if there is no user
     */
    record Manual(
        boolean socks, String host, int port, String user, @Nullable SecretSource password)
        implements Proxy {}
  }

  /**
   * How long to wait.
   *
   * @param connect for reaching the server
   * @param silence for an answer, or its next piece
   * @param answer for an answer as a whole
   */
  public record Timeouts(Duration connect, Duration silence, Duration answer) {
    public static final Timeouts USUAL =
        new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(90), Duration.ofMinutes(15));
  }
}
