package org.tandemsync.pst.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.BitSet;
import org.tandemsync.mapi.Crc;

/**
 * A Unicode file without any node: a header, the first allocation map and the roots of two empty
 * trees. A {@link Transaction} makes it a data file.
 */
public final class EmptyFile {
  private static final int FIRST_PAGE = (int) Allocation.FIRST_MAP + 2 * Layout.PAGE;
  private static final int PAGES = 4;

  /** Ids begin here, so that lower ones stay free for fixed nodes ([MS-PST] 2.2.2.6, rgnid). */
  private static final int FIRST_INDEX = 1_024;

  private EmptyFile() {}

  /** Writes it into an empty channel. */
  public static void write(FileChannel channel) {
    Medium medium = new Medium(channel);
    BitSet used = new BitSet();
    used.set(0, PAGES * Layout.PAGE / Layout.SLOT);
    long end = Allocation.FIRST_MAP + Allocation.MAP_SPACING;
    medium.write(end - 1, new byte[1]);
    MapPage.write(medium, 0, used);
    BlockRef nodes = new BlockRef(1, FIRST_PAGE);
    BlockRef blocks = new BlockRef(2, FIRST_PAGE + Layout.PAGE);
    medium.write(nodes.offset(), root(PageType.NODE_TREE, nodes, 15, 32));
    medium.write(blocks.offset(), root(PageType.BLOCK_TREE, blocks, 20, 24));
    HeaderImage header = new HeaderImage(fixedFields());
    header.nextBlock(4);
    header.nextPage(3);
    header.unique(1);
    for (int type = 0; type < 32; type++) {
      header.lastIndex(type, FIRST_INDEX);
    }
    header.lastIndex(NodeId.SEARCH_FOLDER, 16 * FIRST_INDEX);
    header.lastIndex(NodeId.MESSAGE, 64 * FIRST_INDEX);
    header.lastIndex(NodeId.ASSOCIATED_MESSAGE, 32 * FIRST_INDEX);
    header.end(end);
    header.free((Allocation.MAP_BYTES * 8L - used.cardinality()) * Layout.SLOT);
    header.nodes(nodes);
    header.blocks(blocks);
    header.mapsValid(HeaderImage.VALID);
    medium.write(0, header.sealed());
  }

  /** What never changes ([MS-PST] 2.2.2.6). */
  private static byte[] fixedFields() {
    byte[] header = new byte[Header.SIZE];
    ByteBuffer.wrap(header)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'!', 'B', 'D', 'N'})
        .putInt(0)
        .put(new byte[] {'S', 'M'})
        .putShort((short) 23)
        .putShort((short) 19)
        .put((byte) 1)
        .put((byte) 1);
    Arrays.fill(header, 256, 512, (byte) 0xFF);
    header[512] = (byte) 0x80;
    header[513] = (byte) Encoding.PERMUTE.ordinal();
    return header;
  }

  private static byte[] root(PageType type, BlockRef ref, int most, int recordSize) {
    byte[] body = new Packed().fill(488).u8(0).u8(most).u8(recordSize).u8(0).i32(0).toArray();
    return new Packed()
        .bytes(body)
        .u8(type.code())
        .u8(type.code())
        .u16(Signature.of(ref.offset(), ref.id()))
        .i32(Crc.of(body))
        .i64(ref.id())
        .toArray();
  }
}
