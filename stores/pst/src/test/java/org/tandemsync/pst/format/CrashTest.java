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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.pst.Samples;
import org.tandemsync.pst.check.Invariant;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.pst.format.RecordingChannel.Step;

/**
 * A crash at every write of a transaction, before it, after it, and within it at each sector: the
 * next opening finds the old or the new state, sound.
 */
class CrashTest {
  private static final int SECTOR = 512;

  @TempDir Path folder;

  /** With {@code -Dtandem.proofs=N} N transactions are cut everywhere, not one in some places. */
  @ParameterizedTest
  @ValueSource(strings = {"outlook-pst-rs/Empty.pst", "java-libpst/dist-list.pst"})
  void everyCutLeavesTheOldOrTheNewState(String sample) throws IOException {
    Path path = folder.resolve("store.pst");
    Files.copy(Samples.path(sample), path);
    Random random = new Random(20261122L);
    List<NodeId> ours = new ArrayList<>();
    change(path, random, ours, null); // so that pages and blocks of ours are replaced, too
    int proofs = Integer.getInteger("tandem.proofs", 0) / 2;
    int cuts = 0;
    for (int round = 0; round < Math.max(2, proofs); round++) {
      byte[] start = Files.readAllBytes(path);
      TreeMap<Integer, List<Long>> before = state(path);
      List<Step> steps = new ArrayList<>();
      change(path, random, ours, steps);
      TreeMap<Integer, List<Long>> after = state(path);
      byte[] end = Files.readAllBytes(path);
      assertThat(after).isNotEqualTo(before);
      for (int cut = 0; cut <= steps.size(); cut++) {
        byte[] image = apply(start, steps.subList(0, cut));
        expect(path, image, null, before, after);
        cuts++;
        if (cut < steps.size() && steps.get(cut) instanceof Step.Write(long at, byte[] bytes)) {
          byte @Nullable [] journal = at == 0 ? bytes : null;
          // Within a block it matters little where; the header is torn at its only sector.
          int first = proofs > 0 || at == 0 ? SECTOR : SECTOR * (1 + random.nextInt(16));
          int step = proofs > 0 ? SECTOR : Layout.BLOCK;
          for (int torn = first; torn < bytes.length; torn += step) {
            Step part = new Step.Write(at, Arrays.copyOf(bytes, torn));
            expect(path, apply(image, List.of(part)), journal, before, after);
            cuts++;
          }
        }
      }
      Files.write(path, end);
    }
    System.out.println("CrashTest: " + cuts + " cuts of " + sample);
  }

  private void expect(
      Path path,
      byte[] image,
      byte @Nullable [] journal,
      TreeMap<Integer, List<Long>> before,
      TreeMap<Integer, List<Long>> after)
      throws IOException {
    Path journalFile = path.resolveSibling(path.getFileName() + ".tandem-journal");
    Files.write(path, image);
    Files.deleteIfExists(journalFile);
    if (journal != null) {
      Files.write(journalFile, journal);
    }
    assertThat(state(path)).isIn(before, after);
    assertThat(journalFile).doesNotExist();
    assertThat(PstCheck.run(path))
        .filteredOn(f -> !f.harmless() && f.invariant() != Invariant.NODES)
        .isEmpty();
  }

  /** What each node holds: its own and its subnodes' blocks. Opening finishes what a crash left. */
  private static TreeMap<Integer, List<Long>> state(Path path) throws IOException {
    TreeMap<Integer, List<Long>> state = new TreeMap<>();
    try (WritableDatabase file = TransactionTest.open(path)) {
      file.database().forEachNode(n -> state.put(n.id().value(), List.of(n.data(), n.subnodes())));
    }
    return state;
  }

  private static byte[] apply(byte[] start, List<Step> steps) {
    byte[] image = start;
    for (Step step : steps) {
      switch (step) {
        case Step.Write(long at, byte[] bytes) -> {
          int end = (int) at + bytes.length;
          image = Arrays.copyOf(image, Math.max(image.length, end));
          System.arraycopy(bytes, 0, image, (int) at, bytes.length);
        }
        case Step.Truncate(long size) -> image = Arrays.copyOf(image, (int) size);
        case Step.Force() -> image = image.clone();
      }
    }
    return image;
  }

  /** A table to which rows are added, and from which some are removed. */
  private static void table(Transaction change, Random random) {
    NodeId id = new NodeId(0x7FF0 << 5 | NodeId.CONTENTS_TABLE);
    TableEditor table =
        change
            .node(id)
            .map(n -> TableEditor.of(change, n))
            .orElseGet(
                () ->
                    TableEditor.create(
                        change, TableShape.of(change.node(new NodeId(0x60E)).orElseThrow())));
    for (int i = 0; i < 30; i++) {
      byte[] subject = new byte[2 * random.nextInt(300)];
      table.put(new TableRow(random.nextInt(500) << 5 | 4, Map.of(0x0037001F, subject)));
      table.remove(random.nextInt(500) << 5 | 4);
    }
    change.putNode(table.finish().as(id, new NodeId(0)));
  }

  private static void change(
      Path path, Random random, List<NodeId> ours, @Nullable List<Step> steps) throws IOException {
    RecordingChannel channel = RecordingChannel.open(path);
    try (WritableDatabase file = new WritableDatabase(channel, path)) {
      int opening = channel.steps().size();
      Transaction change = file.begin();
      if (ours.size() > 2) {
        change.removeNode(ours.removeFirst());
      }
      table(change, random);
      for (int size : new int[] {100, 9_000, 60_000}) {
        @Nullable NodeId id = random.nextInt(3) == 0 && !ours.isEmpty() ? ours.getFirst() : null;
        if (id == null) {
          id = change.newNode(NodeId.ASSOCIATED_MESSAGE);
          ours.add(id);
        }
        byte[] value = new byte[size + random.nextInt(100)];
        random.nextBytes(value);
        Map<Integer, byte[]> values = new HashMap<>();
        values.put(0x30010102, value);
        change.putNode(new ObjectWriter(change).properties(values).as(id, new NodeId(0x122)));
      }
      change.commit();
      if (steps != null) {
        steps.addAll(channel.steps().subList(opening, channel.steps().size()));
      }
    }
  }
}
