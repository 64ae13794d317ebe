package org.tandemsync.pst.format;

import org.tandemsync.mapi.Span;

/** The two layouts of a file: Unicode (version 23, 64-bit ids) and ANSI (14 and 15, 32-bit). */
public enum Layout {
  UNICODE(8, 16, 16),
  ANSI(4, 12, 12);

  /** A page of a tree or a map. */
  public static final int PAGE = 512;

  /** The unit of allocation. */
  static final int SLOT = 64;

  /** The most that a block takes in the file. */
  static final int BLOCK = 8192;

  private final int idSize;
  private final int pageTrailer;
  private final int blockTrailer;

  Layout(int idSize, int pageTrailer, int blockTrailer) {
    this.idSize = idSize;
    this.pageTrailer = pageTrailer;
    this.blockTrailer = blockTrailer;
  }

  /** The size of a block id or file offset. */
  int idSize() {
    return idSize;
  }

  int pageTrailer() {
    return pageTrailer;
  }

  int blockTrailer() {
    return blockTrailer;
  }

  /** The most that a data block holds. Every data block of a node but the last is full. */
  public int blockPayload() {
    return BLOCK - blockTrailer;
  }

  /** A block id or file offset. */
  long id(Span span, int offset) {
    return this == UNICODE ? span.i64(offset) : span.u32(offset);
  }
}
