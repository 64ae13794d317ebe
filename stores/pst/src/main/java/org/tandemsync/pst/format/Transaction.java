package org.tandemsync.pst.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.Crc;
import org.tandemsync.mapi.DamagedException;

/**
 * A set of changes to a Unicode file that becomes visible as a whole ([MS-PST] 2.6.1). Nothing that
 * the file's header leads to is overwritten: new blocks and pages go to free slots, and the write
 * of the header with the new roots is the commit. A crash at any instant leaves the old or the new
 * state; {@link WritableDatabase} puts the allocation maps in order afterwards.
 */
public final class Transaction {
  private static final int MOST_DEPTH = 32;
  private static final int MOST_NODES = 1 << 27;

  private final WritableDatabase owner;
  private final Database database;
  private final Database view;
  private final Medium medium;
  private final HeaderImage header;
  private final Slots slots;
  private final TreeMap<Long, Optional<NodeEntry>> nodes = new TreeMap<>();

  private final PendingBlocks blocks;
  private final BlockTrees trees;
  private boolean over;

  Transaction(
      WritableDatabase owner, Database database, Medium medium, HeaderImage header, Slots slots) {
    this.owner = owner;
    this.database = database;
    this.medium = medium;
    this.header = header;
    this.slots = slots;
    this.view = new Database(medium.channel(), this);
    this.blocks = new PendingBlocks(database, header, slots, this::write);
    this.trees = new BlockTrees(blocks);
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
    return blocks.entry(id);
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
    Optional<NodeEntry> changed = nodes.get(node.id().value() & 0xFFFFFFFFL);
    if (changed != null && !changed.equals(Optional.of(node.entry()))) {
      throw outdated(node);
    }
    if (knows(node)) {
      return node;
    }
    for (long id : new long[] {node.entry().data(), node.entry().subnodes()}) {
      if (id != 0 && !node.block(id).equals(blockEntry(id).map(BlockEntry::ref))) {
        throw outdated(node);
      }
    }
    return node(node.entry());
  }

  private static IllegalArgumentException outdated(Node node) {
    return new IllegalArgumentException("the node " + node.id() + " is no longer what was read");
  }

  /**
   * Data that is there, to be referred to once more: its block, or a copy should that have as many
   * references as can be counted.
   */
  public long share(long id) {
    return id == 0 || blocks.canRefer(id) ? id : writeData(view.data(id).stream());
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
    requireOpen();
    return trees.data(data);
  }

  /** Data with more behind it. The full blocks that are there stay. */
  public long append(long id, byte[] more) {
    requireOpen();
    return trees.append(view.data(id), more);
  }

  /** {@link BlockTrees#rewrite}. */
  long rewriteBlocks(@Nullable DataTree before, int count, Map<Integer, byte[]> changed) {
    requireOpen();
    return trees.rewrite(before, count, changed);
  }

  /** Writes a list of subnodes, which must ascend by id; 0 for none. */
  public long writeSubnodes(Collection<NodeEntry> subnodes) {
    requireOpen();
    return trees.subnodes(subnodes);
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

  /** Puts a node in the place of the one of the same id, or as a new one. */
  public void putNode(NodeEntry node) {
    requireOpen();
    Optional<NodeEntry> before = entry(node.id());
    blocks.refer(node.data());
    blocks.refer(node.subnodes());
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
    blocks.drop(node.data());
    blocks.drop(node.subnodes());
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
    header.blocks(
        new IndexWriter(image, PageType.BLOCK_TREE, pages)
            .apply(header.blocks(), blocks.settle(view::block)));
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
              .u16(Signature.of(offset, id))
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
