package org.tandemsync.pst.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/**
 * The node database of an open file ([MS-PST] 2.2): nodes and blocks, found through their indexes.
 * Nothing is read before it is asked for. May be used by several threads.
 */
public final class Database implements Closeable {
  private static final int RECENT_BLOCKS = 256;

  private final FileChannel channel;
  private final @Nullable Transaction changes;
  private final FileImage image;
  private final PageTree nodes;
  private final PageTree blocks;
  private final Recent<Span> recent = new Recent<>(RECENT_BLOCKS);

  /**
   * Takes over {@code channel}, which {@link #close} closes.
   *
   * @throws UnsupportedFileException if it is not a data file, or of a kind that cannot be read
   * @throws DamagedException if the header is damaged or the file is cut short
   */
  public Database(FileChannel channel) {
    this(channel, null);
  }

  /**
   * @param changes a transaction whose nodes and blocks are found before those of the file
   */
  Database(FileChannel channel, @Nullable Transaction changes) {
    this.channel = channel;
    this.changes = changes;
    this.image = new FileImage(channel);
    Header header = image.header();
    boolean unicode = header.layout() == Layout.UNICODE;
    this.nodes =
        new PageTree(image, header.nodes(), PageType.NODE_TREE, unicode ? 28 : 16, 0xFFFFFFFFL);
    this.blocks = new PageTree(image, header.blocks(), PageType.BLOCK_TREE, unicode ? 20 : 12, ~1L);
  }

  public Header header() {
    return image.header();
  }

  public Layout layout() {
    return image.layout();
  }

  /** The file as it is now, if somebody has changed it since this was opened. */
  public Optional<Database> renewed() {
    return new FileImage(channel).header().equals(header())
        ? Optional.empty()
        : Optional.of(new Database(channel));
  }

  /** The node {@code id} as the index has it. */
  public Optional<NodeEntry> entry(NodeId id) {
    if (changes != null) {
      return changes.entry(id);
    }
    return Optional.ofNullable(nodes.find(id.value() & 0xFFFFFFFFL)).map(this::nodeEntry);
  }

  /** The node {@code id}. */
  public Optional<Node> node(NodeId id) {
    return entry(id).map(e -> new Node(this, e));
  }

  /** The node {@code id}, which every file has. */
  public Node requireNode(NodeId id) {
    return node(id).orElseThrow(() -> new DamagedException("the node " + id + " is missing"));
  }

  /** Visits all nodes of the index. Reads all its pages. */
  public void forEachNode(Consumer<NodeEntry> visitor) {
    nodes.forEach(e -> visitor.accept(nodeEntry(e)));
  }

  /** Visits all blocks of the index. Reads all its pages. */
  public void forEachBlock(Consumer<BlockEntry> visitor) {
    blocks.forEach(e -> visitor.accept(blockEntry(e)));
  }

  /** {@link PageTree#walk} through the index of nodes. */
  void walkNodes(LongConsumer pages, Consumer<NodeEntry> visitor) {
    nodes.walk(pages, e -> visitor.accept(nodeEntry(e)));
  }

  /** {@link PageTree#walk} through the index of blocks. */
  void walkBlocks(LongConsumer pages, Consumer<BlockEntry> visitor) {
    blocks.walk(pages, e -> visitor.accept(blockEntry(e)));
  }

  private NodeEntry nodeEntry(Span e) {
    return layout() == Layout.UNICODE
        ? new NodeEntry(new NodeId(e.i32(0)), e.i64(8), e.i64(16), new NodeId(e.i32(24)))
        : new NodeEntry(new NodeId(e.i32(0)), e.u32(4), e.u32(8), new NodeId(e.i32(12)));
  }

  private BlockEntry blockEntry(Span e) {
    return layout() == Layout.UNICODE
        ? new BlockEntry(new BlockRef(e.i64(0), e.i64(8)), e.u16(16), e.u16(18))
        : new BlockEntry(new BlockRef(e.u32(0), e.u32(4)), e.u16(8), e.u16(10));
  }

  /** The block {@code id} as the index has it. */
  public Optional<BlockEntry> blockEntry(long id) {
    if (changes != null) {
      return changes.blockEntry(id);
    }
    return Optional.ofNullable(blocks.find(id)).map(this::blockEntry);
  }

  /** The highest id of a block; 0 if there is none. */
  long highestBlock() {
    Span last = blocks.last();
    return last == null ? 0 : blockEntry(last).ref().id();
  }

