package org.tandemsync.pst.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableContext;

/** Folders, their tables and their items: everything that is kept twice must be the same twice. */
final class MessagingCheck {
  private static final int SUBFOLDERS = 0x360A000B;
  private static final int CONTENT_COUNT = 0x36020003;
  private static final int UNREAD_COUNT = 0x36030003;
  private static final int MESSAGE_FLAGS = 0x0E070003;
  private static final int MESSAGE_SIZE = 0x0E080003;
  private static final int ROW_VERSION = 0x67F30003;

  /** Columns that are kept in rows only, or are no copies ([MS-PST] 2.4.4, 2.4.5). */
  private static final Set<Integer> NO_COPY =
      Set.of(
          0x67F2, 0x67F3, 0x0E17, 0x3013, 0x0E30, 0x0E33, 0x0E34, 0x0E38, 0x0E3C, 0x0E3D, 0x0E05);

  /** What the rows of an offline copy (.ost) keep of the server, and its items do not. */
  private static final Set<Integer> REPLICATION =
      Set.of(0x3008, 0x65E2, 0x65E3, 0x6612, 0x6623, 0x6628);

  private final Database database;
  private final List<NodeEntry> nodes;
  private final Findings findings;
  private final Map<NodeId, NodeEntry> byId = new HashMap<>();
  private final Map<NodeId, Set<NodeId>> children = new HashMap<>();
  private final Map<Integer, String> versions = new HashMap<>();

  private MessagingCheck(Database database, List<NodeEntry> nodes, Findings findings) {
    this.database = database;
    this.nodes = nodes;
    this.findings = findings;
  }

  static void run(Database database, List<NodeEntry> nodes, Findings findings) {
    new MessagingCheck(database, nodes, findings).run();
  }

  private void run() {
    for (NodeEntry n : nodes) {
      byId.put(n.id(), n);
      if (!n.parent().equals(n.id())) {
        children.computeIfAbsent(n.parent(), p -> new TreeSet<>(MessagingCheck::order)).add(n.id());
      }
    }
    for (NodeEntry n : nodes) {
      String where = "node " + n.id();
      switch (n.id().type()) {
        case NodeId.FOLDER -> findings.guarded(Invariant.NODES, where, () -> folder(n, where));
        case NodeId.SEARCH_FOLDER -> parent(n, where);
        case NodeId.MESSAGE, NodeId.ASSOCIATED_MESSAGE -> {
          parent(n, where);
          database
              .node(n.id())
              .ifPresent(
                  node -> findings.guarded(Invariant.SIZES, where, () -> message(node, where)));
        }
        default -> {}
      }
    }
    findings.guarded(Invariant.NAMES, "named properties", () -> NamesCheck.run(database, findings));
    findings.guarded(
        Invariant.SEARCH, "search queue", () -> SearchCheck.run(database, byId, findings));
  }

  private static int order(NodeId a, NodeId b) {
    return Integer.compareUnsigned(a.value(), b.value());
  }

  private void parent(NodeEntry n, String where) {
    findings.expect(
        byId.containsKey(n.parent()),
        Invariant.NODES,
        where,
        "lies in %s, which is missing",
        n.parent());
  }

  private void folder(NodeEntry n, String where) {
    parent(n, where);
    Node folder = database.requireNode(n.id());
    ObjectProperties own = ObjectProperties.of(folder);
    int subfolders =
        table(n.id(), NodeId.HIERARCHY_TABLE, NodeId.FOLDER, NodeId.SEARCH_FOLDER, where).rows();
    Counted contents = table(n.id(), NodeId.CONTENTS_TABLE, NodeId.MESSAGE, NodeId.MESSAGE, where);
    table(
        n.id(),
        NodeId.ASSOCIATED_TABLE,
        NodeId.ASSOCIATED_MESSAGE,
        NodeId.ASSOCIATED_MESSAGE,
        where);
    findings.expect(
        own.number(CONTENT_COUNT, 0) == contents.rows(),
        Invariant.ROWS,
        where,
        "counts %d items, there are %d",
        own.number(CONTENT_COUNT, 0),
        contents.rows());
    findings.expect(
        own.number(UNREAD_COUNT, 0) == contents.unread(),
        Invariant.ROWS,
        where,
        "counts %d unread items, there are %d",
        own.number(UNREAD_COUNT, 0),
        contents.unread());
    findings.expect(
        (own.number(SUBFOLDERS, 0) != 0) == (subfolders > 0),
        Invariant.ROWS,
        where,
        "does not know whether it has subfolders");
  }

