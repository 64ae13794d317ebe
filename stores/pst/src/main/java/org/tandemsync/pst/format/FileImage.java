package org.tandemsync.pst.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Locale;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/** The bytes of an open file, with its header; reads and checks pages. */
final class FileImage {
  private final FileChannel channel;
  private final Header header;

  FileImage(FileChannel channel) {
    this.channel = channel;
    long size = size();
    this.header = Header.parse(readUpTo(0, Header.SIZE));
    if (size < header.end()) {
      throw new DamagedException(
          "it is cut short: it has " + size + " bytes and should have " + header.end());
    }
  }

  Header header() {
    return header;
  }

  Layout layout() {
    return header.layout();
  }

  /** Grows while a transaction writes. */
  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code length} bytes from {@code offset}; all of them have to be there. */
  byte[] read(long offset, int length) {
    byte[] bytes = new byte[length];
    if (offset < 0 || offset > size() - length || fill(offset, bytes) < length) {
      throw new DamagedException(
          String.format(Locale.ROOT, "the file has no %d bytes at offset %d", length, offset));
    }
    return bytes;
  }

  private Span readUpTo(long offset, int length) {
    byte[] bytes = new byte[length];
    return Span.of(bytes).slice(0, fill(offset, bytes));
  }

  private int fill(long offset, byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        int n = channel.read(buffer, offset + buffer.position());
        if (n < 0) {
          break;
        }
      }
      return buffer.position();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page at {@code ref}, checked, without its trailer. */
  Span page(BlockRef ref, PageType type) {
    boolean map = type == PageType.ALLOCATION_MAP;
    if (ref.offset() % Layout.PAGE != 0) {
      throw damaged(type, ref, "is not where a page can be");
    }
    Span page = Span.of(read(ref.offset(), Layout.PAGE));
    int body = Layout.PAGE - layout().pageTrailer();
    boolean unicode = layout() == Layout.UNICODE;
    int crc = page.i32(body + (unicode ? 4 : 8));
    long id = unicode ? page.i64(body + 8) : page.u32(body + 4);
    if (page.u8(body) != type.code() || page.u8(body + 1) != type.code()) {
      throw damaged(type, ref, "is something else");
    }
    if (page.slice(0, body).crc() != crc) {
      throw damaged(type, ref, "has a wrong checksum");
    }
    if (page.u16(body + 2) != (map ? 0 : Signature.of(ref.offset(), id))) {
      throw damaged(type, ref, "has a wrong signature");
    }
    if (id != ref.id()) {
      throw damaged(type, ref, "has the id of another page");
    }
    return page.slice(0, body);
  }

  private static DamagedException damaged(PageType type, BlockRef ref, String what) {
    return new DamagedException(
        "the page of the " + type.label() + " at offset " + ref.offset() + " " + what);
  }
}
