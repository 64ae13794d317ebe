package org.tandemsync.dav.client;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How requests are made.
 *
 * @param userAgent always sent: SOGo answers 404 for lists to a client that gives none
 * @param connectTimeout for reaching the server
 * @param silenceTimeout the longest silence while waiting for an answer or its next piece
 * @param answerTimeout for an answer as a whole
 * @param maxResourceBytes the largest single resource that is fetched
 * @param maxBatchBytes the largest answer for several resources; above it smaller questions are
 *     asked
 * @param maxListingBytes the largest listing, which is read as a stream
 * @param parallel how many requests are under way at most
 * @param keepAlive whether connections are used again; some servers and proxies break them
 * @param tls which servers are trusted, and what is shown to them
 * @param proxy what requests go through
 * @param clock for Retry-After dates of servers that send no Date
 */
public record DavSettings(
    String userAgent,
    Duration connectTimeout,
    Duration silenceTimeout,
    Duration answerTimeout,
    long maxResourceBytes,
    long maxBatchBytes,
    long maxListingBytes,
    int parallel,
    boolean keepAlive,
    TlsSettings tls,
    ProxySettings proxy,
    InstantSource clock) {

  private static final long MEGABYTE = 1L << 20;

  /** What serves most servers and networks. */
  public static DavSettings usual(InstantSource clock) {
    return new DavSettings(
        "Tandem/0.1",
        Duration.ofSeconds(20),
        Duration.ofSeconds(90),
        Duration.ofMinutes(15),
        64 * MEGABYTE,
        16 * MEGABYTE,
        160 * MEGABYTE,
        8,
        true,
        TlsSettings.SYSTEM,
        ProxySettings.NONE,
        clock);
  }

  public DavSettings {
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one request at a time, not " + parallel);
    }
  }

  public DavSettings withParallel(int value) {
    return new DavSettings(
        userAgent,
        connectTimeout,
        silenceTimeout,
        answerTimeout,
        maxResourceBytes,
        maxBatchBytes,
        maxListingBytes,
        value,
        keepAlive,
        tls,
        proxy,
        clock);
  }

  public DavSettings withTimeouts(Duration connect, Duration silence, Duration answer) {
    return new DavSettings(
        userAgent,
        connect,
        silence,
        answer,
        maxResourceBytes,
        maxBatchBytes,
        maxListingBytes,
        parallel,
        keepAlive,
        tls,
        proxy,
        clock);
  }

  public DavSettings withLimits(long resource, long batch, long listing) {
    return new DavSettings(
        userAgent,
        connectTimeout,
        silenceTimeout,
        answerTimeout,
        resource,
        batch,
        listing,
        parallel,
        keepAlive,
        tls,
        proxy,
        clock);
  }

  /** A connection for each request. */
  public DavSettings withoutKeepAlive() {
    return new DavSettings(
        userAgent,
        connectTimeout,
        silenceTimeout,
        answerTimeout,
        maxResourceBytes,
        maxBatchBytes,
        maxListingBytes,
        parallel,
        false,
        tls,
        proxy,
        clock);
  }

  public DavSettings withTls(TlsSettings value) {
    return new DavSettings(
        userAgent,
        connectTimeout,
        silenceTimeout,
        answerTimeout,
        maxResourceBytes,
        maxBatchBytes,
        maxListingBytes,
        parallel,
        keepAlive,
        value,
        proxy,
        clock);
  }

  public DavSettings withProxy(ProxySettings value) {
    return new DavSettings(
        userAgent,
        connectTimeout,
        silenceTimeout,
        answerTimeout,
        maxResourceBytes,
        maxBatchBytes,
        maxListingBytes,
        parallel,
        keepAlive,
        tls,
        value,
        clock);
  }
}
