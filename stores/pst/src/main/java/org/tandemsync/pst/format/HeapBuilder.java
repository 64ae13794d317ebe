package org.tandemsync.pst.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Builds a heap ([MS-PST] 2.3.1) in one go, one allocation behind the other. */
final class HeapBuilder {
  /** The most that one allocation holds; larger values go to subnodes. */
  static final int MOST_IN_ALLOCATION = 3_580;

  private static final int MOST_ALLOCATIONS = 2_000;
  private static final int PAYLOAD = Layout.UNICODE.blockPayload();

  /** Free bytes from which on a fill level is 0, 1, 2, ... ([MS-PST] 2.3.1.2). */
  private static final int[] LEVELS = {
    3584, 2560, 2048, 1792, 1536, 1280, 1024, 768, 512, 256, 128, 64, 32, 16, 8
  };

  private final List<List<byte[]>> blocks = new ArrayList<>();
  private int end;

  HeapBuilder() {
    newBlock();
  }

  /**
   * Allocates {@code content}, which may still be changed in place until {@link #build}.
   *
   * @return its HID; 0 for nothing
   */
  int allocate(byte[] content) {
    if (content.length > MOST_IN_ALLOCATION) {
      throw new IllegalArgumentException(content.length + " bytes do not fit an allocation");
    }
    if (content.length == 0) {
      return 0;
    }
    List<byte[]> block = blocks.getLast();
    int map = 4 + 2 * (block.size() + 2);
    boolean full = end + content.length + 1 + map > PAYLOAD || block.size() == MOST_ALLOCATIONS;
    if (full) {
      newBlock();
      block = blocks.getLast();
    }
    block.add(content);
    end += content.length;
    return blocks.size() - 1 << 16 | block.size() << 5;
  }

  private void newBlock() {
    blocks.add(new ArrayList<>());
    end = headerSize(blocks.size() - 1);
  }

  private static boolean withLevels(int block) {
    return block == 0 || (block >= 8 && (block - 8) % 128 == 0);
  }

  private static int headerSize(int block) {
    return block == 0 ? 12 : withLevels(block) ? 66 : 2;
  }

  /** The data blocks of the heap; all but the last are full. */
  List<byte[]> build(int client, int root) {
    List<ByteBuffer> built = new ArrayList<>();
    int[] levels = new int[blocks.size()];
    for (int i = 0; i < blocks.size(); i++) {
      boolean last = i == blocks.size() - 1;
      built.add(block(i, last, levels));
    }
    ByteBuffer first = built.getFirst();
    first.put(2, (byte) 0xEC).put(3, (byte) client).putInt(4, root);
    for (int i = 0; i < levels.length; i++) {
      int holder = i < 8 ? 0 : (i - 8) / 128 * 128 + 8;
      int nibble = i < 8 ? i : (i - 8) % 128;
      int at = (holder == 0 ? 8 : 2) + nibble / 2;
      ByteBuffer block = built.get(holder);
      block.put(at, (byte) (block.get(at) | levels[i] << 4 * (nibble % 2)));
    }
    return built.stream().map(ByteBuffer::array).toList();
  }

  private ByteBuffer block(int index, boolean last, int[] levels) {
    List<byte[]> allocations = blocks.get(index);
    int size = headerSize(index);
    for (byte[] a : allocations) {
      size += a.length;
    }
    int map = size + size % 2;
    int used = map + 4 + 2 * (allocations.size() + 1);
    ByteBuffer block = ByteBuffer.allocate(last ? used : PAYLOAD).order(ByteOrder.LITTLE_ENDIAN);
    block.putShort(0, (short) map);
    block.putShort(map, (short) allocations.size());
    int at = headerSize(index);
    for (int i = 0; i < allocations.size(); i++) {
      block.putShort(map + 4 + 2 * i, (short) at);
      block.put(at, allocations.get(i));
      at += allocations.get(i).length;
    }
    block.putShort(map + 4 + 2 * allocations.size(), (short) at);
    levels[index] = level(PAYLOAD - used);
    return block;
  }

  private static int level(int free) {
    for (int level = 0; level < LEVELS.length; level++) {
      if (free >= LEVELS[level]) {
        return level;
      }
    }
    return 15;
  }
}
