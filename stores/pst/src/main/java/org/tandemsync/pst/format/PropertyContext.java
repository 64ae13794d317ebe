package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.DataSource;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Span;

/** The properties of an object ([MS-PST] 2.3.3). */
public final class PropertyContext {
  private final Heap heap;

  public PropertyContext(Node node) {
    this.heap = new Heap(node, Heap.PROPERTIES);
  }

  /**
   * All properties, in the order of the file. A value that cannot be reached fails when it is read,
   * not before: one damaged value does not hide the others.
   */
  public List<RawProperty> properties() {
    HeapTree tree = new HeapTree(heap, heap.root());
    if (tree.keySize() != 2 || tree.dataSize() != 6) {
      throw new DamagedException(
          "the properties of the node " + heap.node().id() + " are not well-formed");
    }
    List<RawProperty> properties = new ArrayList<>();
    for (Span record : tree.records()) {
      int type = record.u16(2);
      int size = ValueTypes.fixedSize(type);
      DataSource value =
          size > 0 && size <= 4
              ? DataSource.of(record.slice(4, 4))
              : new Reference(heap, record.i32(4));
      properties.add(new RawProperty(record.u16(0), type, value));
    }
    return properties;
  }
}
