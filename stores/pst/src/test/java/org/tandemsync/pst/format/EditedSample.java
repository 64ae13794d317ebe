package org.tandemsync.pst.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tandemsync.mapi.Crc;
import org.tandemsync.pst.Samples;

/** A copy of a Unicode sample that is changed while its checksums stay right. */
public final class EditedSample {
  private static final int TRAILER = 16;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final List<BlockEntry> blocks = new ArrayList<>();
  private final Encoding encoding;

  public EditedSample(String name) {
    try (Database db = Samples.database(name)) {
      if (db.layout() != Layout.UNICODE) {
        throw new IllegalArgumentException(name + " is no Unicode file");
      }
      db.forEachBlock(blocks::add);
      encoding = db.header().encoding();
      bytes = Files.readAllBytes(Samples.path(name));
      buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<BlockEntry> blocks() {
    return blocks;
  }

  /** Encodes all data blocks anew. */
  public EditedSample encoded(Encoding other) {
    for (BlockEntry block : blocks) {
      if (!BlockEntry.internal(block.ref().id())) {
        byte[] content = content(block);
        other.encode(content, content.length, block.ref().id());
        put(block, content);
      }
    }
    bytes[513] = (byte) (other == Encoding.NONE ? 0 : other == Encoding.PERMUTE ? 1 : 2);
    return withHeaderChecksums();
  }

  private EditedSample withHeaderChecksums() {
    buffer.putInt(4, Crc.of(bytes, 8, 471));
    buffer.putInt(524, Crc.of(bytes, 8, 516));
    return this;
  }

  private byte[] content(BlockEntry block) {
    byte[] content = new byte[block.size()];
    System.arraycopy(bytes, (int) block.ref().offset(), content, 0, content.length);
    if (!BlockEntry.internal(block.ref().id())) {
      encoding.decode(content, content.length, block.ref().id());
    }
    return content;
  }

  private void put(BlockEntry block, byte[] content) {
    int at = (int) block.ref().offset();
    System.arraycopy(content, 0, bytes, at, content.length);
    int length = (block.size() + TRAILER + 63) / 64 * 64;
    buffer.putInt(at + length - TRAILER + 4, Crc.of(content));
  }

  /** Changes the decoded content of a block; its checksum is made right again. */
  public EditedSample edit(long id, Consumer<byte[]> change) {
    BlockEntry block = find(id);
    byte[] content = content(block);
    change.accept(content);
    if (!BlockEntry.internal(id)) {
      encoding.encode(content, content.length, block.ref().id());
    }
    put(block, content);
    return this;
  }

  /** Offsets of the pages of both trees. */
  public List<Integer> pages() {
    List<Integer> pages = new ArrayList<>();
    for (int at = 0; at + Layout.PAGE <= bytes.length; at += Layout.PAGE) {
      int type = bytes[at + 496] & 0xFF;
      boolean tree = (type == 0x80 || type == 0x81) && bytes[at + 497] == bytes[at + 496];
      if (tree && buffer.getInt(at + 500) == Crc.of(bytes, at, 496)) {
        pages.add(at);
      }
    }
    return pages;
  }

  /** Changes one byte of a page; its checksum is made right again. */
  public EditedSample setInPage(int page, int offset, int value) {
    bytes[page + offset] = (byte) value;
    buffer.putInt(page + 500, Crc.of(bytes, page, 496));
    return this;
  }

  /** Changes one byte of a block in the file, so that its checksum is wrong. */
  public EditedSample damage(long id) {
    bytes[(int) find(id).ref().offset() + find(id).size() / 2] ^= 0x55;
    return this;
  }

  /** Changes one byte of the file. */
  public EditedSample set(int offset, int value) {
    bytes[offset] = (byte) value;
    return this;
  }

  /** Changes one byte of the header and makes its checksums right. */
  public EditedSample setInHeader(int offset, int value) {
    bytes[offset] = (byte) value;
    return withHeaderChecksums();
  }

  private BlockEntry find(long id) {
    return blocks.stream()
        .filter(b -> (b.ref().id() & ~1L) == (id & ~1L))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no block " + id));
  }

  public byte[] bytes() {
    return bytes;
  }

  public Path writeTo(Path folder) {
    return write(folder.resolve("edited.pst"), bytes);
  }

  public static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