  private record Counted(int rows, int unread) {}

  private Counted table(NodeId folder, int tableType, int childType, int otherType, String where) {
    NodeId id = folder.withType(tableType);
    if (!byId.containsKey(id)) {
      findings.add(Invariant.NODES, where, "has lost its table %s", id);
      return new Counted(0, 0);
    }
    TableContext table = new TableContext(database.requireNode(id));
    Set<NodeId> listed = new HashSet<>();
    int unread = 0;
    for (TableContext.Row row : table.rows()) {
      NodeId child = new NodeId(row.id());
      listed.add(child);
      ObjectProperties cells = ObjectProperties.of(table.cells(row));
      version(cells, "table " + id);
      if ((cells.number(MESSAGE_FLAGS, 0) & 1) == 0) {
        unread++;
      }
      // Rows of search folders are not kept up to date.
      database
          .node(child)
          .filter(c -> c.id().type() != NodeId.SEARCH_FOLDER)
          .ifPresent(
              c -> compare(cells, ObjectProperties.of(c), "row " + child + " of " + id, table));
    }
    Set<NodeId> expected = new HashSet<>();
    for (NodeId child : children.getOrDefault(folder, Set.of())) {
      if (child.type() == childType || child.type() == otherType) {
        expected.add(child);
      }
    }
    findings.expect(
        listed.equals(expected),
        Invariant.NODES,
        where,
        "lists %s in its table %s, but holds %s",
        listed,
        id,
        expected);
    return new Counted(listed.size(), unread);
  }

  private void version(ObjectProperties cells, String where) {
    int version = cells.number(ROW_VERSION, 0);
    findings.expect(
        Integer.compareUnsigned(version, (int) database.header().unique()) < 0,
        Invariant.COUNTERS,
        where,
        "has a row of the future version %d",
        version);
    String other = versions.put(version, where);
    findings.expect(
        other == null,
        Invariant.COUNTERS,
        where,
        "has the row version %d, as another row of %s",
        version,
        String.valueOf(other));
  }

  /** Every column holds what the object holds, and nothing where it holds nothing. */
  private void compare(
      ObjectProperties row, ObjectProperties object, String where, TableContext table) {
    boolean offlineCopy = database.header().clientVersion() == 12;
    for (int tag : table.tags()) {
      int id = tag >>> 16;
      boolean copy = !NO_COPY.contains(id) && !(offlineCopy && REPLICATION.contains(id));
      if (copy && !row.same(tag, object)) {
        if (tag == MESSAGE_SIZE) {
          findings.note(Invariant.SIZES, where, "has another size than the item");
        } else {
          findings.add(Invariant.ROWS, where, "has another value of %08x than the item", tag);
        }
      }
    }
  }

  /** The size of a message is that of all its data blocks. */
  private void message(Node node, String where) {
    ObjectProperties own = ObjectProperties.of(node);
    long size = MessageSize.of(database, node.entry());
    int stated = own.number(MESSAGE_SIZE, -1);
    if (stated >= 0 && stated != size) {
      // Outlook before 2007 SP2 kept smaller values; its repair tool does not mind.
      findings.note(Invariant.SIZES, where, "says that it has %d bytes, it has %d", stated, size);
    }
    attachments(node, where);
  }

  private void attachments(Node node, String where) {
    Set<NodeId> parts = new HashSet<>();
    for (NodeEntry sub : node.subnodes()) {
      if (sub.id().type() == NodeId.ATTACHMENT) {
        parts.add(sub.id());
      }
    }
    Set<NodeId> listed = new HashSet<>();
    node.subnode(NodeId.ATTACHMENT_TABLE)
        .ifPresent(
            t -> {
              TableContext table = new TableContext(t);
              for (TableContext.Row row : table.rows()) {
                NodeId id = new NodeId(row.id());
                listed.add(id);
                node.subnode(id)
                    .ifPresent(
                        part ->
                            compare(
                                ObjectProperties.of(table.cells(row)),
                                ObjectProperties.of(part),
                                where + ", attachment " + id,
                                table));
              }
            });
    findings.expect(
        listed.equals(parts),
        Invariant.NODES,
        where,
        "lists the attachments %s, but holds %s",
        listed,
        parts);
  }
}
