package org.tandemsync.pst.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/**
 * The rows of a table while they are changed ([MS-PST] 2.3.4.4): in one allocation of the heap as
 * long as they fit, else in a subnode, a number of rows in each block.
 */
final class RowMatrix {
  private final int rowSize;
  private final int perBlock;
  private final @Nullable DataTree tree;
  private final Map<Integer, byte[]> loaded = new HashMap<>();
  private final TreeSet<Integer> changed = new TreeSet<>();
  private int size;

  private RowMatrix(int rowSize, @Nullable DataTree tree) {
    this.rowSize = rowSize;
    this.perBlock = HeapBlock.PAYLOAD / rowSize;
    this.tree = tree;
  }

  static RowMatrix create(int rowSize) {
    return new RowMatrix(rowSize, null);
  }

  /** Rows in the heap. */
  static RowMatrix of(int rowSize, byte[] rows) {
    RowMatrix matrix = new RowMatrix(rowSize, null);
    matrix.size = rows.length / rowSize;
    matrix.loaded.put(0, Arrays.copyOf(rows, matrix.perBlock * rowSize));
    return matrix;
  }

  /** Rows in a subnode. There may be less of them than there is room in the last block. */
  static RowMatrix of(int rowSize, DataTree tree) {
    RowMatrix matrix = new RowMatrix(rowSize, tree);
    int last = tree.blockCount() - 1;
    if (last >= 0) {
      int inLast = Math.min(matrix.perBlock, tree.block(last).length() / rowSize);
      matrix.size = last * matrix.perBlock + inLast;
    }
    return matrix;
  }

  int size() {
    return size;
  }

  /** Leaves out what is behind the rows in the last block. */
  void cut(int rows) {
    if (rows > size || rows <= size - perBlock) {
      throw new DamagedException("a table has " + size + " rows, its index " + rows);
    }
    size = rows;
  }

  private byte[] block(int index) {
    return loaded.computeIfAbsent(
        index,
        i -> {
          int bytes = perBlock * rowSize;
          if (tree == null || i >= tree.blockCount()) {
            return new byte[bytes];
          }
          Span block = tree.block(i);
          return Arrays.copyOf(block.toArray(), bytes);
        });
  }

  byte[] row(int number) {
    if (number < 0 || number >= size) {
      throw new DamagedException("a table has no row " + number + " of " + size);
    }
    int from = number % perBlock * rowSize;
    return Arrays.copyOfRange(block(number / perBlock), from, from + rowSize);
  }

  void set(int number, byte[] row) {
    System.arraycopy(row, 0, block(number / perBlock), number % perBlock * rowSize, rowSize);
    changed.add(number / perBlock);
  }

  void add(byte[] row) {
    size++;
    set(size - 1, row);
    if (size > 1 && size % perBlock == 1 % perBlock) {
      changed.add((size - 2) / perBlock); // it is filled up, as it is no longer the last
    }
  }

  void removeLast() {
    size--;
    changed.add(Math.max(0, size - 1) / perBlock);
  }

  boolean isChanged() {
    return !changed.isEmpty();
  }

  boolean fitsHeap() {
    return size * (long) rowSize <= HeapEditor.MOST_IN_ALLOCATION;
  }

  /** All rows, if they fit the heap. */
  byte[] all() {
    return Arrays.copyOf(block(0), size * rowSize);
  }

  /** Writes the blocks that have changed; the answer is the id of the data. */
  long finish(Transaction transaction) {
    int count = (size + perBlock - 1) / perBlock;
    TreeMap<Integer, byte[]> blocks = new TreeMap<>();
    for (int index : changed.headSet(count)) {
      int rows = Math.min(perBlock, size - index * perBlock);
      int length = index < count - 1 ? HeapBlock.PAYLOAD : rows * rowSize;
      byte[] bytes = Arrays.copyOf(block(index), rows * rowSize);
      blocks.put(index, Arrays.copyOf(bytes, length));
    }
    return transaction.rewriteBlocks(tree, count, blocks);
  }
}
