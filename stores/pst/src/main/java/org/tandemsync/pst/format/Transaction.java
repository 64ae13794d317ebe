package org.tandemsync.pst.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of changes to a Unicode file that becomes visible as a whole ([MS-PST] 2.6.1). Nothing that
 * the file's header leads to is overwritten: new blocks and pages go to free slots, and the write
 * of the header with the new roots is the commit. A crash at any instant leaves the old or the new
 * state; {@link WritableDatabase} puts the allocation maps in order afterwards.
 */
public final class Transaction {
  private static final int SUBNODES_IN_LEAF = 340;
  private static final int LEAVES_IN_INDEX = 510;
  private static final int ENTRIES_IN_DATA_TREE = 1_021;

  private final WritableDatabase owner;
  private final Database database;
  private final Database view;
  private final Medium medium;
  private final HeaderImage header;
  private final Slots slots;
  private final TreeMap<Long, Optional<NodeEntry>> nodes = new TreeMap<>();
  private final TreeMap<Long, Optional<BlockEntry>> blocks = new TreeMap<>(Long::compareUnsigned);
  private boolean over;

  Transaction(WritableDatabase owner, Database database, Medium medium, HeaderImage header) {
    this.owner = owner;
    this.database = database;
    this.medium = medium;
    this.header = header;
    this.slots = new Slots(medium, header);
    this.view = new Database(medium.channel(), this);
  }

  /** Gives out the next id of a type of node. */
  public NodeId newNode(int type) {
    int index = header.lastIndex(type) + 1;
    header.lastIndex(type, index);
    return new NodeId(index << 5 | type);
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
    Optional<BlockEntry> changed = blocks.get(id & ~1L);
    return changed == null ? database.blockEntry(id) : changed;
  }

  /** Writes data; the answer is the id of its block or tree of blocks, 0 for no data. */
  public long writeData(byte[] data) {
    int payload = Layout.UNICODE.blockPayload();
    if (data.length <= payload) {
      return data.length == 0 ? 0 : writeBlock(data, false);
    }
    List<byte[]> parts = new ArrayList<>();
    for (int at = 0; at < data.length; at += payload) {
      parts.add(Arrays.copyOfRange(data, at, Math.min(data.length, at + payload)));
    }
    return writeBlocks(parts);
  }

  /** Writes data whose blocks are given; all but the last have to be full. */
  public long writeBlocks(List<byte[]> parts) {
    if (parts.size() == 1) {
      return writeBlock(parts.getFirst(), false);
    }
    List<Long> ids = new ArrayList<>();
    long total = 0;
    for (byte[] part : parts) {
      ids.add(writeBlock(part, false));
      total += part.length;
    }
    List<Long> trees = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    int payload = Layout.UNICODE.blockPayload();
    for (int at = 0; at < ids.size(); at += ENTRIES_IN_DATA_TREE) {
      List<Long> group = ids.subList(at, Math.min(ids.size(), at + ENTRIES_IN_DATA_TREE));
      long bytes = Math.min(total - (long) at * payload, (long) group.size() * payload);
      trees.add(writeDataTree(1, group, bytes));
      totals.add(bytes);
    }
    if (trees.size() == 1) {
      return trees.getFirst();
    }
    if (trees.size() > ENTRIES_IN_DATA_TREE || total > 0xFFFFFFFFL) {
      throw new IllegalArgumentException("a value of " + total + " bytes is too large");
    }
    return writeDataTree(2, trees, totals.stream().mapToLong(Long::longValue).sum());
  }

  private long writeDataTree(int level, List<Long> children, long total) {
    Packed tree = new Packed().u8(1).u8(level).u16(children.size()).i32((int) total);
    children.forEach(tree::i64);
    children.forEach(this::refer);
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
    medium.write(offset, encoded);
    blocks.put(id, Optional.of(new BlockEntry(new BlockRef(id, offset), content.length, 1)));
    return id;
  }

  private static int blockLength(int content) {
    int trailer = Layout.UNICODE.blockTrailer();
    return (content + trailer + Layout.SLOT - 1) / Layout.SLOT * Layout.SLOT;
  }

  /** Puts a node in the place of the one of the same id, or as a new one. */
  public void putNode(NodeEntry node) {
    Optional<NodeEntry> before = entry(node.id());
    refer(node.data());
    refer(node.subnodes());
    nodes.put(node.id().value() & 0xFFFFFFFFL, Optional.of(node));
    before.ifPresent(this::release);
  }

  /** Removes a node with all that only it refers to. */
  public void removeNode(NodeId id) {
    Optional<NodeEntry> before = entry(id);
    nodes.put(id.value() & 0xFFFFFFFFL, Optional.empty());
    before.ifPresent(this::release);
  }

  private void release(NodeEntry node) {
    drop(node.data());
    drop(node.subnodes());
  }

  private BlockEntry block(long id) {
    return blockEntry(id)
        .orElseThrow(() -> new DamagedException("block " + Long.toHexString(id) + " is missing"));
  }

  private void refer(long id) {
    if (id != 0) {
      BlockEntry b = block(id);
      blocks.put(id & ~1L, Optional.of(new BlockEntry(b.ref(), b.size(), b.references() + 1)));
    }
  }

  /** Takes back a reference; a block without any is freed, with what it refers to. */
  private void drop(long id) {
    Deque<Long> open = new ArrayDeque<>();
    open.push(id);
    while (!open.isEmpty()) {
      long next = open.pop();
      if (next == 0) {
        continue;
      }
      BlockEntry b = block(next);
      long key = next & ~1L;
      if (b.references() > 2) {
        blocks.put(key, Optional.of(new BlockEntry(b.ref(), b.size(), b.references() - 1)));
        continue;
      }
      if (BlockEntry.internal(key)) {
        references(view.block(next)).forEach(open::push);
      }
      blocks.put(key, Optional.empty());
      slots.freeLater(b.ref().offset(), blockLength(b.size()));
    }
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

  /** Makes all changes visible and durable, or none of them. */
  public void commit() {
    if (over) {
      throw new IllegalStateException("the transaction is over");
    }
    over = true;
    if (nodes.isEmpty() && blocks.isEmpty()) {
      return;
    }
    FileImage image = new FileImage(medium.channel());
    Pages pages = new Pages();
    TreeMap<Long, Optional<byte[]>> nodeChanges = new TreeMap<>();
    nodes.forEach((key, node) -> nodeChanges.put(key, node.map(Transaction::record)));
    header.nodes(
        new IndexWriter(image, PageType.NODE_TREE, pages).apply(header.nodes(), nodeChanges));
    TreeMap<Long, Optional<byte[]>> blockChanges = new TreeMap<>(Long::compareUnsigned);
    blocks.forEach((key, block) -> blockChanges.put(key, block.map(Transaction::record)));
    header.blocks(
        new IndexWriter(image, PageType.BLOCK_TREE, pages).apply(header.blocks(), blockChanges));
    owner.publish(header, slots);
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
      medium.write(offset, page);
      return new BlockRef(id, offset);
    }

    @Override
    public void freeLater(BlockRef page) {
      slots.freeLater(page.offset(), Layout.PAGE);
    }
  }
}
