package org.tandemsync.windows.automation;

import com.sun.jna.Pointer;

/** What of OLE Automation gives and takes back memory: on Windows oleaut32.dll. */
interface OleMemory {

  /** SysAllocStringLen: a BSTR. */
  Pointer text(String text);

  /** SysFreeString; null is allowed. */
  void free(Pointer text);

  /** SafeArrayCreateVector, from index 0: an array of one dimension, filled with zeros. */
  Pointer vector(int type, int length);

  /** VariantClear: frees all that a VARIANT holds, and releases an object in it. */
  void clear(Pointer variant);
}
