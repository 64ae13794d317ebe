package org.tandemsync.pst.mapi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tandemsync.pst.format.Crc;
import org.tandemsync.pst.format.DamagedException;
import org.tandemsync.pst.format.Span;

/** Decodes PidTagRtfCompressed ([MS-OXRTFCP]). */
public final class CompressedRtf {
  private static final int COMPRESSED = 0x75465A4C;
  private static final int UNCOMPRESSED = 0x414C454D;
  private static final int HEADER = 16;
  private static final int RING = 4096;

  private static final byte[] PRELOADED =
      ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
              + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0"
              + "\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
          .getBytes(StandardCharsets.US_ASCII);

  private CompressedRtf() {}

  /** The RTF. Its size is bounded by {@link PropertyBag#MOST}. */
  public static byte[] decode(Span bytes) {
    int size = Math.min(bytes.length() - 4, bytes.count32(0));
    int rawSize = bytes.count32(4);
    int kind = bytes.i32(8);
    if (size < HEADER - 4 || rawSize > PropertyBag.MOST) {
      throw new DamagedException("the formatted text has an impossible size");
    }
    Span content = bytes.slice(HEADER, size - (HEADER - 4));
    return switch (kind) {
      case UNCOMPRESSED -> content.slice(0, Math.min(rawSize, content.length())).toArray();
      case COMPRESSED -> {
        if (Crc.of(content.toArray()) != bytes.i32(12)) {
          throw new DamagedException("the formatted text has a wrong checksum");
        }
        yield expand(content, rawSize);
      }
      default -> throw new DamagedException("the formatted text is not well-formed");
    };
  }

  private static byte[] expand(Span in, int rawSize) {
    byte[] ring = Arrays.copyOf(PRELOADED, RING);
    int write = PRELOADED.length;
    // a reference of 2 bytes gives at most 17
    byte[] out = new byte[(int) Math.min(rawSize, in.length() * 9L)];
    int length = 0;
    int at = 0;
    while (at < in.length()) {
      int control = in.u8(at++);
      for (int bit = 0; bit < 8 && at < in.length(); bit++) {
        if ((control >> bit & 1) == 0) {
          byte b = (byte) in.u8(at++);
          if (length == out.length) {
            return out;
          }
          out[length++] = b;
          ring[write] = b;
          write = (write + 1) % RING;
          continue;
        }
        int reference = in.u8(at) << 8 | in.u8(at + 1);
        at += 2;
        int read = reference >>> 4;
        if (read == write) {
          return Arrays.copyOf(out, length);
        }
        for (int n = (reference & 0xF) + 2; n > 0; n--) {
          if (length == out.length) {
            return out;
          }
          byte b = ring[read];
          read = (read + 1) % RING;
          out[length++] = b;
          ring[write] = b;
          write = (write + 1) % RING;
        }
      }
    }
    return Arrays.copyOf(out, length);
  }
}
