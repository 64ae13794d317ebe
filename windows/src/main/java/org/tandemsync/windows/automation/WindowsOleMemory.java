package org.tandemsync.windows.automation;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;

/** oleaut32.dll. */
final class WindowsOleMemory implements OleMemory {
  private final Function allocate = function("SysAllocStringLen");
  private final Function free = function("SysFreeString");
  private final Function vector = function("SafeArrayCreateVector");
  private final Function clear = function("VariantClear");

  static Function function(String name) {
    return NativeLibrary.getInstance("oleaut32").getFunction(name);
  }

  @Override
  public Pointer text(String text) {
    byte[] characters = text.getBytes(StandardCharsets.UTF_16LE);
    return there(allocate.invokePointer(new Object[] {characters, characters.length / 2}));
  }

  @Override
  public void free(Pointer text) {
    free.invokeVoid(new Object[] {text});
  }

  @Override
  public Pointer vector(int type, int length) {
    return there(vector.invokePointer(new Object[] {(short) type, 0, length}));
  }

  @Override
  public void clear(Pointer variant) {
    int _ = clear.invokeInt(new Object[] {variant});
  }

  private static Pointer there(Pointer allocated) {
    if (allocated == null) {
      throw new AutomationException(HResult.E_OUTOFMEMORY, "oleaut32", "no memory is left");
    }
    return allocated;
  }
}
