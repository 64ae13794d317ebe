package org.tandemsync.windows.automation;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.outlook.automation.EventListener;
import org.tandemsync.outlook.automation.EventSet;
import org.tandemsync.outlook.automation.Variant;

/**
 * An object of ours that another program calls: an IDispatch made of callbacks. It answers to the
 * interface of its events, and stays in memory until the last reference to it is released: Java's
 * garbage collector does not know that Outlook holds one.
 */
final class EventSink {
  private static final Logger LOG = LoggerFactory.getLogger(EventSink.class);

  private static final int OK = 0;
  private static final int NO_INTERFACE = 0x80004002;
  private static final int NOT_IMPLEMENTED = 0x80004001;
  private static final int MEMBER_NOT_FOUND = 0x80020003;
  private static final int BAD_INDEX = 0x8002000B;

  /** Those that others hold. */
  private static final Set<EventSink> HELD = Collections.synchronizedSet(new HashSet<>());

  private final EventSet events;
  private final EventListener listener;
  private final VariantMemory variants;
  private final Set<UUID> interfaces;
  private final Memory table = new Memory(7L * Native.POINTER_SIZE);
  private final Memory object = new Memory(Native.POINTER_SIZE);
  private final List<Callback> functions = new ArrayList<>();
  private int references;

  /** IUnknown::QueryInterface. */
  interface QueryInterface extends Callback {
    int callback(Pointer self, Pointer iid, Pointer answer);
  }

  /** IUnknown::AddRef and Release. */
  interface Count extends Callback {
    int callback(Pointer self);
  }

  /** IDispatch::GetTypeInfoCount. */
  interface TypesCounted extends Callback {
    int callback(Pointer self, Pointer count);
  }

  /** IDispatch::GetTypeInfo. */
  interface TypeDescribed extends Callback {
    int callback(Pointer self, int index, int locale, Pointer answer);
  }

  /** IDispatch::GetIDsOfNames. */
  interface IdsOfNames extends Callback {
    int callback(Pointer self, Pointer iid, Pointer names, int count, int locale, Pointer ids);
  }

  /** IDispatch::Invoke. */
  interface Invoke extends Callback {
    int callback(
        Pointer self,
        int member,
        Pointer iid,
        int locale,
        short flags,
        Pointer parameters,
        Pointer result,
        Pointer exception,
        Pointer wrong);
  }

  EventSink(EventSet events, EventListener listener, VariantMemory variants) {
    this.events = events;
    this.listener = listener;
    this.variants = variants;
    this.interfaces = Set.of(Guid.UNKNOWN, Guid.DISPATCH, events.iid());
    set(0, (QueryInterface) this::query);
    set(1, (Count) self -> count(1));
    set(2, (Count) self -> count(-1));
    set(3, (TypesCounted) EventSink::noTypes);
    set(4, (TypeDescribed) (self, index, locale, answer) -> BAD_INDEX);
    set(5, (IdsOfNames) (self, iid, names, count, locale, ids) -> NOT_IMPLEMENTED);
    set(6, (Invoke) this::invoke);
    object.setPointer(0, table);
  }

  private void set(int index, Callback function) {
    functions.add(function);
    table.setPointer(
        (long) index * Native.POINTER_SIZE, CallbackReference.getFunctionPointer(function));
  }

  /** Counts no reference; whoever keeps it adds one. */
  ComPointer pointer() {
    return new ComPointer(object);
  }

  private int query(Pointer self, Pointer iid, Pointer answer) {
    if (!interfaces.contains(Guid.read(iid))) {
      answer.setPointer(0, Pointer.NULL);
      return NO_INTERFACE;
    }
    answer.setPointer(0, self);
    int _ = count(1);
    return OK;
  }

  private synchronized int count(int change) {
    references += change;
    if (references > 0) {
      HELD.add(this);
    } else {
      HELD.remove(this);
    }
    return references;
  }

  private static int noTypes(Pointer self, Pointer count) {
    count.setInt(0, 0);
    return OK;
  }

  /** Whatever happens here, the other program must not see it. */
  @SuppressWarnings("CatchingUnchecked")
  private int invoke(
      Pointer self,
      int member,
      Pointer iid,
      int locale,
      short flags,
      Pointer parameters,
      Pointer result,
      Pointer exception,
      Pointer wrong) {
    String name = events.names().get(member);
    if (name == null) {
      return MEMBER_NOT_FOUND; // one that we do not listen to
    }
    try {
      listener.happened(name, arguments(parameters));
    } catch (RuntimeException e) {
      LOG.warn("event {}", name, e);
    }
    return OK;
  }

  private List<Variant> arguments(Pointer parameters) {
    int count = parameters.getInt(2L * Native.POINTER_SIZE);
    Variant[] arguments = new Variant[count];
    Pointer values = parameters.getPointer(0);
    for (int i = 0; i < count; i++) {
      arguments[count - 1 - i] = variants.read(values.share((long) VariantMemory.SIZE * i));
    }
    return Arrays.asList(arguments);
  }
}
