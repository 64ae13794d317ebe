package org.tandemsync.pst.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of changes to a Unicode file that becomes visible as a whole ([MS-PST] 2.6.1). Nothing that
 * the file's header leads to is overwritten: new blocks and pages go to free slots, and the write
 * of the header with the new roots is the commit. A crash at any instant leaves the old or the new
 * state; {@link WritableDatabase} puts the allocation maps in order afterwards.
 */
public final class Transaction {
  private static final int SUBNODES_IN_LEAF = 340;
  private static final int LEAVES_IN_INDEX = 510;
  private static final int MOST_REFERENCES = 0xFFFF;
  private static final int MOST_DEPTH = 32;
  private static final int MOST_NODES = 1 << 27;

  private final WritableDatabase owner;
  private final Database database;
  private final Database view;
  private final Medium medium;
  private final HeaderImage header;
  private final Slots slots;
  private final TreeMap<Long, Optional<NodeEntry>> nodes = new TreeMap<>();

  /** What this transaction has written, by id. */
  private final TreeMap<Long, BlockEntry> written = new TreeMap<>(Long::compareUnsigned);

  /** By how much the number of references to a block has changed. */
  private final Map<Long, Integer> references = new HashMap<>();

  private boolean over;

  Transaction(
      WritableDatabase owner, Database database, Medium medium, HeaderImage header, Slots slots) {
    this.owner = owner;
    this.database = database;
    this.medium = medium;
    this.header = header;
    this.slots = slots;
    this.view = new Database(medium.channel(), this);
    // An id that was given out twice would take the place of a block.
    long above = (database.highestBlock() & ~3L) + 4;
    if (Long.compareUnsigned(header.nextBlock(), above) < 0) {
      header.nextBlock(above);
    }
  }

  /**
   * Gives out the next id of a type of node. The id of a folder is that of its tables as well, with
   * other types.
   */
  public NodeId newNode(int type) {
    int[] together =
        switch (type) {
          case 0x02, 0x0D, 0x0E, 0x0F -> new int[] {0x02, 0x0D, 0x0E, 0x0F};
          case 0x03, 0x06, 0x07, 0x10 -> new int[] {0x03, 0x06, 0x07, 0x10};
          default -> new int[] {type};
        };
    int index = 0;
    for (int t : together) {
      index = Math.max(index, header.lastIndex(t));
    }
    NodeId id;
    do {
      index++;
      if (index >= MOST_NODES) {
        throw new IllegalStateException("the data file has no more ids for new items");
      }
      id = new NodeId(index << 5 | type);
    } while (entry(id).isPresent());
    for (int t : together) {
      header.lastIndex(t, index);
    }
    return id;
  }

  /** Gives out a row version, or any number that has to be new in this file. */
  public int newVersion() {
    int version = header.unique();
    header.unique(version + 1);
    return version;
  }

  /** The node {@code id} as this transaction leaves it. */
  public Optional<NodeEntry> entry(NodeId id) {
    Optional<NodeEntry> changed = nodes.get(id.value() & 0xFFFFFFFFL);
    return changed == null ? database.entry(id) : changed;
  }

  /** The node {@code id} as this transaction leaves it. It reads what is written already. */
  public Optional<Node> node(NodeId id) {
    return entry(id).map(this::node);
  }

  /** A node or subnode whose blocks are in the file or written by this transaction. */
  public Node node(NodeEntry entry) {
    return new Node(view, entry);
  }

  /** A block as this transaction leaves it. */
  Optional<BlockEntry> blockEntry(long id) {
    BlockEntry own = written.get(id & ~1L);
    return own == null ? database.blockEntry(id) : Optional.of(own);
  }

  /** Whether a node has been read from the file as it was when this transaction began, or later. */
  boolean knows(Node node) {
    return node.isOf(database) || node.isOf(view);
  }

  /**
   * A node as this transaction reads it.
   *
   * @throws IllegalArgumentException if it has changed since it was read, or is of another file
   */
  Node own(Node node) {
    if (knows(node)) {
      return node;
    }
    for (long id : new long[] {node.entry().data(), node.entry().subnodes()}) {
      if (id != 0 && !node.block(id).equals(blockEntry(id).map(BlockEntry::ref))) {
        throw new IllegalArgumentException("the node " + node.id() + " is no longer what was read");
      }
    }
    return node(node.entry());
  }

  /**
   * Data that is there, to be referred to once more: its block, or a copy should that have as many
   * references as can be counted.
   */
  public long share(long id) {
    int references = blockEntry(id).map(BlockEntry::references).orElse(0);
    int now = references + this.references.getOrDefault(id & ~1L, 0);
    return now < MOST_REFERENCES ? id : writeData(view.data(id).stream());
  }

