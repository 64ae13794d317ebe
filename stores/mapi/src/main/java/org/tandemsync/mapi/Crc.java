package org.tandemsync.mapi;

/**
 * The CRC of [MS-PST] 5.3: reflected CRC-32, start value 0 and no final inversion (so {@link
 * java.util.zip.CRC32} does not fit). Also used by compressed RTF and by distribution lists.
 */
public final class Crc {
  private static final int[] TABLE = table();

  private Crc() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ 0xEDB88320;
      }
      table[i] = value;
    }
    return table;
  }

  public static int of(byte[] bytes, int from, int length) {
    int crc = 0;
    for (int i = from; i < from + length; i++) {
      crc = TABLE[(crc ^ bytes[i]) & 0xFF] ^ crc >>> 8;
    }
    return crc;
  }

  public static int of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }
}
