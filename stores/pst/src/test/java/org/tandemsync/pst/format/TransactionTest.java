package org.tandemsync.pst.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.pst.Samples;
import org.tandemsync.pst.check.Finding;
import org.tandemsync.pst.check.Invariant;
import org.tandemsync.pst.check.PstCheck;

/** Rewriting what Outlook wrote, and random changes, leave files without a finding. */
class TransactionTest {
  @TempDir Path folder;

  private Path copy(String sample) throws IOException {
    Path copy = folder.resolve("copy.pst");
    Files.copy(Samples.path(sample), copy);
    return copy;
  }

  static WritableDatabase open(Path path) throws IOException {
    return new WritableDatabase(RecordingChannel.open(path, false), path);
  }

  private static void assertSound(Path path) throws IOException {
    assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
  }

  static Map<Integer, byte[]> values(List<RawProperty> properties) {
    Map<Integer, byte[]> values = new HashMap<>();
    for (RawProperty p : properties) {
      values.put(p.id() << 16 | p.type(), p.value().all(1 << 26).toArray());
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java-libpst/dist-list.pst",
        "java-libpst/passworded.pst",
        "outlook-pst-rs/Empty.pst",
        "pst-extractor/contacts.pst",
        "tika/testPST.pst",
        "tika/testPST_variousBodyTypes.pst",
        "libyal/outlook.pst",
        "aspose/Outlook_1.pst"
      })
  void everyObjectAndTableWrittenAnewIsTheSame(String sample) throws IOException {
    Path path = copy(sample);
    Map<NodeId, Map<Integer, byte[]>> before = new HashMap<>();
    try (WritableDatabase file = open(path)) {
      Transaction change = file.begin();
      List<NodeEntry> all = new ArrayList<>();
      file.database().forEachNode(all::add);
      for (NodeEntry entry : all) {
        Node node = file.database().requireNode(entry.id());
        ObjectWriter writer = new ObjectWriter(change);
        switch (entry.id().type()) {
          case NodeId.FOLDER, NodeId.MESSAGE, NodeId.ASSOCIATED_MESSAGE -> {
            Map<Integer, byte[]> values = values(new PropertyContext(node).properties());
            before.put(entry.id(), values);
            node.subnodes().stream()
                .filter(s -> s.id().type() != 0x1F || s.data() == 0)
                .forEach(writer::subnode);
            change.putNode(writer.properties(values).as(entry.id(), entry.parent()));
          }
          case NodeId.HIERARCHY_TABLE, NodeId.CONTENTS_TABLE, NodeId.ASSOCIATED_TABLE -> {
            TableContext table = new TableContext(node);
            List<TableRow> rows = new ArrayList<>();
            for (TableContext.Row row : table.rows()) {
              rows.add(new TableRow(row.id(), values(table.cells(row))));
            }
            change.putNode(writer.table(TableShape.of(node), rows).as(entry.id(), entry.parent()));
          }
          default -> {}
        }
      }
      change.commit();
      for (Map.Entry<NodeId, Map<Integer, byte[]>> e : before.entrySet()) {
        Map<Integer, byte[]> after =
            values(new PropertyContext(file.database().requireNode(e.getKey())).properties());
        assertThat(after.keySet()).isEqualTo(e.getValue().keySet());
        after.forEach((tag, value) -> assertThat(value).isEqualTo(e.getValue().get(tag)));
      }
    }
    assertThat(PstCheck.run(path))
        .filteredOn(f -> !f.harmless())
        .extracting(Finding::invariant)
        .doesNotContain(
            Invariant.HEADER,
            Invariant.PAGES,
            Invariant.TREES,
            Invariant.BLOCKS,
            Invariant.ALLOCATION,
            Invariant.REFERENCES,
            Invariant.COUNTERS,
            Invariant.HEAPS,
            Invariant.HEAP_TREES,
            Invariant.TABLES);
    assertSound(path);
  }

  /** Nodes of a type that nothing else looks at, so that only the node database is at work. */
  private static final int SCRATCH = 0x08;

  @ParameterizedTest
  @ValueSource(
      strings = {"outlook-pst-rs/Empty.pst", "java-libpst/dist-list.pst", "tika/testPST.pst"})
  void randomChangesAreAllThere(String sample) throws IOException {
    Path path = copy(sample);
    long seed = Long.getLong("tandem.seed", 20261122L);
    System.out.println("TransactionTest seed " + seed + " on " + sample);
    Random random = new Random(seed);
    TreeMap<Integer, byte[]> model = new TreeMap<>();
    List<NodeEntry> untouched = new ArrayList<>();
    try (WritableDatabase file = open(path)) {
      file.database().forEachNode(untouched::add);
    }
    int rounds = Integer.getInteger("tandem.transactions", 20);
    for (int round = 0; round < rounds; round++) {
      try (WritableDatabase file = open(path)) {
        Transaction change = file.begin();
        for (int i = random.nextInt(3); i >= 0; i--) {
          step(random, change, model);
        }
        change.commit();
        model.forEach(
            (id, value) -> {
              Map<Integer, byte[]> found =
                  values(
                      new PropertyContext(file.database().requireNode(new NodeId(id)))
                          .properties());
              assertThat(found.get(0x30010102)).isEqualTo(value);
            });
      }
      if (round % 5 == 4) {
        assertThat(PstCheck.run(path))
            .filteredOn(f -> !f.harmless())
            .filteredOn(f -> f.invariant() != Invariant.NODES)
            .isEmpty();
      }
    }
    try (WritableDatabase file = open(path)) {
      for (NodeEntry entry : untouched) {
        assertThat(file.database().entry(entry.id())).contains(entry);
      }
    }
  }

  private static void step(Random random, Transaction change, TreeMap<Integer, byte[]> model) {
    boolean remove = !model.isEmpty() && random.nextInt(3) == 0;
    boolean replace = !model.isEmpty() && random.nextInt(2) == 0;
    List<Integer> ids = List.copyOf(model.keySet());
    if (remove) {
      int id = ids.get(random.nextInt(ids.size()));
      change.removeNode(new NodeId(id));
      model.remove(id);
      return;
    }
    NodeId id = replace ? new NodeId(ids.get(random.nextInt(ids.size()))) : change.newNode(SCRATCH);
    int size =
        switch (random.nextInt(5)) {
          case 0 -> 0;
          case 1 -> random.nextInt(200);
          case 2 -> random.nextInt(4_000);
          case 3 -> random.nextInt(40_000);
          default -> random.nextInt(2_000_000);
        };
    byte[] value = new byte[size];
    random.nextBytes(value);
    Map<Integer, byte[]> values = new HashMap<>();
    values.put(0x30010102, value);
    for (int i = 0; i < random.nextInt(600); i++) {
      values.put(0x4000_0003 + (i << 16), Arrays.copyOf(new byte[] {(byte) i}, 4));
    }
    change.putNode(new ObjectWriter(change).properties(values).as(id, new NodeId(0x122)));
    model.put(id.value(), value);
  }
}
