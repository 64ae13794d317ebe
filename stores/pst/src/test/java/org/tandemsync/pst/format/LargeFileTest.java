package org.tandemsync.pst.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.pst.Samples;
import org.tandemsync.pst.check.Invariant;
import org.tandemsync.pst.check.PstCheck;

/** Files of more than 2 GB, which are sparse here, and values that are not held in memory. */
class LargeFileTest {
  private static final int SCRATCH = 0x08;
  private static final int VALUE = 0x30010102;

  @TempDir Path folder;

  private static NodeId write(Transaction change, int size) {
    byte[] value = new byte[size];
    new Random(size).nextBytes(value);
    NodeId id = change.newNode(SCRATCH);
    change.putNode(
        new ObjectWriter(change).properties(Map.of(VALUE, value)).as(id, new NodeId(0x122)));
    return id;
  }

  private static void expect(WritableDatabase file, NodeId id, int size) {
    byte[] value = new byte[size];
    new Random(size).nextBytes(value);
    PropertyContext read = new PropertyContext(file.database().requireNode(id));
    assertThat(TransactionTest.values(read.properties()).get(VALUE)).isEqualTo(value);
  }

  /** Makes the file longer than it has to be, and writes into what is new. */
  private static NodeId grow(WritableDatabase file, RecordingChannel channel, int maps) {
    Medium medium = new Medium(channel);
    HeaderImage header = new HeaderImage(medium.read(0, Header.SIZE));
    Slots slots = new Slots(medium, header, 0);
    while (slots.end() < Allocation.FIRST_MAP + maps * Allocation.MAP_SPACING) {
      slots.grow();
    }
    Transaction change = new Transaction(file, file.database(), medium, header, slots);
    NodeId id = write(change, 300_000);
    change.commit();
    return id;
  }

  @Test
  void aFileOverTwoGigabytesHasItsRareMapsAndIsNotReadAsAWhole() throws IOException {
    Path path = folder.resolve("large.pst");
    Files.copy(Samples.path("outlook-pst-rs/Empty.pst"), path);
    NodeId first;
    NodeId second;
    NodeId third;
    try (RecordingChannel channel = RecordingChannel.open(path, false);
        WritableDatabase file = new WritableDatabase(channel, path)) {
      first = grow(file, channel, 129); // behind the first FMap
      second = grow(file, channel, 8_193); // behind the first FPMap
      third = grow(file, channel, 8_500);
      expect(file, first, 300_000);
    }
    assertThat(Files.size(path)).isGreaterThan(2L << 30);
    try (RecordingChannel channel = RecordingChannel.open(path, false);
        WritableDatabase file = new WritableDatabase(channel, path)) {
      file.trustMaps();
      Transaction change = file.begin();
      change.removeNode(second);
      NodeId small = write(change, 1_000);
      change.commit();
      assertThat(channel.bytesRead()).isLessThan(100_000);
      expect(file, small, 1_000);
      expect(file, first, 300_000);
      expect(file, third, 300_000);
      assertThat(file.database().entry(second)).isEmpty();
    }
    assertThat(PstCheck.run(path)).filteredOn(f -> f.invariant() != Invariant.NODES).isEmpty();
    breakOff(path);
    TransactionTest.open(path).close(); // makes all maps anew
    assertThat(PstCheck.run(path)).filteredOn(f -> f.invariant() != Invariant.NODES).isEmpty();
  }

  /** As if a commit had been broken off: the maps may not be trusted. */
  private static void breakOff(Path path) throws IOException {
    try (RecordingChannel channel = RecordingChannel.open(path)) {
      Medium medium = new Medium(channel);
      HeaderImage header = new HeaderImage(medium.read(0, Header.SIZE));
      header.mapsValid(HeaderImage.INVALID);
      medium.write(0, header.sealed());
    }
  }

