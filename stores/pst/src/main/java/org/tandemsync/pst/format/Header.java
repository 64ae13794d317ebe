package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/**
 * The header of a file ([MS-PST] 2.2.2.6).
 *
 * @param version wVer: 23 Unicode, 14 or 15 ANSI
 * @param clientVersion wVerClient: 19 data file, 12 offline copy of a mailbox (.ost)
 * @param nextBlock bidNextB
 * @param nextPage bidNextP
 * @param unique dwUnique, counts header writes
 * @param lastIndices the last used index for each type of node
 * @param end ibFileEof
 * @param lastMap ibAMapLast
 * @param free cbAMapFree
 * @param freePages cbPMapFree
 * @param nodes root of the B-tree of nodes
 * @param blocks root of the B-tree of blocks
 * @param mapsValid fAMapValid
 */
public record Header(
    Layout layout,
    int version,
    int clientVersion,
    Encoding encoding,
    long nextBlock,
    long nextPage,
    long unique,
    List<Integer> lastIndices,
    long end,
    long lastMap,
    long free,
    long freePages,
    BlockRef nodes,
    BlockRef blocks,
    int mapsValid) {

  /** Bytes that a header takes at most. */
  static final int SIZE = 564;

  /** dwMagic, "!BDN". */
  private static final int MAGIC = 0x4E444221;

  private static final int ANSI_SIZE = 512;

  public Header {
    lastIndices = List.copyOf(lastIndices);
  }

  /** wMagicClient: "SM" in data files, "SO" in offline copies of mailboxes. */
  private static boolean client(int magic) {
    return magic == 0x4D53 || magic == 0x4F53;
  }

  static Header parse(Span bytes) {
    if (bytes.length() < 16 || bytes.i32(0) != MAGIC || !client(bytes.u16(8))) {
      throw new UnsupportedFileException("it is not an Outlook data file");
    }
    int version = bytes.u16(10);
    return switch (version) {
      case 14, 15 -> ansi(bytes, version);
      case 23 -> unicode(bytes, version);
      case 36, 37 ->
          throw new UnsupportedFileException(
              "it is an offline copy of a mailbox with 4 KiB pages (version "
                  + version
                  + ", Outlook 2013 or later), which cannot be read; in Outlook, export the"
                  + " folders to an Outlook data file (.pst)");
      default ->
          throw new UnsupportedFileException(
              "it is an Outlook data file of the unknown version " + version);
    };
  }

  private static Header unicode(Span bytes, int version) {
    require(bytes, SIZE);
    checkCrc(bytes, 471, bytes.i32(4));
    checkCrc(bytes, 516, bytes.i32(524));
    return new Header(
        Layout.UNICODE,
        version,
        bytes.u16(12),
        encoding(bytes.u8(512), bytes.u8(513)),
        bytes.i64(516),
        bytes.i64(32),
        bytes.u32(40),
        indices(bytes, 44),
        bytes.i64(184),
        bytes.i64(192),
        bytes.i64(200),
        bytes.i64(208),
        new BlockRef(bytes.i64(216), bytes.i64(224)),
        new BlockRef(bytes.i64(232), bytes.i64(240)),
        bytes.u8(248));
  }

  private static Header ansi(Span bytes, int version) {
    require(bytes, ANSI_SIZE);
    checkCrc(bytes, 471, bytes.i32(4));
    return new Header(
        Layout.ANSI,
        version,
        bytes.u16(12),
        encoding(bytes.u8(460), bytes.u8(461)),
        bytes.u32(24),
        bytes.u32(28),
        bytes.u32(32),
        indices(bytes, 36),
        bytes.u32(168),
        bytes.u32(172),
        bytes.u32(176),
        bytes.u32(180),
        new BlockRef(bytes.u32(184), bytes.u32(188)),
        new BlockRef(bytes.u32(192), bytes.u32(196)),
        bytes.u8(200));
  }

  private static void require(Span bytes, int size) {
    if (bytes.length() < size) {
      throw new DamagedException("the file ends within its header");
    }
  }

  private static void checkCrc(Span bytes, int length, int expected) {
    if (bytes.slice(8, length).crc() != expected) {
      throw new DamagedException("the checksum of the header is wrong");
    }
  }

  private static Encoding encoding(int sentinel, int method) {
    if (sentinel != 0x80 || method > 2) {
      throw new DamagedException("the header names the unknown encoding " + method);
    }
    return Encoding.values()[method];
  }

  private static List<Integer> indices(Span bytes, int offset) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      indices.add(bytes.i32(offset + 4 * i));
    }
    return indices;
  }
}
