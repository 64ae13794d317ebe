package org.tandemsync.windows.automation;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;

/** EXCEPINFO (oaidl.h): what an object says about why a call failed. */
final class ExceptionDetails implements AutoCloseable {
  private static final HResult EXCEPTION = new HResult(0x80020009);

  // Two short numbers, then everything at a multiple of a pointer's size.
  private static final int SOURCE = Native.POINTER_SIZE;
  private static final int DESCRIPTION = 2 * Native.POINTER_SIZE;
  private static final int HELP_FILE = 3 * Native.POINTER_SIZE;
  private static final int DEFERRED = 6 * Native.POINTER_SIZE;
  private static final int CODE = 7 * Native.POINTER_SIZE;
  private static final int SIZE = 8 * Native.POINTER_SIZE;

  private final OleMemory memory;
  private final Memory at = new Memory(SIZE);

  ExceptionDetails(OleMemory memory) {
    this.memory = memory;
    at.clear();
  }

  Pointer address() {
    return at;
  }

  /** What a failed call ends with. */
  AutomationException exception(int result, String member) {
    if (result != EXCEPTION.code()) {
      return new AutomationException(new HResult(result), member, "the call failed");
    }
    Pointer deferred = at.getPointer(DEFERRED);
    if (deferred != null) {
      int _ = Function.getFunction(deferred).invokeInt(new Object[] {at});
    }
    int code = at.getInt(CODE);
    String said = VariantMemory.text(at.getPointer(DESCRIPTION)).strip();
    return new AutomationException(
        code == 0 ? EXCEPTION : new HResult(code), member, said.isEmpty() ? "it failed" : said);
  }

  @Override
  public void close() {
    for (int text : new int[] {SOURCE, DESCRIPTION, HELP_FILE}) {
      Pointer there = at.getPointer(text);
      if (there != null) {
        memory.free(there);
      }
    }
    at.close();
  }
}
