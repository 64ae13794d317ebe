package org.tandemsync.pst.format;

import java.util.Optional;
import org.tandemsync.mapi.DataSource;

/** Where a value is kept that does not stand with the others of its object. */
public final class Apart {
  private Apart() {}

  /** The subnode that holds the value, if it is not in the heap of its object. */
  public static Optional<NodeId> subnode(DataSource value) {
    return value instanceof Reference reference ? reference.subnode() : Optional.empty();
  }
}
