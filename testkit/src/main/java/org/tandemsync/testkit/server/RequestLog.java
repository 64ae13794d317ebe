package org.tandemsync.testkit.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The requests seen, oldest first; the last 100,000 are kept. */
public final class RequestLog {
  private static final int KEPT = 100_000;
  private final Deque<SeenRequest> seen = new ArrayDeque<>();

  synchronized void add(SeenRequest request) {
    if (seen.size() == KEPT) {
      seen.removeFirst();
    }
    seen.addLast(request);
  }

  public synchronized List<SeenRequest> all() {
    return List.copyOf(seen);
  }

  public synchronized void clear() {
    seen.clear();
  }

  public synchronized long count(Predicate<SeenRequest> which) {
    return seen.stream().filter(which).count();
  }

  public long count(String method) {
    return count(request -> request.method().equals(method));
  }

  /** How many requests changed something, or tried to. */
  public long writes() {
    return count(SeenRequest::isWrite);
  }

  /** How many requests asked for bodies of items. */
  public long reads() {
    return count(SeenRequest::isRead);
  }
}
