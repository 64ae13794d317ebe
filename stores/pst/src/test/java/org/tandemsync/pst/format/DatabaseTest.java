package org.tandemsync.pst.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.Samples;
import org.tandemsync.pst.Samples.Expected;

/** The node database of every sample file against the figures of expected.tsv. */
class DatabaseTest {

  static Stream<Expected> samples() {
    return Samples.expected();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void headerHasTheFiguresOfTheTable(Expected expected) throws IOException {
    try (Database db = Samples.database(expected.file())) {
      Header h = db.header();
      assertThat(h.version()).isEqualTo(expected.number("wVer"));
      assertThat(h.encoding().ordinal()).isEqualTo(expected.number("crypt"));
      assertThat(h.clientVersion()).isEqualTo(expected.number("wVerClient"));
      assertThat(h.unique()).isEqualTo(expected.number("dwUnique"));
      assertThat(h.nextBlock()).isEqualTo(expected.number("bidNextB"));
      assertThat(h.nextPage()).isEqualTo(expected.number("bidNextP"));
      assertThat(h.free()).isEqualTo(expected.number("cbAMapFree"));
      assertThat(h.freePages()).isEqualTo(expected.number("cbPMapFree"));
      assertThat(h.end()).isEqualTo(expected.number("bytes"));
      assertThat(db.allocation())
          .isEqualTo(new Allocation((int) expected.number("amaps"), expected.number("cbAMapFree")));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyPageBlockAndSubnodeIsSound(Expected expected) throws IOException {
    try (Database db = Samples.database(expected.file())) {
      AtomicInteger nodes = new AtomicInteger();
      AtomicInteger blocks = new AtomicInteger();
      Set<Long> unreferenced = new HashSet<>();
      db.forEachBlock(
          b -> {
            blocks.incrementAndGet();
            unreferenced.add(b.ref().id() & ~1L);
            db.block(b.ref().id());
          });
      db.forEachNode(
          n -> {
            nodes.incrementAndGet();
            use(db, n, unreferenced);
          });
      assertThat(nodes).hasValue((int) expected.number("nbt_nodes"));
      assertThat(blocks).hasValue((int) expected.number("bbt_blocks"));
      assertThat(unreferenced).hasSize((int) expected.number("orphan_blocks"));
    }
  }

  private static void use(Database db, NodeEntry n, Set<Long> unreferenced) {
    useBlocks(db, n.data(), 1, unreferenced);
    useBlocks(db, n.subnodes(), 2, unreferenced);
    DataTree data = db.data(n.data());
    long total = 0;
    for (int i = 0; i < data.blockCount(); i++) {
      total += data.block(i).length();
    }
    assertThat(total).isEqualTo(data.size());
    db.subnodes(n.subnodes()).forEach(sub -> use(db, sub, unreferenced));
  }

  /** Marks a block and, in trees, those below it as used. */
  private static void useBlocks(Database db, long id, int kind, Set<Long> unreferenced) {
    if (id == 0) {
      return;
    }
    unreferenced.remove(id & ~1L);
    if (!BlockEntry.internal(id)) {
      return;
    }
    Span block = db.block(id);
    boolean unicode = db.layout() == Layout.UNICODE;
    int size = db.layout().idSize();
    boolean subnodeLeaf = kind == 2 && block.u8(1) == 0;
    for (int i = 0; i < block.u16(2) && !subnodeLeaf; i++) {
      int at = kind == 1 ? 8 + i * size : (unicode ? 8 : 4) + (2 * i + 1) * size;
      useBlocks(db, db.layout().id(block, at), kind, unreferenced);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyHeapAndTableCanBeRead(Expected expected) throws IOException {
    try (Database db = Samples.database(expected.file())) {
      db.forEachNode(
          entry -> {
            Node node = db.node(entry.id()).orElseThrow();
            int type = entry.id().type();
            if (type == NodeId.FOLDER || type == NodeId.MESSAGE) {
              assertThat(new PropertyContext(node).properties()).isNotEmpty();
              new PropertyContext(node).properties().forEach(p -> p.value().all(1 << 24));
            } else if (type == NodeId.CONTENTS_TABLE || type == NodeId.HIERARCHY_TABLE) {
              TableContext table = new TableContext(node);
              for (TableContext.Row row : table.rows()) {
                table.cells(row).forEach(p -> p.value().all(1 << 24));
              }
            }
          });
    }
  }
}
