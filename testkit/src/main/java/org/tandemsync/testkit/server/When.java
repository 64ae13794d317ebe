package org.tandemsync.testkit.server;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * When a fault happens. Counting ones count the requests they are asked about, so the same requests
 * in the same order meet the same faults: {@code When.every(3).on("PUT")} is every third PUT.
 */
@FunctionalInterface
public interface When {

  boolean happens(DavRequest request);

  static When never() {
    return request -> false;
  }

  static When always() {
    return request -> true;
  }

  /** The n-th, 2n-th, 3n-th... time. */
  static When every(int n) {
    var asked = new AtomicInteger();
    return request -> asked.incrementAndGet() % n == 0;
  }

  /** The first n times. */
  static When first(int n) {
    var asked = new AtomicInteger();
    return request -> asked.incrementAndGet() <= n;
  }

  /** Only the n-th time, counted from 1. */
  static When nth(int n) {
    var asked = new AtomicInteger();
    return request -> asked.incrementAndGet() == n;
  }

  /** Each time with a probability, the same way for the same seed. */
  static When randomly(long seed, double probability) {
    var random = new Random(seed);
    return request -> random.nextDouble() < probability;
  }

  /** Only for these methods; others are not counted. */
  default When on(String... methods) {
    Set<String> wanted = Set.of(methods);
    return request -> wanted.contains(request.method()) && happens(request);
  }

  /** Only for requests such as these; others are not counted. */
  default When where(Predicate<DavRequest> which) {
    return request -> which.test(request) && happens(request);
  }

  /** Only for REPORTs of this kind ("sync-collection", "calendar-multiget"). */
  default When onReport(String kind) {
    return where(
        request ->
            request.method().equals("REPORT") && request.xml().name().getLocalPart().equals(kind));
  }
}
