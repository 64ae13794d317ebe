package org.tandemsync.pst.format;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/**
 * The data of a node: one block, or a tree of them (XBLOCK, XXBLOCK). The blocks are read when they
 * are asked for.
 */
public final class DataTree {
  /** The most that an XBLOCK or XXBLOCK refers to. */
  static final int ENTRIES = 1_021;

  private final Database database;
  private final long id;
  private final long[] groups;
  private final long[] blocks;
  private final long size;

  private DataTree(Database database, long id, long[] groups, long[] blocks, long size) {
    this.database = database;
    this.id = id;
    this.groups = groups;
    this.blocks = blocks;
    this.size = size;
  }

  static DataTree of(Database database, long id) {
    if (id == 0) {
      return new DataTree(database, 0, new long[0], new long[0], 0);
    }
    if (!BlockEntry.internal(id)) {
      long[] one = {id};
      return new DataTree(database, id, new long[0], one, database.block(id).length());
    }
    Span top = database.internal(id, 1, 2);
    long size = top.u32(4);
    if (size > database.size()) {
      throw new DamagedException(
          "data of " + size + " bytes cannot be in a file of " + database.size());
    }
    List<Long> leaves = new ArrayList<>();
    List<Long> middle = new ArrayList<>();
    boolean even = true;
    if (top.u8(1) == 1) {
      middle.add(id);
      addEntries(database, top, leaves);
    } else {
      addEntries(database, top, middle);
      for (long block : middle) {
        even &= leaves.size() % ENTRIES == 0;
        addEntries(database, database.internal(block, 1, 1), leaves);
      }
    }
    long payload = database.layout().blockPayload();
    if (size > leaves.size() * payload || size <= (leaves.size() - 1) * payload) {
      throw new DamagedException(
          "data of " + size + " bytes does not fit its " + leaves.size() + " blocks");
    }
    return new DataTree(database, id, even ? array(middle) : new long[0], array(leaves), size);
  }

  private static long[] array(List<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  private static void addEntries(Database database, Span block, List<Long> into) {
    int idSize = database.layout().idSize();
    for (int i = 0; i < block.u16(2); i++) {
      into.add(database.layout().id(block, 8 + i * idSize));
    }
  }

  /** The block that the data begins at; 0 for none. */
  long id() {
    return id;
  }

  /** The ids of the blocks of data. */
  long[] blockIds() {
    return blocks.clone();
  }

  /** The XBLOCKs, each but the last with all its entries in use; none if they are not even. */
  long[] groups() {
    return groups.clone();
  }

  /** Bytes in all blocks together. */
  public long size() {
    return size;
  }

  /** Number of blocks. */
  public int blockCount() {
    return blocks.length;
  }

  /** The content of one block. Every block but the last is full. */
  public Span block(int index) {
    if (index < 0 || index >= blocks.length) {
      throw new DamagedException("the data has no block " + index + " of " + blocks.length);
    }
    if (BlockEntry.internal(blocks[index])) {
      throw new DamagedException(
          "block " + Long.toHexString(blocks[index]) + " should hold data and does not");
    }
    Span block = database.block(blocks[index]);
    long expected =
        index < blocks.length - 1
            ? database.layout().blockPayload()
            : size - (long) index * database.layout().blockPayload();
    if (block.length() != expected) {
      throw new DamagedException(
          "block " + Long.toHexString(blocks[index]) + " holds less or more than it should");
    }
    return block;
  }

  /** All of it, if it is not more than {@code most} bytes. */
  public Span all(int most) {
    if (size > most) {
      throw new DamagedException(
          "a value of " + size + " bytes is larger than the " + most + " that are read");
    }
    if (blocks.length == 1) {
      return block(0);
    }
    byte[] bytes = new byte[(int) size];
    int position = 0;
    for (int i = 0; i < blocks.length; i++) {
      Span block = block(i);
      block.copyTo(bytes, position);
      position += block.length();
    }
    return Span.of(bytes);
  }

  /** The bytes one after another, with one block in memory at a time. */
  public InputStream stream() {
    return new InputStream() {
      private int next;
      private byte[] current = new byte[0];
      private int position;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        if (length == 0) {
          return 0;
        }
        while (position == current.length) {
          if (next == blocks.length) {
            return -1;
          }
          current = block(next++).toArray();
          position = 0;
        }
        int n = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, n);
        position += n;
        return n;
      }
    };
  }

  @Override
  public String toString() {
    return size + " bytes in " + Arrays.toString(blocks);
  }
}
