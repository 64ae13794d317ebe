package org.tandemsync.outlook.automation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Repeats calls that were rejected because the other side is busy. Such a call has had no effect
 * ([MS-ERREF] RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER), so that no effect is doubled; all
 * other failures go through. What comes out of an object is patient too.
 */
public final class PatientDispatch implements Dispatch {
  private final Dispatch inner;
  private final Patience patience;
  private final Patience.Pause pause;

  public PatientDispatch(Dispatch inner, Patience patience, Patience.Pause pause) {
    this.inner = inner;
    this.patience = patience;
    this.pause = pause;
  }

  /** The same object, without patience. */
  public Dispatch inner() {
    return inner;
  }

  @Override
  public Variant get(String property) {
    return patient(repeated(() -> inner.get(property)));
  }

  @Override
  public void put(String property, Variant value) {
    repeated(
        () -> {
          inner.put(property, plain(value));
          return Variant.NOTHING;
        });
  }

  @Override
  public Variant call(String method, Variant... arguments) {
    Variant[] plain = Arrays.stream(arguments).map(PatientDispatch::plain).toArray(Variant[]::new);
    return patient(repeated(() -> inner.call(method, plain)));
  }

  private Variant repeated(Supplier<Variant> call) {
    Deque<Duration> left = new ArrayDeque<>(patience.pauses());
    while (true) {
      try {
        return call.get();
      } catch (AutomationException e) {
        if (!e.result().busy() || left.isEmpty()) {
          throw e;
        }
        pause.of(left.removeFirst());
      }
    }
  }

  private Variant patient(Variant value) {
    return value instanceof Variant.Reference(Dispatch object)
        ? Variant.of(new PatientDispatch(object, patience, pause))
        : value;
  }

  /** The other side knows its own objects only. */
  private static Variant plain(Variant value) {
    return value instanceof Variant.Reference(PatientDispatch object)
        ? Variant.of(object.inner)
        : value;
  }

  @Override
  public void close() {
    inner.close();
  }
}
