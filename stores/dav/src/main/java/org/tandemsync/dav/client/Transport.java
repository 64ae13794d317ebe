package org.tandemsync.dav.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.xml.stream.XMLStreamException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests: connections, sign-in, redirects, repeats. Credentials go to the configured origin
 * only. What a server may have carried out is never sent twice.
 */
final class Transport implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
  private static final int MAX_REDIRECTS = 5;
  private static final int DRAINED = 64 * 1024;
  private static final int[] PAUSES_MILLIS = {50, 300, 1000};
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  /** Makes something of an answer, while its body is still coming. */
  interface Reading<T> {
    T read(ClassicHttpResponse response, InputStream body, Location at)
        throws IOException, XMLStreamException;
  }

  /** Where an answer came from. */
  record Location(Origin origin, Href href) {
    @Override
    public String toString() {
      return origin + href.path();
    }
  }

  private final Origin home;
  private final SignIn signIn;

  /** Where signing in is about connections; else null. */
  private final @Nullable Lanes lanes;

  private final DavSettings settings;
  private final CloseableHttpClient http;
  private final AtomicInteger lost = new AtomicInteger();
  private final Map<String, ContentType> types = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("dav-watch").factory());

  Transport(Origin home, Credentials credentials, DavSettings settings) {
    this(home, credentials, settings, chain -> {});
  }

  /**
   * @param shown gets the certificates that servers show
   */
  Transport(
      Origin home,
      Credentials credentials,
      DavSettings settings,
      Consumer<List<X509Certificate>> shown) {
    this.home = home;
    this.signIn = new SignIn(credentials);
    this.lanes =
        credentials instanceof Credentials.Integrated(Credentials.Handshakes handshakes)
            ? new Lanes(handshakes, home, settings.parallel())
            : null;
    this.settings = settings;
    watch.setRemoveOnCancelPolicy(true);
    this.http = Connections.of(settings, home.secure(), shown);
  }

  /** Sends a request, again if it is repeatable and the connection breaks. */
  <T> T send(Request request, Reading<T> reading) {
    for (int attempt = 0; ; attempt++) {
      boolean last = attempt == PAUSES_MILLIS.length || !request.repeatable();
      try {
        return follow(request, reading, last);
      } catch (DavException e) {
        if (last || !mayPass(e) || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.debug("again after: {}", e.getMessage());
        pause(PAUSES_MILLIS[attempt], e);
      }
    }
  }

  private static boolean mayPass(DavException e) {
    return e.kind() == DavException.Kind.LOST
        || (PASSING.contains(e.status()) && e.retryAfter().isEmpty());
  }

  /** Clients that were cut off together do not come back together. */
  private static void pause(int millis, DavException reason) {
    try {
      Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextInt(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  private <T> T follow(Request request, Reading<T> reading, boolean last) {
    if (lanes == null) {
      return follow(request, reading, last, null);
    }
    Lane lane = lanes.take();
    try {
      return follow(request, reading, last, lane);
    } finally {
      lanes.give(lane);
    }
  }

  private <T> T follow(Request request, Reading<T> reading, boolean last, @Nullable Lane lane) {
    Location at = new Location(home, request.target());
    boolean signedAgain = false;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      long start = System.nanoTime();
      String authorization = authorization(request, at, lane);
      try (ClassicHttpResponse response = open(request, at, authorization, lane)) {
        LOG.debug(
            "{} {} {} {} ms",
            request.method(),
            at,
            response.getCode(),
            (System.nanoTime() - start) / 1_000_000);
        Header location = response.getFirstHeader("Location");
        if (REDIRECTS.contains(response.getCode()) && location != null) {
          at = allowed(request, at, redirected(request, at, location.getValue()));
          continue;
        }
        if (isAnswerable(response, at, authorization, signedAgain, lane)) {
          signedAgain = true;
          if (lane != null) {
            body(response, request, start).readNBytes(DRAINED); // to its end: the connection stays
          }
          redirects--;
          continue;
        }
        InputStream body = body(response, request, start);
        if (!last
            && PASSING.contains(response.getCode())
            && !response.containsHeader("Retry-After")) {
          throw new DavException(
              request.method(), at.toString(), Answers.failure(response, body, at, settings));
        }
        return reading.read(response, body, at);
      } catch (IOException | XMLStreamException e) {
        throw failed(request, at, e);
      } catch (TicketTrouble e) {
        throw unsigned(request, at, e);
      }
    }
    throw new DavException(
        DavException.Kind.NOT_UNDERSTOOD,
        request.method(),
        home + request.target().path(),
        "more than " + MAX_REDIRECTS + " redirects, the last one to " + at,
        null);
  }

  /** Empty without one; credentials are the home's alone. */
  private String authorization(Request request, Location at, @Nullable Lane lane) {
    try {
      if (lane != null) {
        return home.trusts(at.origin()) ? lane.header(at.origin()) : "";
      }
      return home.trusts(at.origin())
          ? signIn.header(request.method(), at.origin().host(), at.href().path()).orElse("")
          : "";
    } catch (TicketTrouble e) {
      throw unsigned(request, at, e);
    }
  }

  private static DavException unsigned(Request request, Location at, TicketTrouble e) {
    String why = String.valueOf(e.getMessage());
    return new DavException(
        DavException.Kind.NOT_SIGNED_IN, request.method(), at.toString(), why, e);
  }

  /** Whether a 401 asks for something that can be given. It was not carried out. */
  private boolean isAnswerable(
      ClassicHttpResponse response,
      Location at,
      String authorization,
      boolean again,
      @Nullable Lane lane) {
    if (response.getCode() != 401 || !home.trusts(at.origin())) {
      if (lane != null) {
        lane.accepted();
      }
      return false;
    }
    List<String> challenges =
        Arrays.stream(response.getHeaders("WWW-Authenticate")).map(Header::getValue).toList();
    if (lane != null) {
      return lane.challenged(challenges);
    }
    return signIn.challenged(authorization, challenges, again);
  }

  private ClassicHttpResponse open(
      Request request, Location at, String authorization, @Nullable Lane lane) throws IOException {
    HttpHost host = new HttpHost(at.origin().scheme(), at.origin().host(), at.origin().port());
    var message = new Outgoing(request.method(), host, at.href().path());
    request.headers().forEach(message::setHeader);
    message.setHeader("User-Agent", settings.userAgent());
    if (!authorization.isEmpty()) {
      message.setHeader("Authorization", authorization);
    }
    if (lane == null && (!settings.keepAlive() || lost.get() >= 2)) {
      message.setHeader("Connection", "close"); // a server that breaks connections in use
    }
    byte[] body = request.body();
    if (body != null) {
      message.setEntity(new ByteArrayEntity(body, type(request.contentType())));
    }
    long limit = settings.answerTimeout().toMillis();
    ScheduledFuture<?> end = watch.schedule(message::cancel, limit, TimeUnit.MILLISECONDS);
    try {
      // The body is read by the caller as a stream; closing the response gives the connection back.
      HttpClientContext context = HttpClientContext.create();
      if (request.patient()) {
        context.setRequestConfig(Connections.requests(settings, settings.answerTimeout()));
      }
      if (lane != null) {
        context.setUserToken(lane); // the pool gives its connection to nobody else
      }
      ClassicHttpResponse response = http.executeOpen(host, message, context);
      boolean proxys = at.origin().secure() && context.getSSLSession() == null;
      if (proxys || response.getCode() == 407) {
        response.close();
        throw new ProxyRefused(response.getCode(), response.getReasonPhrase());
      }
      return response;
    } catch (IOException e) {
      if (message.isCancelled()) {
        throw new SocketTimeoutException("no answer within " + settings.answerTimeout());
      }
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  /** There are a handful, asked for with each request. */
  private ContentType type(String text) {
    return types.computeIfAbsent(text, ContentType::parse);
  }

  private InputStream body(ClassicHttpResponse response, Request request, long start)
      throws IOException {
    HttpEntity entity = response.getEntity();
    InputStream content = entity == null ? null : entity.getContent();
    long deadline = start + settings.answerTimeout().toNanos();
    return new BoundedInput(
        content == null ? InputStream.nullInputStream() : content, request.maxBytes(), deadline);
  }

  private Location redirected(Request request, Location from, String target) {
    try {
      URI base = URI.create(from.toString());
      URI to = base.resolve(Href.escapeIllegal(target.strip()));
      Origin origin = to.isAbsolute() ? Origin.of(to) : from.origin();
      String path = to.getRawPath();
      return new Location(origin, Href.ofPath(path == null || path.isEmpty() ? "/" : path));
    } catch (IllegalArgumentException notAnUrl) {
      throw new DavException(
          DavException.Kind.NOT_UNDERSTOOD,
          request.method(),
          from.toString(),
          "redirected to something that is no address: " + Excerpt.of(target),
          notAnUrl);
    }
  }

  /**
   * Nothing that came encrypted is sent on in clear text, and no item is sent to another host: a
   * hotel's network redirects everything to its login page.
   */
  private Location allowed(Request request, Location from, Location to) {
    boolean inClear = from.origin().secure() && !to.origin().secure();
    boolean elsewhere = !home.trusts(to.origin()) && !request.repeatable();
    if (inClear || elsewhere) {
      throw new DavException(
          DavException.Kind.REDIRECTED,
          request.method(),
          from.toString(),
          "sent on to " + to + (inClear ? ", which is not encrypted" : ", another server"),
          null);
    }
    return to;
  }

  private DavException failed(Request request, Location at, Exception e) {
    Throwable cause = e instanceof XMLStreamException x ? inner(x) : e;
    DavException.Kind kind = kind(cause);
    if (kind == DavException.Kind.LOST) {
      lost.incrementAndGet();
    }
    String detail =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new DavException(kind, request.method(), at.toString(), excerpt(cause, detail), e);
  }

  /** Two fingerprints and the names in a certificate are longer than other messages. */
  private static String excerpt(Throwable cause, String detail) {
    return cause instanceof SSLException ? Excerpt.of(detail, 900) : Excerpt.of(detail);
  }

  private static Throwable inner(XMLStreamException e) {
    @Nullable Throwable nested =
        e.getNestedException() == null ? e.getCause() : e.getNestedException();
    return nested instanceof IOException ? nested : e;
  }

  private static DavException.Kind kind(Throwable e) {
    return switch (e) {
      case BoundedInput.TooLarge tooLarge -> DavException.Kind.TOO_LARGE;
      case CharacterCodingException bad -> DavException.Kind.NOT_UNDERSTOOD;
      case ProxyRefused proxy -> DavException.Kind.NOT_SENT;
      case ConnectException refused -> DavException.Kind.NOT_SENT;
      case UnknownHostException unknown -> DavException.Kind.NOT_SENT;
      case NoRouteToHostException noRoute -> DavException.Kind.NOT_SENT;
      case ConnectTimeoutException slow -> DavException.Kind.NOT_SENT;
      case ConnectionRequestTimeoutException busy -> DavException.Kind.NOT_SENT;
      case SSLHandshakeException tls -> DavException.Kind.NOT_SENT;
      case SSLPeerUnverifiedException tls -> DavException.Kind.NOT_SENT;
      case SocketTimeoutException slow -> DavException.Kind.TIMEOUT;
      case InterruptedIOException stopped -> DavException.Kind.LOST;
      case IOException lost -> DavException.Kind.LOST;
      default -> DavException.Kind.NOT_UNDERSTOOD;
    };
  }

  @Override
  public void close() {
    watch.shutdownNow();
    http.close(org.apache.hc.core5.io.CloseMode.GRACEFUL);
  }
}
