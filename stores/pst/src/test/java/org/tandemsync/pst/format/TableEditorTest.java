package org.tandemsync.pst.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.pst.Samples;
import org.tandemsync.pst.check.PstCheck;

/** Changed tables are what a map and a list would be, and sound; the cost follows the changes. */
class TableEditorTest {
  private static final int SUBJECT = 0x0037001F;
  private static final int NAME = 0x3001001F;
  private static final int VERSION = 0x67F30003;
  private static final int UNREAD = 0x36030003;
  private static final int HIDDEN = 0x10F4000B;
  private static final int CHANGED = 0x30080040;
  private static final List<Integer> TEXTS = List.of(SUBJECT, NAME, 0x0E04001F, 0x10900102);

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void copy() throws IOException {
    path = folder.resolve("store.pst");
    Files.copy(Samples.path("outlook-pst-rs/Empty.pst"), path);
  }

  private static TableShape shape(WritableDatabase file) {
    Node template = file.database().requireNode(new NodeId(0x60E));
    List<Integer> more = new ArrayList<>(TEXTS);
    more.addAll(List.of(UNREAD, HIDDEN, CHANGED));
    return TableShape.of(template).with(more);
  }

  private void assertSound() throws IOException {
    // Notes count as well: an allocation that nothing uses would be space that never comes back.
    assertThat(PstCheck.run(path)).isEmpty();
  }