  @Test
  void aFullFileGrowsAndAFragmentedOneIsFilled() throws IOException {
    Path path = folder.resolve("store.pst");
    Files.copy(Samples.path("outlook-pst-rs/Empty.pst"), path);
    Map<NodeId, Integer> kept = new HashMap<>();
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      for (int i = 0; i < 600; i++) {
        kept.put(write(change, 3_000 + i), 3_000 + i);
      }
      change.commit();
      long full = Files.size(path);
      Transaction holes = file.begin();
      kept.keySet().stream()
          .filter(id -> (id.value() >>> 5) % 2 == 0)
          .toList()
          .forEach(
              id -> {
                holes.removeNode(id);
                kept.remove(id);
              });
      holes.commit();
      Transaction again = file.begin();
      for (int i = 0; i < 200; i++) {
        kept.put(write(again, 2_000 + i), 2_000 + i);
      }
      again.commit();
      assertThat(Files.size(path)).isEqualTo(full);
      kept.forEach((id, size) -> expect(file, id, size));
    }
    assertThat(PstCheck.run(path)).filteredOn(f -> f.invariant() != Invariant.NODES).isEmpty();
  }

  /** So many bytes that depend on their place. */
  private static InputStream stream(long size) {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        return at == size ? -1 : (int) (at++ * 31 >>> 3) & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        int n = (int) Math.min(length, size - at);
        for (int i = 0; i < n; i++) {
          target[offset + i] = (byte) read();
        }
        return n == 0 && length > 0 ? -1 : n;
      }
    };
  }

  @Test
  void aLargeValueIsWrittenFromAStreamAndSharedNotCopied() throws IOException {
    long size = Long.getLong("tandem.value", 9_000_000L); // an XXBLOCK from 8.3 MB on
    Path path = folder.resolve("store.pst");
    Files.copy(Samples.path("outlook-pst-rs/Empty.pst"), path);
    NodeId id;
    NodeId copy;
    try (RecordingChannel channel = RecordingChannel.open(path, false);
        WritableDatabase file = new WritableDatabase(channel, path)) {
      Transaction change = file.begin();
      id = change.newNode(SCRATCH);
      ObjectWriter writer = new ObjectWriter(change).value(VALUE, stream(size));
      change.putNode(writer.propertiesWithSize(Map.of(), 0x0E080003).as(id, new NodeId(0x122)));
      change.commit();
      assertThat((long) writer.size()).isBetween(size, size + 1_000);
      channel.forget();
      change = file.begin();
      copy = change.newNode(SCRATCH);
      RawProperty value =
          new PropertyContext(file.database().requireNode(id))
              .properties().stream().filter(p -> p.id() == 0x3001).findFirst().orElseThrow();
      change.putNode(
          new ObjectWriter(change)
              .value(VALUE, value.value())
              .properties(Map.of())
              .as(copy, new NodeId(0x122)));
      change.commit();
      assertThat(channel.bytes()).isLessThan(20_000);
      change = file.begin();
      change.removeNode(id);
      change.commit();
      RawProperty left =
          new PropertyContext(file.database().requireNode(copy)).properties().getFirst();
      assertThat(left.value().stream()).hasSameContentAs(stream(size));
    }
    assertThat(PstCheck.run(path)).filteredOn(f -> f.invariant() != Invariant.NODES).isEmpty();
  }

  @Test
  void dataGrowsAtItsEnd() throws IOException {
    Path path = folder.resolve("store.pst");
    Files.copy(Samples.path("outlook-pst-rs/Empty.pst"), path);
    NodeId id = new NodeId(0x7FF0 << 5 | 1);
    byte[] expected = new byte[0];
    try (WritableDatabase file = TransactionTest.open(path)) {
      for (int more : new int[] {0, 20, 8_156, 1, 0, 8_175, 30_000, 5, 16_352}) {
        Transaction change = file.begin();
        byte[] bytes = new byte[more];
        new Random(more).nextBytes(bytes);
        long data = change.entry(id).map(NodeEntry::data).orElse(0L);
        long next = change.append(data, bytes);
        change.putNode(new NodeEntry(id, next, 0, new NodeId(0)));
        change.commit();
        expected = new Packed().bytes(expected).bytes(bytes).toArray();
        Node node = file.database().requireNode(id);
        assertThat(node.data().all(1 << 20).toArray()).isEqualTo(expected);
        assertThat(PstCheck.run(path)).isEmpty();
      }
    }
  }
}
