package org.tandemsync.windows.automation;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What oleaut32.dll does, written after Microsoft's pages; counts what is not given back. */
final class TestMemory implements OleMemory {
  private final Map<Long, Memory> allocated = new HashMap<>();

  int open() {
    return allocated.size();
  }

  private Pointer keep(Memory memory, int from) {
    Pointer start = memory.share(from);
    allocated.put(Pointer.nativeValue(start), memory);
    return start;
  }

  @Override
  public Pointer text(String text) {
    byte[] characters = text.getBytes(StandardCharsets.UTF_16LE);
    Memory memory = new Memory(4L + characters.length + 2);
    memory.clear();
    memory.setInt(0, characters.length);
    memory.write(4, characters, 0, characters.length);
    return new Pointer(Pointer.nativeValue(keep(memory, 4)));
  }

  @Override
  public void free(Pointer text) {
    if (allocated.remove(Pointer.nativeValue(text)) == null) {
      throw new AssertionError("freed twice, or never allocated");
    }
  }

  @Override
  public Pointer vector(int type, int length) {
    return array(type, length);
  }

  /** SafeArrayCreate, the first dimension first. */
  Pointer array(int type, int... lengths) {
    int p = Native.POINTER_SIZE;
    int bounds = p == 8 ? 24 : 16;
    int count = 1;
    for (int length : lengths) {
      count *= length;
    }
    int size = VarType.size(type);
    int head = bounds + 8 * lengths.length;
    int data = (head + 15) / 16 * 16;
    Memory memory = new Memory((long) data + Math.max(1, (long) count * size));
    memory.clear();
    memory.setShort(0, (short) lengths.length);
    memory.setShort(2, (short) type); // where a test finds it again
    memory.setInt(4, size);
    memory.setPointer(p == 8 ? 16 : 12, memory.share(data));
    for (int i = 0; i < lengths.length; i++) {
      memory.setInt(bounds + 8L * (lengths.length - 1 - i), lengths[i]);
    }
    return new Pointer(Pointer.nativeValue(keep(memory, 0)));
  }

  @Override
  public void clear(Pointer variant) {
    int type = Short.toUnsignedInt(variant.getShort(0));
    Pointer value = variant.getPointer(8);
    if (type == VarType.BSTR) {
      free(value);
    } else if (type == VarType.DISPATCH && value != null) {
      new ComPointer(value).release();
    } else if ((type & VarType.ARRAY) != 0) {
      clearElements(value);
      free(value);
    }
    variant.setMemory(0, VariantMemory.SIZE, (byte) 0);
  }

  private void clearElements(Pointer array) {
    SafeArray elements = new SafeArray(array);
    int count = elements.length(0) * (elements.dimensions() == 2 ? elements.length(1) : 1);
    int type = array.getShort(2);
    for (int i = 0; i < count; i++) {
      if (type == VarType.VARIANT) {
        clear(elements.element(i));
      } else if (type == VarType.BSTR) {
        Pointer text = elements.element(i).getPointer(0);
        if (text != null) {
          free(text);
        }
      }
    }
  }
}