  /** Ids below this are used by this transaction. */
  long nextBlock() {
    return header.nextBlock();
  }

  /** Writes data; the answer is the id of its block or tree of blocks, 0 for no data. */
  public long writeData(byte[] data) {
    return writeData(new ByteArrayInputStream(data));
  }

  /** Writes data that need not be in memory; the stream is read to its end and not closed. */
  public long writeData(InputStream data) {
    List<Long> ids = new ArrayList<>();
    long total = 0;
    try {
      while (true) {
        byte[] part = data.readNBytes(Layout.UNICODE.blockPayload());
        if (part.length > 0) {
          ids.add(writeBlock(part, false));
          total += part.length;
        }
        if (part.length < Layout.UNICODE.blockPayload()) {
          return writeTree(ids.stream().mapToLong(Long::longValue).toArray(), total, null);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Data with more behind it. The full blocks that are there stay. */
  public long append(long id, byte[] more) {
    DataTree before = view.data(id);
    int payload = Layout.UNICODE.blockPayload();
    int kept = (int) (before.size() / payload);
    byte[] last = kept < before.blockCount() ? before.block(kept).toArray() : new byte[0];
    byte[] rest = new Packed().bytes(last).bytes(more).toArray();
    Map<Integer, byte[]> changed = new HashMap<>();
    for (int at = 0; at < rest.length && more.length > 0; at += payload) {
      byte[] part = Arrays.copyOfRange(rest, at, Math.min(rest.length, at + payload));
      changed.put(kept + changed.size(), part);
    }
    return more.length == 0 ? id : rewriteBlocks(before, kept + changed.size(), changed);
  }

  /** Bytes in all data blocks of a node and of its subnodes (PidTagMessageSize). */
  public long size(NodeEntry entry) {
    return size(node(entry), 0);
  }

  private static long size(Node node, int depth) {
    if (depth > MOST_DEPTH) {
      throw new DamagedException("subnodes lie within one another too deeply");
    }
    long size = node.data().size();
    for (NodeEntry subnode : node.subnodes()) {
      size += size(node.requireSubnode(subnode.id()), depth + 1);
    }
    return size;
  }

  /**
   * Writes data of which only some blocks are new.
   *
   * @param before what the other blocks are taken from
   * @param count number of blocks of the new data
   * @param changed by number the blocks that are new; all but the last have to be full
   */
  long rewriteBlocks(@Nullable DataTree before, int count, Map<Integer, byte[]> changed) {
    long[] old = before == null ? new long[0] : before.blockIds();
    if (changed.isEmpty() && before != null && count == old.length) {
      return before.id();
    }
    long[] ids = Arrays.copyOf(old, count);
    changed.forEach((i, content) -> ids[i] = writeBlock(content, false));
    byte[] last = changed.get(count - 1);
    long full = Math.max(0, count - 1) * (long) Layout.UNICODE.blockPayload();
    long total =
        last == null && before != null ? before.size() : last == null ? 0 : full + last.length;
    return writeTree(ids, total, before);
  }

  /** The trees above blocks of data; those that are as before are used again. */
  private long writeTree(long[] ids, long total, @Nullable DataTree before) {
    if (ids.length <= 1) {
      return ids.length == 0 ? 0 : ids[0];
    }
    long[] old = before == null ? new long[0] : before.blockIds();
    long[] groups = before == null ? new long[0] : before.groups();
    List<Long> trees = new ArrayList<>();
    int payload = Layout.UNICODE.blockPayload();
    for (int at = 0; at < ids.length; at += DataTree.ENTRIES) {
      int end = Math.min(ids.length, at + DataTree.ENTRIES);
      int oldEnd = Math.min(old.length, at + DataTree.ENTRIES);
      int group = trees.size();
      boolean same = group < groups.length && Arrays.equals(ids, at, end, old, at, oldEnd);
      long bytes = Math.min(total - (long) at * payload, (long) (end - at) * payload);
      trees.add(same ? groups[group] : writeDataTree(1, Arrays.copyOfRange(ids, at, end), bytes));
    }
    if (trees.size() == 1) {
      return trees.getFirst();
    }
    if (trees.size() > DataTree.ENTRIES || total > 0xFFFFFFFFL) {
      throw new IllegalArgumentException("a value of " + total + " bytes is too large");
    }
    return writeDataTree(2, trees.stream().mapToLong(Long::longValue).toArray(), total);
  }

  private long writeDataTree(int level, long[] children, long total) {
    Packed tree = new Packed().u8(1).u8(level).u16(children.length).i32((int) total);
    for (long child : children) {
      tree.i64(child);
      refer(child);
    }
    return writeBlock(tree.toArray(), true);
  }

  /** Writes a list of subnodes, which must ascend by id; 0 for none. */
  public long writeSubnodes(Collection<NodeEntry> subnodes) {
    List<NodeEntry> all = List.copyOf(subnodes);
    if (all.isEmpty()) {
      return 0;
    }
    List<Long> leaves = new ArrayList<>();
    List<Long> firsts = new ArrayList<>();
    for (int at = 0; at < all.size(); at += SUBNODES_IN_LEAF) {
      List<NodeEntry> group = all.subList(at, Math.min(all.size(), at + SUBNODES_IN_LEAF));
      Packed leaf = new Packed().u8(2).u8(0).u16(group.size()).i32(0);
      for (NodeEntry n : group) {
        leaf.i64(n.id().value() & 0xFFFFFFFFL).i64(n.data()).i64(n.subnodes());
        refer(n.data());
        refer(n.subnodes());
      }
      firsts.add(group.getFirst().id().value() & 0xFFFFFFFFL);
      leaves.add(writeBlock(leaf.toArray(), true));
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    if (leaves.size() > LEAVES_IN_INDEX) {
      throw new IllegalArgumentException(all.size() + " subnodes are too many");
    }
    Packed index = new Packed().u8(2).u8(1).u16(leaves.size()).i32(0);
    for (int i = 0; i < leaves.size(); i++) {
      index.i64(firsts.get(i)).i64(leaves.get(i));
      refer(leaves.get(i));
    }
    return writeBlock(index.toArray(), true);
  }

  private long writeBlock(byte[] content, boolean internal) {
    requireOpen();
    long id = header.nextBlock();
    header.nextBlock(id + 4);
    if (internal) {
      id |= 2;
    }
    int length = blockLength(content.length);
    long offset = slots.allocateBlock(length);
    byte[] encoded = Arrays.copyOf(content, length);
    if (!internal) {
      database.header().encoding().encode(encoded, content.length, id);
    }
    byte[] trailer =
        new Packed()
            .u16(content.length)
            .u16(Crc.signature(offset, id))
            .i32(Crc.of(encoded, 0, content.length))
            .i64(id)
            .toArray();
    System.arraycopy(trailer, 0, encoded, length - trailer.length, trailer.length);
    write(offset, encoded);
    written.put(id, new BlockEntry(new BlockRef(id, offset), content.length, 1));
    return id;
  }

  private static int blockLength(int content) {
    int trailer = Layout.UNICODE.blockTrailer();
    return (content + trailer + Layout.SLOT - 1) / Layout.SLOT * Layout.SLOT;
  }

  /** Puts a node in the place of the one of the same id, or as a new one. */
  public void putNode(NodeEntry node) {
    requireOpen();
    Optional<NodeEntry> before = entry(node.id());
    refer(node.data());
    refer(node.subnodes());
    nodes.put(node.id().value() & 0xFFFFFFFFL, Optional.of(node));
    before.ifPresent(this::release);
  }

  /** Removes a node with all that only it refers to. */
  public void removeNode(NodeId id) {
    requireOpen();
    Optional<NodeEntry> before = entry(id);
    nodes.put(id.value() & 0xFFFFFFFFL, Optional.empty());
    before.ifPresent(this::release);
  }

  private void release(NodeEntry node) {
    count(node.data(), -1);
    count(node.subnodes(), -1);
  }

  private void refer(long id) {
    count(id, 1);
  }

  private void count(long id, int change) {
    if (id != 0) {
      references.merge(id & ~1L, change, Integer::sum);
    }
  }

  /**
   * What becomes of the blocks: by id the new entry, or empty for one that nothing refers to any
   * more. What is dropped in one place and used again in another is not in it.
   */
  private TreeMap<Long, Optional<BlockEntry>> settle() {
    TreeMap<Long, Optional<BlockEntry>> settled = new TreeMap<>(Long::compareUnsigned);
    Deque<Long> open = new ArrayDeque<>(references.keySet());
    open.addAll(written.keySet());
    while (!open.isEmpty()) {
      long id = open.pop();
      BlockEntry own = written.get(id);
      int change = references.getOrDefault(id, 0);
      if (own == null && change == 0) {
        settled.remove(id);
        continue;
      }
      BlockEntry block = own == null ? requireBlock(id) : own;
      int now = block.references() + change;
      if (now > MOST_REFERENCES) {
        throw new IllegalStateException("too many share block " + Long.toHexString(id));
      }
      if (now < 1) {
        throw new DamagedException(
            "block " + Long.toHexString(id) + " has more references than are counted");
      }
      if (now > 1) {
        settled.put(id, Optional.of(new BlockEntry(block.ref(), block.size(), now)));
      } else if (!Optional.empty().equals(settled.put(id, Optional.empty()))
          && BlockEntry.internal(id)) {
        for (long child : references(view.block(id))) {
          if (child != 0) {
            count(child, -1);
            open.push(child & ~1L);
          }
        }
      }
    }
    return settled;
  }

  private BlockEntry requireBlock(long id) {
    return database
        .blockEntry(id)
        .orElseThrow(() -> new DamagedException("block " + Long.toHexString(id) + " is missing"));
  }

  /** The blocks that an internal block refers to. */
  private static List<Long> references(Span block) {
    List<Long> found = new ArrayList<>();
    boolean subnodes = block.u8(0) == 2;
    boolean leaf = block.u8(1) == 0;
    for (int i = 0; i < block.u16(2); i++) {
      if (!subnodes) {
        found.add(block.i64(8 + 8 * i));
      } else if (leaf) {
        found.add(block.i64(8 + 24 * i + 8));
        found.add(block.i64(8 + 24 * i + 16));
      } else {
        found.add(block.i64(8 + 16 * i + 8));
      }
    }
    return found;
  }

  /**
   * Makes all changes visible and durable, or none of them.
   *
   * @throws java.io.UncheckedIOException if the file could not be written; the message says whether
   *     the changes may be in it
   */
  public void commit() {
    requireOpen();
    over = true;
    if (nodes.isEmpty()) {
      return;
    }
    FileImage image = new FileImage(medium.channel());
    Pages pages = new Pages();
    TreeMap<Long, Optional<byte[]>> nodeChanges = new TreeMap<>();
    nodes.forEach((key, node) -> nodeChanges.put(key, node.map(Transaction::record)));
    header.nodes(
        new IndexWriter(image, PageType.NODE_TREE, pages).apply(header.nodes(), nodeChanges));
    TreeMap<Long, Optional<byte[]>> blockChanges = new TreeMap<>(Long::compareUnsigned);
    settle()
        .forEach(
            (id, block) -> {
              BlockEntry own = written.get(id);
              if (block.isEmpty()) {
                BlockEntry gone = own == null ? requireBlock(id) : own;
                slots.freeLater(gone.ref().offset(), blockLength(gone.size()));
              }
              if (block.isPresent() || own == null) {
                blockChanges.put(id, block.map(Transaction::record));
              }
            });
    header.blocks(
        new IndexWriter(image, PageType.BLOCK_TREE, pages).apply(header.blocks(), blockChanges));
    owner.publish(header, slots);
  }

  /** From now on nothing can be written; nothing of it is in the file. */
  void abandon() {
    over = true;
  }

  private void requireOpen() {
    if (over) {
      throw new IllegalStateException("the transaction is over");
    }
  }

  /** A transaction that could not write something is over: nothing of it will be in the file. */
  private void write(long offset, byte[] bytes) {
    try {
      medium.write(offset, bytes);
    } catch (UncheckedIOException e) {
      over = true;
      throw WritableDatabase.failed(e, "nothing of the changes is in it");
    }
  }

  private static byte[] record(NodeEntry n) {
    return new Packed()
        .i64(n.id().value() & 0xFFFFFFFFL)
        .i64(n.data())
        .i64(n.subnodes())
        .i32(n.parent().value())
        .i32(0)
        .toArray();
  }

  private static byte[] record(BlockEntry b) {
    return new Packed()
        .i64(b.ref().id())
        .i64(b.ref().offset())
        .u16(b.size())
        .u16(b.references())
        .i32(0)
        .toArray();
  }

  private final class Pages implements IndexWriter.Pages {
    @Override
    public BlockRef write(PageType type, byte[] body) {
      long id = header.nextPage();
      header.nextPage(id + 1);
      long offset = slots.allocatePage();
      byte[] page =
          new Packed()
              .bytes(body)
              .u8(type.code())
              .u8(type.code())
              .u16(Crc.signature(offset, id))
              .i32(Crc.of(body))
              .i64(id)
              .toArray();
      Transaction.this.write(offset, page);
      return new BlockRef(id, offset);
    }

    @Override
    public void freeLater(BlockRef page) {
      slots.freeLater(page.offset(), Layout.PAGE);
    }
  }
}
