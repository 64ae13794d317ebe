package org.tandemsync.windows.automation;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;

/**
 * A SAFEARRAY ([MS-OAUT] 2.2.30.10, oaidl.h) in memory: {@code cDims}, {@code fFeatures}, {@code
 * cbElements}, {@code cLocks}, {@code pvData}, and then the bounds, those of the last dimension
 * first. Of the elements, those of the first dimension lie side by side.
 */
record SafeArray(Pointer at) {
  private static final int ELEMENT_SIZE = 4;
  private static final int BOUND_SIZE = 8;

  // Behind cLocks, at the next multiple of a pointer's size.
  private static final int ELEMENTS = Native.POINTER_SIZE == 8 ? 16 : 12;
  private static final int BOUNDS = ELEMENTS + Native.POINTER_SIZE;

  /** 64 million: no answer of Outlook's is as large. */
  private static final long MOST = 1L << 26;

  int dimensions() {
    return Short.toUnsignedInt(at.getShort(0));
  }

  int elementSize() {
    return at.getInt(ELEMENT_SIZE);
  }

  /**
   * How many elements a dimension has.
   *
   * @param dimension from 0; the first is the leftmost one
   */
  int length(int dimension) {
    long bound = BOUNDS + (long) BOUND_SIZE * (dimensions() - 1 - dimension);
    long length = Integer.toUnsignedLong(at.getInt(bound));
    if (length > MOST) {
      throw new AutomationException(
          HResult.E_OUTOFMEMORY, "SAFEARRAY", "an array of " + length + " elements");
    }
    return (int) length;
  }

  /** Where the elements are; null if there are none. */
  Pointer elements() {
    return at.getPointer(ELEMENTS);
  }

  /** Where an element is. */
  Pointer element(int index) {
    return elements().share((long) index * elementSize());
  }

  /** Where an element of two dimensions is. */
  Pointer element(int first, int second) {
    return elements().share((first + (long) second * length(0)) * elementSize());
  }
}
