package org.tandemsync.windows.automation;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Optional;
import java.util.UUID;

/**
 * A pointer to an interface: it points at a pointer to a table of functions, the first three of
 * which are those of IUnknown.
 */
record ComPointer(Pointer address) {
  private static final int QUERY_INTERFACE = 0;
  private static final int ADD_REF = 1;
  private static final int RELEASE = 2;

  /** Calls a function of the table, and gives its HRESULT. */
  int call(int index, Object... arguments) {
    Pointer function = address.getPointer(0).getPointer((long) index * Native.POINTER_SIZE);
    Object[] all = new Object[arguments.length + 1];
    all[0] = address;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Function.getFunction(function).invokeInt(all);
  }

  void addRef() {
    int _ = call(ADD_REF);
  }

  void release() {
    int _ = call(RELEASE);
  }

  /** Another interface of the same object, counted on its own; empty if it has none. */
  Optional<ComPointer> query(UUID iid) {
    try (Memory id = Guid.of(iid);
        Memory answer = pointer()) {
      int result = call(QUERY_INTERFACE, id, answer);
      return result < 0 ? Optional.empty() : at(answer);
    }
  }

  /** A place for a pointer that a call gives. */
  static Memory pointer() {
    Memory memory = new Memory(Native.POINTER_SIZE);
    memory.clear();
    return memory;
  }

  /** What such a place holds. */
  static Optional<ComPointer> at(Memory place) {
    return Optional.ofNullable(place.getPointer(0)).map(ComPointer::new);
  }
}
