package org.tandemsync.pst.format;

import java.io.InputStream;

/** A value elsewhere in the node, found when it is asked for. */
record Reference(Heap heap, int id) implements DataSource {
  @Override
  public long size() {
    return heap.value(id).size();
  }

  @Override
  public Span all(int most) {
    return heap.value(id).all(most);
  }

  @Override
  public InputStream stream() {
    return heap.value(id).stream();
  }
}
