package org.tandemsync.pst.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.mapi.Crc;
import org.tandemsync.pst.Samples;
import org.tandemsync.pst.format.BlockEntry;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;

/** One defect for each invariant, with all checksums repaired: the checker names it. */
class MutationTest {
  private static final String SAMPLE = "outlook-pst-rs/Empty.pst";
  private static final int PAGE = 512;

  @TempDir Path folder;

  private interface Defect {
    void make(Victim victim) throws IOException;
  }

  private record Case(Invariant invariant, String what, String sample, Defect defect) {}

  @TestFactory
  List<DynamicTest> everyDefectIsNamed() {
    List<Case> cases = new ArrayList<>();
    cases.add(
        new Case(
            Invariant.HEADER,
            "end of file",
            SAMPLE,
            v -> v.header(b -> b.putLong(184, b.getLong(184) - 64))));
    cases.add(
        new Case(
            Invariant.HEADER, "maps not valid", SAMPLE, v -> v.header(b -> b.put(248, (byte) 0))));
    cases.add(new Case(Invariant.PAGES, "checksum of a map", SAMPLE, v -> v.flip(0x4400 + 490)));
    cases.add(
        new Case(
            Invariant.TREES, "order of keys", SAMPLE, v -> v.nodePage(p -> swap(p, 0, 32, 32))));
    cases.add(
        new Case(
            Invariant.TREES,
            "size of entries",
            SAMPLE,
            v -> v.nodePage(p -> p.put(490, (byte) 24))));
    cases.add(
        new Case(
            Invariant.BLOCKS,
            "signature",
            SAMPLE,
            v -> v.blockTrailer(t -> t.putShort(2, (short) 7))));
    cases.add(
        new Case(
            Invariant.BLOCKS,
            "length",
            SAMPLE,
            v -> v.blockTrailer(t -> t.putShort(0, (short) 1))));
    cases.add(
        new Case(
            Invariant.BLOCKS,
            "id in the trailer",
            SAMPLE,
            v -> v.blockTrailer(t -> t.putLong(8, 4444))));
    cases.add(
        new Case(
            Invariant.ALLOCATION,
            "a used slot marked free",
            SAMPLE,
            v -> v.map(p -> p.put(0, (byte) 0x7F))));
    cases.add(
        new Case(
            Invariant.ALLOCATION,
            "a free slot marked used",
            SAMPLE,
            v -> v.map(p -> p.put(495, (byte) 1))));
    cases.add(
        new Case(
            Invariant.ALLOCATION,
            "count of free bytes",
            SAMPLE,
            v -> v.header(b -> b.putLong(200, 64))));
    cases.add(
        new Case(
            Invariant.REFERENCES,
            "count of references",
            SAMPLE,
            v -> v.blockPage(p -> p.putShort(18, (short) 9))));
    cases.add(
        new Case(Invariant.COUNTERS, "next block", SAMPLE, v -> v.header(b -> b.putLong(516, 8))));
    cases.add(
        new Case(Invariant.COUNTERS, "next page", SAMPLE, v -> v.header(b -> b.putLong(32, 1))));
    cases.add(
        new Case(
            Invariant.COUNTERS, "folder index", SAMPLE, v -> v.header(b -> b.putInt(44 + 8, 1))));
    cases.add(
        new Case(Invariant.COUNTERS, "row versions", SAMPLE, v -> v.header(b -> b.putInt(40, 1))));
    cases.add(
        new Case(
            Invariant.HEAPS,
            "fill level",
            SAMPLE,
            v -> v.data(id -> id.equals(NodeId.STORE), b -> b.put(8, (byte) (b.get(8) ^ 0x0F)))));
    cases.add(
        new Case(
            Invariant.HEAPS,
            "count of freed allocations",
            SAMPLE,
            v ->
                v.data(
                    id -> id.equals(NodeId.STORE),
                    b -> b.putShort((b.getShort(0) & 0xFFFF) + 2, (short) 5))));
    cases.add(
        new Case(
            Invariant.HEAP_TREES,
            "order of properties",
            SAMPLE,
            v -> v.data(id -> id.equals(NodeId.STORE), MutationTest::swapProperties)));
    cases.add(
        new Case(
            Invariant.TABLES,
            "row index",
            SAMPLE,
            v -> v.data(id -> id.value() == 0x12D, MutationTest::breakRowIndex)));
    cases.add(
        new Case(
            Invariant.NODES,
            "parent of a folder",
            SAMPLE,
            v ->
                v.node(
                    id -> id.type() == NodeId.FOLDER && id.value() != 0x122,
                    p -> p.putInt(24, 0x9FFE2))));
    cases.add(
        new Case(
            Invariant.ROWS,
            "a value of a row",
            SAMPLE,
            v -> v.data(id -> id.value() == 0x12D, MutationTest::changeRow)));
    cases.add(
        new Case(
            Invariant.NAMES,
            "number of a name",
            SAMPLE,
            v -> v.data(id -> id.equals(NodeId.NAMES), MutationTest::renumberName)));
    cases.add(
        new Case(
            Invariant.SEARCH,
            "a watched folder that is missing",
            "java-libpst/dist-list.pst",
            v -> v.data(id -> id.value() == 0x261, b -> b.putInt(0, 0x7FFE0))));
    cases.add(
        new Case(
            Invariant.SIZES,
            "size of an item",
            "tika/testPST-1.28.pst",
            v -> v.data(id -> id.type() == NodeId.MESSAGE, MutationTest::changeSize)));
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.invariant() + ": " + c.what(),
                    () -> {
                      Path copy = folder.resolve("copy-" + c.what().replace(' ', '-') + ".pst");
                      Files.copy(Samples.path(c.sample()), copy);
                      try (Victim victim = new Victim(copy)) {
                        c.defect().make(victim);
                      }
                      assertThat(PstCheck.run(copy))
                          .filteredOn(f -> !f.harmless() || f.invariant() == Invariant.SIZES)
                          .extracting(Finding::invariant)
                          .contains(c.invariant());
                    }))
        .toList();
  }

  private static void swap(ByteBuffer buffer, int a, int b, int length) {
    byte[] first = new byte[length];
    byte[] second = new byte[length];
    buffer.get(a, first).get(b, second);
    buffer.put(a, second).put(b, first);
  }

  /** The first two records of the property list: behind its header, which is 0x20. */
  private static void swapProperties(ByteBuffer heap) {
    int map = heap.getShort(0) & 0xFFFF;
    int records = heap.getShort(map + 4 + 2) & 0xFFFF;
    swap(heap, records, records + 8, 8);
  }

  private static void changeSize(ByteBuffer heap) {
    int map = heap.getShort(0) & 0xFFFF;
    int header = heap.getShort(map + 4) & 0xFFFF;
    int hid = heap.getInt(header + 4);
    int records = heap.getShort(map + 4 + 2 * ((hid >>> 5) - 1)) & 0xFFFF;
    int end = heap.getShort(map + 4 + 2 * (hid >>> 5)) & 0xFFFF;
    for (int i = records; i < end; i += 8) {
      if (heap.getInt(i) == 0x00030E08) {
        heap.putInt(i + 4, 5);
      }
    }
  }

  private static void breakRowIndex(ByteBuffer heap) {
    int map = heap.getShort(0) & 0xFFFF;
    int header = heap.getShort(map + 4) & 0xFFFF;
    int hid = heap.getInt(header + 4);
    int index = heap.getShort(map + 4 + 2 * ((hid >>> 5) - 1)) & 0xFFFF;
    heap.putInt(index + 4, 99);
  }

  private static void changeRow(ByteBuffer heap) {
    int map = heap.getShort(0) & 0xFFFF;
    int info = heap.getShort(map + 4 + 2) & 0xFFFF;
    int matrix = heap.getInt(info + 14);
    int rows = heap.getShort(map + 4 + 2 * ((matrix >>> 5) - 1)) & 0xFFFF;
    int columns = heap.get(info + 1);
    for (int i = 0; i < columns; i++) {
      int column = info + 22 + 8 * i;
      if (heap.getInt(column) == 0x36020003) {
        heap.putInt(rows + heap.getShort(column + 4), 77);
      }
    }
  }

  private static void renumberName(ByteBuffer heap) {
    int map = heap.getShort(0) & 0xFFFF;
    int records = heap.getShort(map + 4 + 2) & 0xFFFF;
    for (int i = records; i < records + 80; i += 8) {
      if ((heap.getShort(i) & 0xFFFF) == 3) {
        int hid = heap.getInt(i + 4);
        int entries = heap.getShort(map + 4 + 2 * ((hid >>> 5) - 1)) & 0xFFFF;
        heap.putShort(entries + 6, (short) 40);
      }
    }
  }

  private interface Change {
    void apply(ByteBuffer bytes);
  }

  /** A copy of a file, changed in place with all checksums made right again. */
  private static final class Victim implements AutoCloseable {
    private final Path path;
    private final byte[] bytes;
    private final ByteBuffer buffer;

    Victim(Path path) throws IOException {
      this.path = path;
      this.bytes = Files.readAllBytes(path);
      this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void flip(int offset) {
      bytes[offset] ^= 1;
    }

    void header(Change change) {
      change.apply(buffer);
      buffer.putInt(4, Crc.of(bytes, 8, 471));
      buffer.putInt(524, Crc.of(bytes, 8, 516));
    }

    void map(Change change) {
      page(0x4400, change);
    }

    void nodePage(Change change) {
      page((int) leaf(buffer.getLong(224)), change);
    }

    void blockPage(Change change) {
      page((int) leaf(buffer.getLong(240)), change);
    }

    private long leaf(long page) {
      long at = page;
      while (bytes[(int) at + 491] != 0) {
        at = buffer.getLong((int) at + 16);
      }
      return at;
    }

    private void page(int offset, Change change) {
      change.apply(buffer.slice(offset, PAGE).order(ByteOrder.LITTLE_ENDIAN));
      buffer.putInt(offset + 500, Crc.of(bytes, offset, 496));
    }

    /** Changes the index entry of the first node that fits. */
    void node(Predicate<NodeId> which, Change change) throws IOException {
      int wanted = find(which).id().value();
      for (int page = 0x4400; page < bytes.length; page += PAGE) {
        boolean leafOfNodes =
            (bytes[page + 496] & 0xFF) == 0x81 && bytes[page + 491] == 0 && bytes[page + 490] == 32;
        for (int i = 0; leafOfNodes && i < bytes[page + 488]; i++) {
          if (buffer.getInt(page + 32 * i) == wanted) {
            int at = 32 * i;
            page(page, p -> change.apply(p.slice(at, 32).order(ByteOrder.LITTLE_ENDIAN)));
          }
        }
      }
    }

    private NodeEntry find(Predicate<NodeId> which) throws IOException {
      List<NodeEntry> found = new ArrayList<>();
      try (Database db = new Database(FileChannel.open(path))) {
        db.forEachNode(
            n -> {
              if (which.test(n.id())) {
                found.add(n);
              }
            });
      }
      return found.getFirst();
    }

    /** Changes the decoded content of the first data block of the first node that fits. */
    void data(Predicate<NodeId> which, Change change) throws IOException {
      long id = find(which).data();
      try (Database db = new Database(FileChannel.open(path))) {
        BlockEntry block = db.blockEntry(id).orElseThrow();
        int offset = (int) block.ref().offset();
        byte[] content = Arrays.copyOfRange(bytes, offset, offset + block.size());
        db.header().encoding().decode(content, content.length, id);
        change.apply(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
        db.header().encoding().encode(content, content.length, id);
        System.arraycopy(content, 0, bytes, offset, content.length);
        int length = (block.size() + 16 + 63) / 64 * 64;
        buffer.putInt(offset + length - 12, Crc.of(bytes, offset, block.size()));
      }
    }

    /** Changes the trailer of the block of the store's properties. */
    void blockTrailer(Change change) throws IOException {
      try (Database db = new Database(FileChannel.open(path))) {
        BlockEntry block = db.blockEntry(find(NodeId.STORE::equals).data()).orElseThrow();
        int length = (block.size() + 16 + 63) / 64 * 64;
        change.apply(
            buffer
                .slice((int) block.ref().offset() + length - 16, 16)
                .order(ByteOrder.LITTLE_ENDIAN));
      }
    }

    @Override
    public void close() throws IOException {
      Files.write(path, bytes);
    }
  }
}
