package org.tandemsync.windows.automation;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandemsync.outlook.automation.Variant;

/**
 * An IDispatch of native functions as Outlook's is, with type information and connection points:
 * what the adapter calls, read with eyes of its own.
 */
final class FakeObject {
  final List<String> log = new ArrayList<>();
  final Map<String, Variant> answers = new HashMap<>();
  int references = 1;
  int status;
  @Nullable String failure;
  @Nullable ComPointer sink;

  private final TestMemory memory;
  private final List<String> names = new ArrayList<>();
  private final List<Object> kept = new ArrayList<>();
  private final Memory object = table(29);
  private final UUID kind;

  FakeObject(TestMemory memory, UUID kind) {
    this.memory = memory;
    this.kind = kind;
    common(object);
    put(object, 4, (EventSink.TypeDescribed) (self, i, locale, answer) -> typeInformation(answer));
    put(object, 5, (EventSink.IdsOfNames) (s, iid, name, n, locale, ids) -> ids(name, ids));
    put(object, 6, (EventSink.Invoke) this::invoke);
  }

  ComPointer pointer() {
    return new ComPointer(object);
  }

  // ---- tables of functions

  private Memory table(int functions) {
    Memory table = new Memory((long) functions * Native.POINTER_SIZE);
    table.clear();
    Memory start = new Memory(Native.POINTER_SIZE);
    start.setPointer(0, table);
    kept.add(table);
    kept.add(start);
    return start;
  }

  private void put(Memory start, int index, Callback function) {
    kept.add(function);
    start
        .getPointer(0)
        .setPointer(
            (long) index * Native.POINTER_SIZE, CallbackReference.getFunctionPointer(function));
  }

  private void common(Memory start) {
    put(start, 0, (EventSink.QueryInterface) (self, iid, answer) -> query(iid, answer));
    put(start, 1, (EventSink.Count) self -> ++references);
    put(start, 2, (EventSink.Count) self -> --references);
  }

  private int give(Pointer answer, Pointer what) {
    references++;
    answer.setPointer(0, what);
    return 0;
  }

  private int query(Pointer iid, Pointer answer) {
    if (!Guid.read(iid).equals(Guid.CONNECTION_POINT_CONTAINER)) {
      return 0x80004002;
    }
    Memory container = table(5);
    common(container);
    put(
        container,
        4,
        (EventSink.QueryInterface) (self, events, point) -> give(point, connectionPoint()));
    return give(answer, container);
  }

  /** IConnectionPoint::Advise. */
  interface Advise extends Callback {
    int callback(Pointer self, Pointer sink, Pointer cookie);
  }

  /** IConnectionPoint::Unadvise. */
  interface Unadvise extends Callback {
    int callback(Pointer self, int cookie);
  }

  private Memory connectionPoint() {
    Memory point = table(8);
    common(point);
    put(
        point,
        5,
        (Advise)
            (self, to, cookie) -> {
              ComPointer added = new ComPointer(to);
              added.addRef();
              sink = added;
              cookie.setInt(0, 77);
              return 0;
            });
    put(
        point,
        6,
        (Unadvise)
            (self, cookie) -> {
              log.add("unadvise " + cookie);
              ComPointer gone = sink;
              sink = null;
              if (gone != null) {
                gone.release();
              }
              return 0;
            });
    return point;
  }

  private int typeInformation(Pointer answer) {
    log.add("GetTypeInfo");
    Memory information = table(20);
    common(information);
    Memory attributes = Guid.of(kind);
    kept.add(attributes);
    put(
        information,
        3,
        (EventSink.TypesCounted)
            (self, place) -> {
              place.setPointer(0, attributes);
              return 0;
            });
    put(information, 19, (EventSink.TypesCounted) (self, given) -> 0);
    return give(answer, information);
  }

  // ---- IDispatch

  private int ids(Pointer list, Pointer ids) {
    Pointer text = list.getPointer(0);
    StringBuilder name = new StringBuilder();
    for (int i = 0; text.getShort(2L * i) != 0; i++) {
      name.append((char) text.getShort(2L * i));
    }
    log.add("GetIDsOfNames " + name);
    if (!answers.containsKey(name.toString())) {
      return 0x80020006;
    }
    names.add(name.toString());
    ids.setInt(0, 100 + names.size() - 1);
    return 0;
  }

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
    String name = names.get(member - 100);
    int p = Native.POINTER_SIZE;
    int count = parameters.getInt(2L * p);
    StringBuilder call = new StringBuilder(name + " " + flags);
    for (int i = count - 1; i >= 0; i--) {
      Pointer argument = parameters.getPointer(0).share((long) i * VariantMemory.SIZE);
      call.append(' ').append(shown(argument));
    }
    if (parameters.getInt(2L * p + 4) == 1) {
      call.append(" named ").append(parameters.getPointer(p).getInt(0));
    }
    log.add(call.toString());
    if (failure != null) {
      exception.setPointer(2L * p, memory.text(failure));
      exception.setInt(7L * p, status);
      return 0x80020009;
    }
    if (status != 0) {
      return status;
    }
    if (result != null) {
      write(result, answers.getOrDefault(name, Variant.NOTHING));
    }
    return 0;
  }

  private void write(Pointer result, Variant answer) {
    new VariantMemory(
            memory,
            pointer -> {
              throw new AssertionError("only written");
            })
        .write(result, answer);
    if (answer instanceof Variant.Reference(var object)) {
      ComDispatch.of(object).addRef();
    }
  }

  private static String shown(Pointer variant) {
    int type = Short.toUnsignedInt(variant.getShort(0));
    return switch (type) {
      case VarType.BSTR -> {
        Pointer text = variant.getPointer(8);
        yield "'"
            + new String(text.getByteArray(0, text.getInt(-4)), StandardCharsets.UTF_16LE)
            + "'";
      }
      case VarType.I4 -> "" + variant.getInt(8);
      case VarType.BOOL -> "bool " + variant.getShort(8);
      case VarType.ERROR -> "error " + Integer.toHexString(variant.getInt(8));
      case VarType.DISPATCH -> "object";
      default -> "type " + type;
    };
  }
}
