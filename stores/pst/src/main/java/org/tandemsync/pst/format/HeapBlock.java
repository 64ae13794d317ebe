package org.tandemsync.pst.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/** One block of a heap while it is changed ([MS-PST] 2.3.1.1 to 2.3.1.5). */
final class HeapBlock {
  /** What a heap block holds at most, its page map included. */
  static final int PAYLOAD = Layout.UNICODE.blockPayload();

  /** An HID has eleven bits for the number of an allocation; some room is left. */
  private static final int MOST_ALLOCATIONS = 2_000;

  /** Free bytes from which on a fill level is 0, 1, 2, ... ([MS-PST] 2.3.1.2). */
  private static final int[] LEVELS = {
    3584, 2560, 2048, 1792, 1536, 1280, 1024, 768, 512, 256, 128, 64, 32, 16, 8
  };

  private static final byte[] FREED = new byte[0];

  private final byte[] header;
  private final List<byte[]> allocations = new ArrayList<>();
  private int bytes;
  private int freed;

  private HeapBlock(byte[] header) {
    this.header = header;
  }

  /** An empty block to stand at {@code index}. */
  static HeapBlock empty(int index) {
    return new HeapBlock(new byte[headerSize(index)]);
  }

  /** The block at {@code index} as it is. */
  static HeapBlock of(int index, Span content) {
    HeapBlock block = new HeapBlock(content.slice(0, headerSize(index)).toArray());
    int map = content.u16(0);
    int count = content.u16(map);
    for (int i = 0; i < count; i++) {
      int from = content.u16(map + 4 + 2 * i);
      int to = content.u16(map + 4 + 2 * (i + 1));
      if (to > map || (i == 0 && from != block.header.length)) {
        throw new DamagedException("block " + index + " of a heap is not well-formed");
      }
      block.append(content.slice(from, to - from).toArray());
    }
    return block;
  }

  /** Whether a block holds fill levels: the first, the ninth and each 128th behind it. */
  static boolean withLevels(int index) {
    return index == 0 || (index >= 8 && (index - 8) % 128 == 0);
  }

  private static int headerSize(int index) {
    return index == 0 ? 12 : withLevels(index) ? 66 : 2;
  }

  /** The least number of free bytes of a block with this fill level. */
  static int leastFree(int level) {
    return level < LEVELS.length ? LEVELS[level] : 0;
  }

  private void append(byte[] content) {
    allocations.add(content);
    bytes += content.length;
    freed += content.length == 0 ? 1 : 0;
  }

  /** The bytes in front of the first allocation; those that are changed here are written. */
  ByteBuffer header() {
    return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean isEmpty() {
    return bytes == 0;
  }

  private int used(int content, int count) {
    int end = header.length + content;
    return end + end % 2 + 4 + 2 * (count + 1);
  }

  /** Bytes that are not in use. */
  int free() {
    return PAYLOAD - used(bytes, allocations.size());
  }

  int level() {
    int free = free();
    for (int level = 0; level < LEVELS.length; level++) {
      if (free >= LEVELS[level]) {
        return level;
      }
    }
    return 15;
  }

  boolean fits(int length) {
    int count = freed > 0 ? allocations.size() : allocations.size() + 1;
    return count <= MOST_ALLOCATIONS && used(bytes + length, count) <= PAYLOAD;
  }

  /** Whether the allocation can be made this long where it is. */
  boolean fits(int number, int length) {
    int others = bytes - get(number).length;
    return used(others + length, allocations.size()) <= PAYLOAD;
  }

  /** Adds an allocation in the place of a freed one or behind the others; numbers begin at 1. */
  int add(byte[] content) {
    if (freed == 0) {
      append(content);
      return allocations.size();
    }
    for (int i = 0; i < allocations.size(); i++) {
      if (allocations.get(i).length == 0) {
        allocations.set(i, content);
        bytes += content.length;
        freed--;
        return i + 1;
      }
    }
    throw new IllegalStateException("a heap block has lost " + freed + " freed allocations");
  }

  byte[] get(int number) {
    if (number < 1 || number > allocations.size() || allocations.get(number - 1).length == 0) {
      throw new DamagedException("a heap has no allocation " + number + " in a block");
    }
    return allocations.get(number - 1);
  }

  void set(int number, byte[] content) {
    bytes += content.length - get(number).length;
    allocations.set(number - 1, content);
  }

  void free(int number) {
    bytes -= get(number).length;
    allocations.set(number - 1, FREED);
    freed++;
    while (!allocations.isEmpty() && allocations.getLast().length == 0) {
      allocations.removeLast();
      freed--;
    }
  }

  /** The bytes of the block; all blocks but the last are full. */
  byte[] encode(boolean last) {
    int used = used(bytes, allocations.size());
    int map = used - 4 - 2 * (allocations.size() + 1);
    ByteBuffer block = ByteBuffer.allocate(last ? used : PAYLOAD).order(ByteOrder.LITTLE_ENDIAN);
    block.put(header).putShort(0, (short) map);
    block.putShort(map, (short) allocations.size()).putShort(map + 2, (short) freed);
    for (int i = 0; i < allocations.size(); i++) {
      block.putShort(map + 4 + 2 * i, (short) block.position());
      block.put(allocations.get(i));
    }
    block.putShort(map + 4 + 2 * allocations.size(), (short) block.position());
    return block.array();
  }
}
