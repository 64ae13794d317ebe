package org.tandemsync.mapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tandemsync.items.Bytes;

/** PidTagRtfCompressed ([MS-OXRTFCP]). */
public final class CompressedRtf {
  private static final int COMPRESSED = 0x75465A4C;
  private static final int UNCOMPRESSED = 0x414C454D;
  private static final int HEADER = 16;
  private static final int RING = 4096;

  /** A reference stands for this many bytes. */
  private static final int LEAST_MATCH = 2;

  private static final int MOST_MATCH = 17;

  /** How many earlier places are looked at for a match: more make it slower, hardly smaller. */
  private static final int MOST_TRIES = 256;

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

  /** Compresses an RTF document. */
  public static Bytes encode(byte[] rtf) {
    Bytes content = Bytes.of(new Compressor(rtf).compress());
    BlobWriter out = new BlobWriter();
    out.u32(content.length() + HEADER - 4L);
    out.u32(rtf.length);
    out.u32(COMPRESSED);
    out.u32(Crc.of(content.toArray()));
    out.raw(content);
    return out.bytes();
  }

  /** Looks for what comes next among the last 4,095 bytes, the preloaded ones in front of all. */
  private static final class Compressor {
    private final byte[] bytes;
    private final int[] latest = new int[1 << 16];
    private final int[] earlier = new int[RING];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream run = new ByteArrayOutputStream();
    private int control;
    private int tokens;

    Compressor(byte[] rtf) {
      bytes = Arrays.copyOf(PRELOADED, PRELOADED.length + rtf.length);
      System.arraycopy(rtf, 0, bytes, PRELOADED.length, rtf.length);
      Arrays.fill(latest, -1);
    }

    byte[] compress() {
      for (int i = 0; i < PRELOADED.length; i++) {
        remember(i);
      }
      int at = PRELOADED.length;
      while (at < bytes.length) {
        long match = match(at);
        int length = (int) match;
        if (length < LEAST_MATCH) {
          run.write(bytes[at]);
          length = 1;
          token(0);
        } else {
          reference((int) (match >>> 32), length);
        }
        for (int end = at + length; at < end; at++) {
          remember(at);
        }
      }
      reference(at, LEAST_MATCH); // its own place: the end
      if (tokens > 0) {
        writeRun();
      }
      return out.toByteArray();
    }

    private void remember(int at) {
      if (at + 1 < bytes.length) {
        int pair = pair(at);
        earlier[at % RING] = latest[pair];
        latest[pair] = at;
      }
    }

    private int pair(int at) {
      return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** Place and length of the longest match, the oldest of them. */
    private long match(int at) {
      long best = 0;
      int length = 0;
      int candidate = at + 1 < bytes.length ? latest[pair(at)] : -1;
      for (int n = 0; candidate > at - RING && candidate >= 0 && n < MOST_TRIES; n++) {
        int same = LEAST_MATCH;
        while (same < MOST_MATCH
            && at + same < bytes.length
            && bytes[candidate + same] == bytes[at + same]) {
          same++;
        }
        if (same >= length) {
          length = same;
          best = (long) candidate << 32 | length;
        }
        int next = earlier[candidate % RING];
        if (next >= candidate) {
          break;
        }
        candidate = next;
      }
      return best;
    }

    private void reference(int place, int length) {
      int reference = place % RING << 4 | length - LEAST_MATCH;
      run.write(reference >>> 8);
      run.write(reference);
      token(1);
    }

    private void token(int isReference) {
      control |= isReference << tokens;
      if (++tokens == 8) {
        writeRun();
      }
    }

    private void writeRun() {
      out.write(control);
      out.writeBytes(run.toByteArray());
      run.reset();
      control = 0;
      tokens = 0;
    }
  }
}
