package org.tandemsync.windows.automation;

import org.tandemsync.outlook.automation.Dispatch;

/**
 * What all objects of an apartment share.
 *
 * @param turn the thread that they belong to
 * @param names the numbers of their members
 */
record ApartmentObjects(Turn turn, DispatchNames names, OleMemory memory) {
  ApartmentObjects(Turn turn, OleMemory memory) {
    this(turn, new DispatchNames(), memory);
  }

  VariantMemory variants() {
    return new VariantMemory(memory, this::object);
  }

  /** Takes over a reference. */
  Dispatch object(ComPointer pointer) {
    return new ComDispatch(this, pointer);
  }
}
