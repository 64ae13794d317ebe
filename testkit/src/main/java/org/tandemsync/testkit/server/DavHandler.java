package org.tandemsync.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Between HTTP and the service: applies the dials, writes the log. */
final class DavHandler implements HttpHandler {
  private static final int LARGEST_BODY = 200_000_000;

  private final DavService service;
  private final EmbeddedDavServer server;
  private final AtomicInteger working = new AtomicInteger();

  DavHandler(DavService service, EmbeddedDavServer server) {
    this.service = service;
    this.server = server;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
    var request =
        new DavRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestHeaders(),
            body);
    Dials dials = server.dials();
    int limit = dials.workers;
    boolean tooMany = working.incrementAndGet() > limit && limit > 0;
    try {
      if (tooMany || dials.cutBefore.happens(request)) {
        log(request, DavResponse.of(0), 0, false);
        exchange.close();
        return;
      }
      work(exchange, dials, request);
    } finally {
      working.decrementAndGet();
    }
  }

  private void work(HttpExchange exchange, Dials dials, DavRequest request) throws IOException {
    Optional<DavResponse> instead = insteadOfCarryingOut(dials, request);
    DavResponse response = instead.orElseGet(() -> behindProxy(dials, request));
    if (response.status() == 207 && dials.truncateXml.happens(request)) {
      response = response.withBody(firstHalf(response.body()));
    }
    if (dials.slow.happens(request)) {
      sleep(dials);
    }
    if (instead.isEmpty() && dials.loseAnswer.happens(request)) {
      log(request, DavResponse.of(0), 0, true);
      exchange.close();
      return;
    }
    send(exchange, request, response, instead.isEmpty());
  }

  private DavResponse behindProxy(Dials dials, DavRequest request) {
    String under = dials.shownUnder;
    if (under.isEmpty() || !request.path().startsWith(under + "/")) {
      return dials.shownThereOnly ? DavResponse.of(404) : carryOut(request);
    }
    String path = request.path().substring(under.length());
    return carryOut(new DavRequest(request.method(), path, request.headers(), request.body()));
  }

  private DavResponse carryOut(DavRequest request) {
    try {
      return service.handle(request);
    } catch (RuntimeException e) {
      // a defect of this server must not look like one of the client
      e.printStackTrace();
      return DavResponse.text(500, "The embedded server failed: " + e);
    }
  }

  private static Optional<DavResponse> insteadOfCarryingOut(Dials dials, DavRequest request) {
    if (dials.redirect.happens(request) && request.path().startsWith(dials.redirectFrom)) {
      String rest = request.path().substring(dials.redirectFrom.length());
      return Optional.of(
          DavResponse.of(dials.redirectStatus).with("Location", dials.redirectTo + rest));
    }
    if (dials.loginPage.happens(request)) {
      return Optional.of(
          DavResponse.of(200)
              .with("Content-Type", "text/html; charset=utf-8")
              .withBody("<html><body>Please sign in.</body></html>".getBytes(UTF_8)));
    }
    if (dials.refuseExpect != 0 && request.header("Expect").isPresent()) {
      return Optional.of(DavResponse.of(dials.refuseExpect));
    }
    if (dials.refuseChunked != 0 && request.header("Transfer-Encoding").isPresent()) {
      return Optional.of(DavResponse.of(dials.refuseChunked));
    }
    if (dials.forgetCredentials.happens(request)) {
      return Optional.of(DavService.unauthorized(dials.challenge));
    }
    if (dials.overload.happens(request)) {
      DavResponse busy = DavResponse.text(dials.overloadStatus, "Later, please.");
      return Optional.of(
          dials.retryAfter.isEmpty() ? busy : busy.with("Retry-After", dials.retryAfter));
    }
    if (dials.failPrecondition.happens(request)) {
      return Optional.of(DavResponse.of(412));
    }
    if (dials.refuse.happens(request)) {
      return Optional.of(DavResponse.text(dials.refuseStatus, "This one is not welcome."));
    }
    return Optional.empty();
  }

  private void send(
      HttpExchange exchange, DavRequest request, DavResponse response, boolean carriedOut)
      throws IOException {
    Dials dials = server.dials();
    response.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = response.body();
    boolean accepts =
        request
            .header("Accept-Encoding")
            .map(encodings -> encodings.contains("gzip"))
            .orElse(false);
    if (dials.gzip && accepts && body.length > 0) {
      body = gzipped(body);
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      String tag = exchange.getResponseHeaders().getFirst("ETag");
      if (tag != null) {
        exchange.getResponseHeaders().set("ETag", compressed(tag, dials.compressedTags));
      }
    }
    // logged first: who has the answer can rely on the log
    log(request, response, body.length, carriedOut);
    boolean bodiless =
        request.method().equals("HEAD") || response.status() == 204 || response.status() == 304;
    boolean closing = dials.closeSilently.happens(request);
    if (closing && body.length == 0) {
      body = new byte[] {'\n'}; // without a body the JDK's server keeps the connection
    }
    if (bodiless) {
      if (request.method().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      }
      exchange.sendResponseHeaders(response.status(), -1);
    } else if (body.length == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
    } else {
      exchange.sendResponseHeaders(response.status(), body.length);
      OutputStream out = exchange.getResponseBody();
      if (dials.cutAnswer.happens(request)) {
        out.write(firstHalf(body));
        out.flush();
        throw new IOException("cut by a dial"); // closes the connection
      }
      out.write(body);
      out.flush();
    }
    if (closing && !bodiless) {
      throw new IOException("closed by a dial");
    }
    exchange.close();
  }

  private void log(DavRequest request, DavResponse response, long bytesOut, boolean carriedOut) {
    String report = "";
    if (request.method().equals("REPORT") && request.hasBody()) {
      try {
        report = request.xml().name().getLocalPart();
      } catch (Refusal notXml) {
        report = "?";
      }
    }
    server
        .log()
        .add(
            new SeenRequest(
                request.method(),
                request.path(),
                response.status(),
                request.body().length,
                bytesOut,
                report,
                request.header("Depth").orElse(""),
                request.header("If-Match").orElse(""),
                request.header("If-None-Match").orElse(""),
                request.header("User-Agent").orElse(""),
                request.header("Authorization").isPresent(),
                carriedOut));
  }

  private static byte[] firstHalf(byte[] body) {
    return Arrays.copyOf(body, body.length / 2);
  }

  private static String compressed(String tag, Dials.CompressedTag how) {
    return switch (how) {
      case SAME -> tag;
      case WEAK -> tag.startsWith("W/") ? tag : "W/" + tag;
      case SUFFIXED -> tag.replaceFirst("\"$", "-gzip\"");
    };
  }

  private static byte[] gzipped(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  private static void sleep(Dials dials) {
    try {
      Thread.sleep(dials.delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
