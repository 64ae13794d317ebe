package org.tandemsync.dav.client;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks the system for the proxy to a host once in a few seconds, not for each request: it would
 * take as long as the request itself. A notebook that is carried into another network is noticed
 * all the same.
 */
final class RememberedRoutes implements HttpRoutePlanner {
  private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(5);

  private final HttpRoutePlanner planner;
  private volatile @Nullable Known last;

  private record Known(HttpHost target, HttpRoute route, long since) {}

  RememberedRoutes(HttpRoutePlanner planner) {
    this.planner = planner;
  }

  /** Asks for the route. */
  private interface Question {
    HttpRoute answer() throws HttpException;
  }

  @Override
  public HttpRoute determineRoute(HttpHost target, HttpContext context) throws HttpException {
    return remembered(target, () -> planner.determineRoute(target, context));
  }

  @Override
  public HttpRoute determineRoute(HttpHost target, HttpRequest request, HttpContext context)
      throws HttpException {
    return remembered(target, () -> planner.determineRoute(target, request, context));
  }

  private HttpRoute remembered(HttpHost target, Question question) throws HttpException {
    Known known = last;
    if (known != null && isGood(known, target)) {
      return known.route;
    }
    try {
      HttpRoute route = question.answer();
      last = new Known(target, route, System.nanoTime());
      return route;
    } catch (IllegalArgumentException noAddress) { // see EnvironmentProxies
      throw new HttpException(noAddress.getMessage(), noAddress);
    }
  }

  private static boolean isGood(Known known, HttpHost target) {
    return known.target.equals(target) && System.nanoTime() - known.since < GOOD_FOR;
  }
}
