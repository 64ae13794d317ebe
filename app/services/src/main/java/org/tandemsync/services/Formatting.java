package org.tandemsync.services;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;

/**
 * Formatting of texts. Servers, phones and profiles that send plain text only lose it while the
 * words stay: that is no edit, and must not take it away on the other side.
 */
final class Formatting {
  private Formatting() {}

  /** The item with the formatting that the base has for the same words. */
  static Item kept(Item base, Item now) {
    return switch (now) {
      case Appointment a when base instanceof Appointment b -> kept(b, a);
      case Task t when base instanceof Task b && b.body().isFormattingOf(t.body()) ->
          t.toBuilder().body(b.body()).build();
      case Contact c when base instanceof Contact b && b.notes().isFormattingOf(c.notes()) ->
          c.toBuilder().notes(b.notes()).build();
      case DistributionList l
          when base instanceof DistributionList b && b.notes().isFormattingOf(l.notes()) ->
          l.toBuilder().notes(b.notes()).build();
      default -> now;
    };
  }

  private static Appointment kept(Appointment base, Appointment now) {
    Map<Object, Body> bodies = new HashMap<>();
    base.exceptions().forEach(e -> bodies.put(e.originalStart(), e.occurrence().body()));
    List<ExceptionalOccurrence> exceptions =
        now.exceptions().stream()
            .map(e -> kept(bodies.getOrDefault(e.originalStart(), Body.EMPTY), e))
            .toList();
    boolean same = exceptions.equals(now.exceptions());
    if (same && !base.body().isFormattingOf(now.body())) {
      return now;
    }
    Body body = base.body().isFormattingOf(now.body()) ? base.body() : now.body();
    return now.toBuilder().body(body).exceptions(exceptions).build();
  }

  private static ExceptionalOccurrence kept(Body base, ExceptionalOccurrence now) {
    return base.isFormattingOf(now.occurrence().body())
        ? new ExceptionalOccurrence(
            now.originalStart(), now.occurrence().toBuilder().body(base).build())
        : now;
  }
}
