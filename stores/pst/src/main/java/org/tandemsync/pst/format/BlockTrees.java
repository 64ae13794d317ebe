package org.tandemsync.pst.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes data and lists of subnodes that need more than a block ([MS-PST] 2.2.2.8.3). */
final class BlockTrees {
  private static final int SUBNODES_IN_LEAF = 340;
  private static final int LEAVES_IN_INDEX = 510;
  private static final int PAYLOAD = Layout.UNICODE.blockPayload();

  private final PendingBlocks blocks;

  BlockTrees(PendingBlocks blocks) {
    this.blocks = blocks;
  }

  /** Writes data; the answer is the id of its block or tree of blocks, 0 for no data. */
  long data(InputStream data) {
    List<Long> ids = new ArrayList<>();
    long total = 0;
    try {
      while (true) {
        byte[] part = data.readNBytes(PAYLOAD);
        if (part.length > 0) {
          ids.add(blocks.write(part, false));
          total += part.length;
        }
        if (part.length < PAYLOAD) {
          return tree(ids.stream().mapToLong(Long::longValue).toArray(), total, null);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Data with more behind it. The full blocks that are there stay. */
  long append(DataTree before, byte[] more) {
    if (more.length == 0) {
      return before.id();
    }
    int kept = (int) (before.size() / PAYLOAD);
    byte[] last = kept < before.blockCount() ? before.block(kept).toArray() : new byte[0];
    byte[] rest = new Packed().bytes(last).bytes(more).toArray();
    Map<Integer, byte[]> changed = new HashMap<>();
    for (int at = 0; at < rest.length; at += PAYLOAD) {
      byte[] part = Arrays.copyOfRange(rest, at, Math.min(rest.length, at + PAYLOAD));
      changed.put(kept + changed.size(), part);
    }
    return rewrite(before, kept + changed.size(), changed);
  }

  /**
   * Writes data of which only some blocks are new.
   *
   * @param before what the other blocks are taken from
   * @param count number of blocks of the new data
   * @param changed by number the blocks that are new; all but the last have to be full
   */
  long rewrite(@Nullable DataTree before, int count, Map<Integer, byte[]> changed) {
    long[] old = before == null ? new long[0] : before.blockIds();
    if (changed.isEmpty() && before != null && count == old.length) {
      return before.id();
    }
    long[] ids = Arrays.copyOf(old, count);
    changed.forEach((i, content) -> ids[i] = blocks.write(content, false));
    byte[] last = changed.get(count - 1);
    long total = Math.max(0, count - 1) * (long) PAYLOAD;
    if (last != null) {
      total += last.length;
    } else if (before != null && count == old.length) {
      total = before.size();
    } else if (count > 0) {
      throw new IllegalStateException("the last block of data has to be written when it moves");
    }
    return tree(ids, total, before);
  }

  /** The trees above blocks of data; those that are as before are used again. */
  private long tree(long[] ids, long total, @Nullable DataTree before) {
    if (ids.length <= 1) {
      return ids.length == 0 ? 0 : ids[0];
    }
    long[] old = before == null ? new long[0] : before.blockIds();
    long[] groups = before == null ? new long[0] : before.groups();
    List<Long> trees = new ArrayList<>();
    for (int at = 0; at < ids.length; at += DataTree.ENTRIES) {
      int end = Math.min(ids.length, at + DataTree.ENTRIES);
      int oldEnd = Math.min(old.length, at + DataTree.ENTRIES);
      int group = trees.size();
      boolean same = group < groups.length && Arrays.equals(ids, at, end, old, at, oldEnd);
      long bytes = Math.min(total - (long) at * PAYLOAD, (long) (end - at) * PAYLOAD);
      trees.add(same ? groups[group] : tree(1, Arrays.copyOfRange(ids, at, end), bytes));
    }
    if (trees.size() == 1) {
      return trees.getFirst();
    }
    if (trees.size() > DataTree.ENTRIES || total > 0xFFFFFFFFL) {
      throw new IllegalArgumentException("a value of " + total + " bytes is too large");
    }
    return tree(2, trees.stream().mapToLong(Long::longValue).toArray(), total);
  }

  private long tree(int level, long[] children, long total) {
    Packed tree = new Packed().u8(1).u8(level).u16(children.length).i32((int) total);
    for (long child : children) {
      tree.i64(child);
      blocks.refer(child);
    }
    return blocks.write(tree.toArray(), true);
  }

  /** Writes a list of subnodes, which must ascend by id; 0 for none. */
  long subnodes(Collection<NodeEntry> subnodes) {
    List<NodeEntry> all = List.copyOf(subnodes);
    if (all.isEmpty()) {
      return 0;
    }
    List<Long> leaves = new ArrayList<>();
    Packed entries = new Packed();
    for (int at = 0; at < all.size(); at += SUBNODES_IN_LEAF) {
      List<NodeEntry> group = all.subList(at, Math.min(all.size(), at + SUBNODES_IN_LEAF));
      long leaf = leaf(group);
      leaves.add(leaf);
      entries.i64(key(group.getFirst())).i64(leaf);
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    if (leaves.size() > LEAVES_IN_INDEX) {
      throw new IllegalArgumentException(all.size() + " subnodes are too many");
    }
    leaves.forEach(blocks::refer);
    Packed index = new Packed().u8(2).u8(1).u16(leaves.size()).i32(0).bytes(entries.toArray());
    return blocks.write(index.toArray(), true);
  }

  private static long key(NodeEntry subnode) {
    return subnode.id().value() & 0xFFFFFFFFL;
  }

  private long leaf(List<NodeEntry> subnodes) {
    Packed leaf = new Packed().u8(2).u8(0).u16(subnodes.size()).i32(0);
    for (NodeEntry n : subnodes) {
      leaf.i64(key(n)).i64(n.data()).i64(n.subnodes());
      blocks.refer(n.data());
      blocks.refer(n.subnodes());
    }
    return blocks.write(leaf.toArray(), true);
  }
}