  /** The content of the block {@code id}, checked and decoded. */
  public Span block(long id) {
    return recent.get(id & ~1L, this::load);
  }

  private Span load(long id) {
    BlockEntry entry =
        blockEntry(id)
            .orElseThrow(
                () -> new DamagedException("block " + Long.toHexString(id) + " is missing"));
    int size = entry.size();
    int trailer = layout().blockTrailer();
    if (size > layout().blockPayload()) {
      throw damaged(id, "is too large");
    }
    int length = (size + trailer + Layout.SLOT - 1) / Layout.SLOT * Layout.SLOT;
    long offset = entry.ref().offset();
    if (offset % Layout.SLOT != 0) {
      throw damaged(id, "is not where a block can be");
    }
    byte[] bytes = image.read(offset, length);
    checkTrailer(entry, Span.of(bytes).slice(0, size), Span.of(bytes).from(length - trailer));
    if (!BlockEntry.internal(id)) {
      header().encoding().decode(bytes, size, entry.ref().id());
    }
    return Span.of(bytes).slice(0, size);
  }

  private void checkTrailer(BlockEntry entry, Span content, Span trailer) {
    BlockRef ref = entry.ref();
    boolean unicode = layout() == Layout.UNICODE;
    long id = unicode ? trailer.i64(8) : trailer.u32(4);
    int crc = trailer.i32(unicode ? 4 : 8);
    if (trailer.u16(0) != content.length()) {
      throw damaged(ref.id(), "has another length than its index entry");
    }
    if (content.crc() != crc) {
      throw damaged(ref.id(), "has a wrong checksum");
    }
    if (trailer.u16(2) != Signature.of(ref.offset(), ref.id())) {
      throw damaged(ref.id(), "has a wrong signature");
    }
    if ((id & ~1L) != (ref.id() & ~1L)) {
      throw damaged(ref.id(), "has the id of another block");
    }
  }

  private static DamagedException damaged(long id, String what) {
    return new DamagedException("block " + Long.toHexString(id) + " " + what);
  }

  /** The data of a node or value that begins at block {@code id}; none for 0. */
  public DataTree data(long id) {
    return DataTree.of(this, id);
  }

  /** The subnodes kept in block {@code id}, in order; none for 0. */
  List<NodeEntry> subnodes(long id) {
    List<NodeEntry> entries = new ArrayList<>();
    if (id != 0) {
      collectSubnodes(id, 1, entries, new HashSet<>());
    }
    return entries;
  }

  private void collectSubnodes(long id, int level, List<NodeEntry> into, Set<Long> seen) {
    Span block = internal(id, 2, level);
    if (!seen.add(id)) {
      throw damaged(id, "is used twice in one tree of subnodes");
    }
    boolean leaf = block.u8(1) == 0;
    boolean unicode = layout() == Layout.UNICODE;
    int count = block.u16(2);
    int start = unicode ? 8 : 4;
    int step = layout().idSize() * (leaf ? 3 : 2);
    for (int i = 0; i < count; i++) {
      Span e = block.slice(start + i * step, step);
      long first = layout().id(e, layout().idSize());
      if (leaf) {
        long sub = layout().id(e, 2 * layout().idSize());
        into.add(new NodeEntry(new NodeId(e.i32(0)), first, sub, new NodeId(0)));
      } else {
        collectSubnodes(first, level - 1, into, seen);
      }
    }
  }

  /** An internal block of one of the two kinds, on a level of at most {@code level}. */
  Span internal(long id, int kind, int level) {
    Span block = block(id);
    if (!BlockEntry.internal(id) || block.u8(0) != kind || block.u8(1) > level) {
      throw damaged(id, "is not the tree block that it should be");
    }
    return block;
  }

  /** The bits of the allocation maps: the number of maps, and the free bytes that they show. */
  public Allocation allocation() {
    int maps = 0;
    long free = 0;
    int spare = layout() == Layout.UNICODE ? 0 : 4;
    for (long at = Allocation.FIRST_MAP; at <= header().lastMap(); at += Allocation.MAP_SPACING) {
      Span page = image.page(new BlockRef(at, at), PageType.ALLOCATION_MAP);
      for (int i = spare; i < spare + Allocation.MAP_BYTES; i++) {
        free += (8 - Integer.bitCount(page.u8(i))) * (long) Layout.SLOT;
      }
      maps++;
    }
    return new Allocation(maps, free);
  }

  long size() {
    return image.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
