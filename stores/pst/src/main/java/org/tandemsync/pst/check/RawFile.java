package org.tandemsync.pst.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.tandemsync.mapi.Crc;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.Header;
import org.tandemsync.pst.format.Layout;
import org.tandemsync.pst.format.Signature;

/** The bytes of a file, and the places of things that differ between the two layouts. */
final class RawFile {
  static final int PAGE = 512;
  static final int SLOT = 64;
  static final long FIRST_MAP = 0x4400;
  static final long MAP_SPACING = 253_952;

  private final FileChannel channel;
  private final Header header;

  RawFile(FileChannel channel, Header header) {
    this.channel = channel;
    this.header = header;
  }

  Header header() {
    return header;
  }

  boolean unicode() {
    return header.layout() == Layout.UNICODE;
  }

  int idSize() {
    return unicode() ? 8 : 4;
  }

  /** Bytes of a page before its trailer. */
  int pageBody() {
    return unicode() ? 496 : 500;
  }

  int blockTrailer() {
    return unicode() ? 16 : 12;
  }

  /** Bytes that a block takes in the file. */
  int blockLength(int content) {
    return (content + blockTrailer() + SLOT - 1) / SLOT * SLOT;
  }

  long id(Span span, int offset) {
    return unicode() ? span.i64(offset) : span.u32(offset);
  }

  long length() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] read(long offset, int length) {
    if (offset < 0 || offset > length() - length) {
      throw new DamagedException("the file has no " + length + " bytes at offset " + offset);
    }
    try {
      ByteBuffer buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
        continue;
      }
      return buffer.array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks the trailer of a page: type twice, checksum, signature, id.
   *
   * @param id the id that it should have
   * @param signed whether it has a signature (map pages have 0)
   * @return the page
   */
  Span page(long offset, int type, long id, boolean signed, Findings findings) {
    String where = String.format(java.util.Locale.ROOT, "page at offset 0x%x", offset);
    if (offset % PAGE != 0) {
      throw new DamagedException("a page cannot be at offset " + offset);
    }
    byte[] bytes = read(offset, PAGE);
    Span page = Span.of(bytes);
    int body = pageBody();
    findings.expect(
        page.u8(body) == type && page.u8(body + 1) == type,
        Invariant.PAGES,
        where,
        "has the type %02x/%02x, not %02x",
        page.u8(body),
        page.u8(body + 1),
        type);
    int crc = page.i32(body + (unicode() ? 4 : 8));
    findings.expect(Crc.of(bytes, 0, body) == crc, Invariant.PAGES, where, "has a wrong checksum");
    findings.expect(
        page.u16(body + 2) == (signed ? Signature.of(offset, id) : 0),
        Invariant.PAGES,
        where,
        "has a wrong signature");
    long own = unicode() ? page.i64(body + 8) : page.u32(body + 4);
    findings.expect(own == id, Invariant.PAGES, where, "has the id %x, not %x", own, id);
    return page;
  }
}
