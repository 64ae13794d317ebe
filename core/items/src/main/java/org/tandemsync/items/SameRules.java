package org.tandemsync.items;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Time zones in which clocks show the same for a while, whatever they did before. */
public final class SameRules {
  /** Nobody knows the rules of zones so far ahead. */
  public static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  private SameRules() {}

  /**
   * Whether clocks show the same in both.
   *
   * @param until exclusive; up to {@link #END} to ask for good
   */
  public static boolean between(ZoneRules one, ZoneRules other, Instant from, Instant until) {
    if (one.equals(other)) {
      return true;
    }
    Instant at = from;
    do {
      if (!one.getOffset(at).equals(other.getOffset(at))) {
        return false;
      }
      at = earlier(next(one, at), next(other, at));
    } while (at.isBefore(until));
    return true;
  }

  private static Instant next(ZoneRules rules, Instant after) {
    ZoneOffsetTransition next = rules.nextTransition(after);
    return next == null ? Instant.MAX : next.getInstant();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
