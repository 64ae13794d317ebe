package org.tandemsync.mapi;

import java.util.zip.CRC32;

/**
 * The CRC of [MS-PST] 5.3: reflected CRC-32, start value 0 and no final inversion. Also used by
 * compressed RTF and by distribution lists.
 */
public final class Crc {
  /** Behind them the register of {@link CRC32}, which begins with all bits set, is 0. */
  private static final byte[] TO_ZERO = {-1, -1, -1, -1};

  private Crc() {}

  public static int of(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32(); // which takes the processor's own instructions
    crc.update(TO_ZERO);
    crc.update(bytes, from, length);
    return ~(int) crc.getValue();
  }

  public static int of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }
}