  @Test
  void aTransactionReadsTheTableThatItHasWritten() throws IOException {
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      TableEditor editor = TableEditor.create(change, shape(file));
      editor.put(new TableRow(0x24, Map.of(NAME, new byte[] {65, 0})));
      editor.put(new TableRow(0x44, Map.of(NAME, new byte[10_000])));
      editor.put(new TableRow(0x64, Map.of()));
      NodeId id = change.newNode(NodeId.CONTENTS_TABLE);
      change.putNode(editor.finish().as(id, new NodeId(0)));
      TableEditor again = TableEditor.of(change, change.node(id).orElseThrow());
      assertThat(again.rowIds()).containsExactly(0x24, 0x44, 0x64);
      assertThat(again.cells(0x44).orElseThrow().get(NAME)).hasSize(10_000);
      assertThat(again.remove(0x24)).isTrue();
      assertThat(again.remove(0x24)).isFalse();
      change.putNode(again.finish().as(id, new NodeId(0)));
      change.commit();
      TableContext read = new TableContext(file.database().requireNode(id));
      assertThat(read.rows())
          .containsExactlyInAnyOrder(new TableContext.Row(0x44, 1), new TableContext.Row(0x64, 0));
    }
    assertSound();
  }

  @Test
  void aTableThatHasChangedSinceItWasReadIsRefused() throws IOException {
    NodeId id = new NodeId(0x7FF0 << 5 | NodeId.CONTENTS_TABLE);
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      change.putNode(TableEditor.create(change, shape(file)).finish().as(id, new NodeId(0)));
      change.commit();
      Node read = file.database().requireNode(id);
      for (int i = 1; i < 3; i++) {
        Transaction next = file.begin();
        TableEditor table = TableEditor.of(next, next.node(id).orElseThrow());
        table.put(new TableRow(i, Map.of()));
        Node before = next.node(id).orElseThrow();
        next.putNode(table.finish().as(id, new NodeId(0)));
        assertThatThrownBy(() -> TableEditor.of(next, before))
            .isInstanceOf(IllegalArgumentException.class);
        next.commit();
        Transaction late = file.begin();
        assertThatThrownBy(() -> TableEditor.of(late, read))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  /** What a table should be: its rows in the order of their numbers. */
  private static final class Model {
    final List<Integer> order = new ArrayList<>();
    final Map<Integer, Map<Integer, byte[]>> rows = new HashMap<>();
    int last;

    void put(TableRow row) {
      if (rows.put(row.id(), row.cells()) == null) {
        order.add(row.id());
      }
    }

    void remove(int id) {
      rows.remove(id);
      int last = order.removeLast();
      if (last != id) {
        order.set(order.indexOf(id), last);
      }
    }

    int any(Random random) {
      return order.get(random.nextInt(order.size()));
    }
  }

  private static TableRow row(int id, Random random, int most) {
    Map<Integer, byte[]> cells = new HashMap<>();
    cells.put(VERSION, bytes(random, 4));
    for (int tag : TEXTS) {
      switch (random.nextInt(8)) {
        case 0, 1 -> {}
        case 2 -> cells.put(tag, new byte[0]);
        default -> cells.put(tag, bytes(random, 2 * random.nextInt(most / 2)));
      }
    }
    if (random.nextBoolean()) {
      cells.put(CHANGED, bytes(random, 8));
      cells.put(HIDDEN, new byte[] {1});
      cells.put(UNREAD, bytes(random, 4));
    }
    return new TableRow(id, cells);
  }

  private static byte[] bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void expect(Node node, Model model) {
    TableContext table = new TableContext(node);
    assertThat(table.rows()).hasSize(model.order.size());
    for (TableContext.Row row : table.rows()) {
      assertThat(model.order.get(row.number())).isEqualTo(row.id());
      Map<Integer, byte[]> cells = TransactionTest.values(table.cells(row));
      cells.remove(TableContext.ROW_ID << 16 | 0x0003);
      Map<Integer, byte[]> expected = model.rows.getOrDefault(row.id(), Map.of());
      assertThat(cells.keySet()).isEqualTo(expected.keySet());
      cells.forEach((tag, value) -> assertThat(value).isEqualTo(expected.get(tag)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 400, 9_000})
  void aChangedTableIsLikeItsModel(int mostInCell) throws IOException {
    long seed = Long.getLong("tandem.seed", 20261122L);
    Random random = new Random(seed + mostInCell);
    System.out.println("TableEditorTest seed " + seed);
    int many = mostInCell == 60 ? 5_000 : mostInCell == 400 ? 7_000 : 300;
    Model model = new Model();
    NodeId id = new NodeId(0x7FF0 << 5 | NodeId.CONTENTS_TABLE);
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      change.putNode(TableEditor.create(change, shape(file)).finish().as(id, new NodeId(0)));
      change.commit();
    }
    int rounds = Integer.getInteger("tandem.proofs", 14);
    for (int round = 0; round < rounds; round++) {
      try (WritableDatabase file = TransactionTest.open(path)) {
        Transaction change = file.begin();
        TableEditor table = TableEditor.of(change, change.node(id).orElseThrow());
        // The table grows to a good size, is changed, emptied, and grows again.
        int size = round % 10 == 2 ? many : 1 + random.nextInt(12);
        boolean shrink = round % 10 == 8;
        for (int i = 0; i < size; i++) {
          step(random, shrink ? 9 : random.nextInt(10), mostInCell, table, model);
        }
        if (shrink) {
          while (model.order.size() > random.nextInt(40)) {
            step(random, 9, mostInCell, table, model);
          }
        }
        assertThat(table.size()).isEqualTo(model.order.size());
        change.putNode(table.finish().as(id, new NodeId(0)));
        change.commit();
        Node node = file.database().requireNode(id);
        expect(node, model);
        if (shrink) {
          // What nobody uses any more was not only freed.
          assertThat(node.data().size()).isLessThan(100_000 + 40L * 4 * mostInCell);
        } else if (round == 2 && mostInCell == 400) {
          assertThat(node.data().blockCount()).isGreaterThan(137);
        }
      }
      assertSound();
    }
  }

  private static void step(Random random, int kind, int most, TableEditor table, Model model) {
    if (kind < 6 || model.order.isEmpty()) {
      // Ids mostly ascend, as those of new items do.
      int next = random.nextInt(5) == 0 ? random.nextInt() & ~0x1F : ++model.last << 5;
      TableRow row = row(next | 4, random, most);
      table.put(row);
      model.put(row);
    } else if (kind < 8) {
      TableRow row = row(model.any(random), random, most);
      table.put(row);
      model.put(row);
    } else {
      int gone = model.any(random);
      assertThat(table.remove(gone)).isTrue();
      assertThat(table.contains(gone)).isFalse();
      model.remove(gone);
    }
  }

  @Test
  void moreColumnsLeaveTheRowsAsTheyAre() throws IOException {
    Random random = new Random(5);
    Model model = new Model();
    NodeId id = new NodeId(0x7FF0 << 5 | NodeId.CONTENTS_TABLE);
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      TableEditor table = TableEditor.create(change, shape(file));
      for (int i = 0; i < 500; i++) {
        TableRow row = row(i << 5 | 4, random, 5_000);
        table.put(row);
        model.put(row);
      }
      change.putNode(table.finish().as(id, new NodeId(0)));
      change.commit();
      change = file.begin();
      table = TableEditor.of(change, change.node(id).orElseThrow());
      table.addColumns(List.of(0x3F000003, 0x3F010040, 0x3F02001F, 0x3F03000B));
      change.putNode(table.finish().as(id, new NodeId(0)));
      change.commit();
      Node node = file.database().requireNode(id);
      assertThat(new TableContext(node).tags()).contains(0x3F000003, 0x3F02001F);
      expect(node, model);
    }
    assertSound();
  }

  @Test
  void aRowThatIsReplacedOftenDoesNotMakeTheTableGrow() throws IOException {
    Random random = new Random(7);
    NodeId id = new NodeId(0x7FF0 << 5 | NodeId.CONTENTS_TABLE);
    Model model = new Model();
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      TableEditor table = TableEditor.create(change, shape(file));
      for (int i = 0; i < 200; i++) {
        TableRow row = row(i << 5 | 4, random, 300);
        table.put(row);
        model.put(row);
      }
      change.putNode(table.finish().as(id, new NodeId(0)));
      change.commit();
      long before = file.database().requireNode(id).data().size();
      for (int i = 0; i < 40; i++) {
        change = file.begin();
        table = TableEditor.of(change, change.node(id).orElseThrow());
        for (int k = 0; k < 250; k++) {
          TableRow row = row(77 << 5 | 4, random, 2_000);
          table.put(row);
          model.put(row);
        }
        change.putNode(table.finish().as(id, new NodeId(0)));
        change.commit();
      }
      Node node = file.database().requireNode(id);
      assertThat(node.data().size()).isLessThan(before + 3 * 8_192);
      expect(node, model);
    }
    assertSound();
  }

  @Test
  void rowsThatComeAndGoDoNotMakeTheTableGrow() throws IOException {
    Random random = new Random(8);
    NodeId id = new NodeId(0x7FF0 << 5 | NodeId.CONTENTS_TABLE);
    long most = 0;
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      change.putNode(TableEditor.create(change, shape(file)).finish().as(id, new NodeId(0)));
      change.commit();
      for (int i = 0; i < 6_000; i += 40) {
        change = file.begin();
        TableEditor table = TableEditor.of(change, change.node(id).orElseThrow());
        for (int k = 0; k < 40; k++) {
          table.put(row((i + k) << 5 | 4, random, 300));
          table.remove((i + k - 300) << 5 | 4);
        }
        change.putNode(table.finish().as(id, new NodeId(0)));
        change.commit();
        if (i == 800) {
          most = 2 * file.database().requireNode(id).data().size();
        }
      }
      assertThat(file.database().requireNode(id).data().size()).isLessThan(most);
    }
    assertSound();
  }

  /** With {@code -Dtandem.rows=100000} the figures of larger tables are printed. */
  @Test
  void theCostOfARowDoesNotGrowWithTheTable() throws IOException {
    int rows = Integer.getInteger("tandem.rows", 7_000);
    int batch = 100;
    int section = 1_000;
    NodeId id = new NodeId(0x7FF0 << 5 | NodeId.CONTENTS_TABLE);
    Random random = new Random(9);
    long written = 0;
    long time = 0;
    RecordingChannel channel = RecordingChannel.open(path, false);
    try (WritableDatabase file = new WritableDatabase(channel, path)) {
      Transaction change = file.begin();
      change.putNode(TableEditor.create(change, shape(file)).finish().as(id, new NodeId(0)));
      change.commit();
      for (int i = 0; i < rows; i += batch) {
        channel.forget();
        long begin = System.nanoTime();
        change = file.begin();
        TableEditor table = TableEditor.of(change, change.node(id).orElseThrow());
        for (int k = 0; k < batch; k++) {
          table.put(row((i + k) << 5 | 4, random, 120));
        }
        change.putNode(table.finish().as(id, new NodeId(0)));
        change.commit();
        time += System.nanoTime() - begin;
        written += channel.bytes();
        // A row has 200 bytes, and values of 180: what is written besides is bounded.
        assertThat(channel.bytes() / batch).as("bytes for a row at %d", i).isLessThan(1_500);
        if ((i + batch) % section == 0) {
          report(i + batch, time / section, written / section);
          assertThat(written / section).as("bytes for a row up to %d", i).isLessThan(1_000);
          time = 0;
          written = 0;
        }
      }
    }
    assertSound();
  }

  private static void report(int rows, long time, long bytes) {
    if (Set.of(1_000, 2_000, 5_000, 10_000, 50_000, 100_000).contains(rows)) {
      System.out.printf(
          Locale.ROOT,
          "the last 1000 of %d rows: %d us and %d bytes for each%n",
          rows,
          time / 1_000,
          bytes);
    }
  }
}
