package org.tandemsync.pst.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;

/** A node or subnode: data, and subnodes of its own. Both are read when they are asked for. */
public final class Node {
  private final Database database;
  private final NodeEntry entry;
  private @Nullable Map<NodeId, NodeEntry> subnodes;
  private @Nullable DataTree data;

  Node(Database database, NodeEntry entry) {
    this.database = database;
    this.entry = entry;
  }

  public NodeId id() {
    return entry.id();
  }

  public NodeEntry entry() {
    return entry;
  }

  boolean isOf(Database other) {
    return database == other;
  }

  Optional<BlockRef> block(long id) {
    return database.blockEntry(id).map(BlockEntry::ref);
  }

  Layout layout() {
    return database.layout();
  }

  public synchronized DataTree data() {
    DataTree tree = data;
    if (tree == null) {
      tree = database.data(entry.data());
      data = tree;
    }
    return tree;
  }

  private synchronized Map<NodeId, NodeEntry> index() {
    Map<NodeId, NodeEntry> index = subnodes;
    if (index == null) {
      index = new LinkedHashMap<>();
      for (NodeEntry e : database.subnodes(entry.subnodes())) {
        index.putIfAbsent(e.id(), e);
      }
      subnodes = index;
    }
    return index;
  }

  /** The subnodes as they are listed. */
  public Collection<NodeEntry> subnodes() {
    return index().values();
  }

  public Optional<Node> subnode(NodeId id) {
    return Optional.ofNullable(index().get(id)).map(e -> new Node(database, e));
  }

  /** The subnode {@code id}, which a value or table of this node refers to. */
  public Node requireSubnode(NodeId id) {
    return subnode(id)
        .orElseThrow(
            () ->
                new DamagedException("the subnode " + id + " of the node " + id() + " is missing"));
  }
}
