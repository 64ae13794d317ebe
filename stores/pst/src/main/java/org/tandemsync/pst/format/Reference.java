package org.tandemsync.pst.format;

import java.io.InputStream;
import java.util.Optional;
import org.tandemsync.mapi.DataSource;
import org.tandemsync.mapi.Span;

/** A value elsewhere in the node, found when it is asked for. */
record Reference(Heap heap, int id) implements DataSource {
  Optional<NodeId> subnode() {
    return Heap.inHeap(id) ? Optional.empty() : Optional.of(new NodeId(id));
  }

  /** The block that the value begins at if it is kept in a subnode. */
  Optional<Long> outside() {
    return subnode().map(n -> heap.node().requireSubnode(n).entry().data());
  }

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
