package org.tandemsync.pst.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.BlockEntry;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Header;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;

/** Reference counts of blocks, and counters of ids that must lie above every id in use. */
final class ReferenceCheck {
  private final Database database;
  private final RawFile file;
  private final Findings findings;
  private final Map<Long, Integer> references = new HashMap<>();
  private final Map<Integer, Integer> highest = new HashMap<>();
  private final Set<Long> opened = new HashSet<>();

  ReferenceCheck(Database database, RawFile file, Findings findings) {
    this.database = database;
    this.file = file;
    this.findings = findings;
  }

  void run(List<NodeEntry> nodes, List<BlockEntry> blocks, long highestPageId) {
    for (NodeEntry node : nodes) {
      index(node.id());
      refer(node.data(), 1, node.id());
      refer(node.subnodes(), 2, node.id());
    }
    orphans(blocks);
    Header header = file.header();
    Set<Long> known = new HashSet<>();
    for (BlockEntry block : blocks) {
      long id = block.ref().id() & ~1L;
      known.add(id);
      int expected = references.getOrDefault(id, 0) + 1;
      findings.expect(
          block.references() == expected,
          Invariant.REFERENCES,
          String.format(Locale.ROOT, "block %x", id),
          "counts %d references, there are %d",
          block.references() - 1,
          expected - 1);
      findings.expect(
          Long.compareUnsigned(id, header.nextBlock()) < 0,
          Invariant.COUNTERS,
          "header",
          "will give out the block id %x again",
          id);
    }
    for (long id : references.keySet()) {
      findings.expect(
          known.contains(id),
          Invariant.REFERENCES,
          String.format(Locale.ROOT, "block %x", id),
          "is missing");
    }
    findings.expect(
        highestPageId < header.nextPage(),
        Invariant.COUNTERS,
        "header",
        "will give out the page id %x again",
        highestPageId);
    highest.forEach(
        (type, index) ->
            findings.expect(
                header.lastIndices().get(type) >= index,
                Invariant.COUNTERS,
                "header",
                "will give out the node id %x again",
                index << 5 | type));
  }

  /**
   * Counters are kept for what has ids of its own; values and tables in subnodes have fixed ones.
   */
  private void index(NodeId id) {
    switch (id.type()) {
      case NodeId.FOLDER,
          NodeId.SEARCH_FOLDER,
          NodeId.MESSAGE,
          NodeId.ATTACHMENT,
          NodeId.ASSOCIATED_MESSAGE ->
          highest.merge(id.type(), id.value() >>> 5, Math::max);
      default -> {}
    }
  }

  /** Tree blocks that nothing refers to any more still hold references to others. */
  private void orphans(List<BlockEntry> blocks) {
    for (BlockEntry block : blocks) {
      long id = block.ref().id() & ~1L;
      if ((id & 2) != 0 && opened.add(id)) {
        findings.guarded(
            Invariant.REFERENCES,
            String.format(Locale.ROOT, "block %x", id),
            () -> {
              Span content = database.block(id);
              Deque<Long> children = new ArrayDeque<>();
              inside(content, content.u8(0), children, new NodeId(0));
              children.forEach(child -> refer(child, content.u8(0), new NodeId(0)));
            });
      }
    }
  }

  /** Counts a reference, and once those inside an internal block. */
  private void refer(long id, int kind, NodeId owner) {
    Deque<Long> open = new ArrayDeque<>();
    open.add(id);
    while (!open.isEmpty()) {
      long block = open.remove() & ~1L;
      if (block == 0) {
        continue;
      }
      references.merge(block, 1, Integer::sum);
      boolean internal = (block & 2) != 0;
      if (kind == 2 && !internal) {
        findings.add(Invariant.REFERENCES, "node " + owner, "keeps its subnodes in a data block");
      } else if (internal && opened.add(block)) {
        try {
          inside(database.block(block), kind, open, owner);
        } catch (DamagedException e) {
          findings.add(Invariant.REFERENCES, "node " + owner, "%s", String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private void inside(Span block, int kind, Deque<Long> open, NodeId owner) {
    int n = file.idSize();
    int count = block.u16(2);
    if (block.u8(0) != kind) {
      findings.add(
          Invariant.REFERENCES, "node " + owner, "has a tree block of the kind %d", block.u8(0));
      return;
    }
    if (kind == 1) {
      for (int i = 0; i < count; i++) {
        open.add(file.id(block, 8 + i * n));
      }
      return;
    }
    int start = file.unicode() ? 8 : 4;
    boolean leaf = block.u8(1) == 0;
    long last = -1;
    for (int i = 0; i < count; i++) {
      int at = start + i * n * (leaf ? 3 : 2);
      long key = block.u32(at);
      findings.expect(
          key > last, Invariant.TREES, "node " + owner, "lists its subnodes out of order");
      last = key;
      if (leaf) {
        index(new NodeId(block.i32(at)));
        refer(file.id(block, at + n), 1, owner);
        refer(file.id(block, at + 2 * n), 2, owner);
      } else {
        open.add(file.id(block, at + n));
      }
    }
  }
}
