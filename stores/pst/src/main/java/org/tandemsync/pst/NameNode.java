package org.tandemsync.pst;

import java.util.HashMap;
import java.util.Map;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.PropertyContext;

/** The node in which a file keeps the names of properties ([MS-PST] 2.4.7). */
final class NameNode {
  private static final int GUIDS = 2;
  private static final int ENTRIES = 3;
  private static final int STRINGS = 4;

  private NameNode() {}

  static NameMap read(Database database) {
    Map<Integer, Span> streams = new HashMap<>();
    for (RawProperty p : new PropertyContext(database.requireNode(NodeId.NAMES)).properties()) {
      if (p.id() >= GUIDS && p.id() <= STRINGS) {
        streams.put(p.id(), p.value().all(PropertyBag.MOST));
      }
    }
    return NameMap.parse(
        streams.getOrDefault(GUIDS, Span.EMPTY),
        streams.getOrDefault(ENTRIES, Span.EMPTY),
        streams.getOrDefault(STRINGS, Span.EMPTY));
  }
}
