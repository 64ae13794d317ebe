package org.tandemsync.mapi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tandemsync.items.Bytes;

/** Reads a binary structure from front to end. */
final class BlobReader {
  private final Span bytes;
  private int at;

  BlobReader(Span bytes) {
    this.bytes = bytes;
  }

  int u16() {
    at += 2;
    return bytes.u16(at - 2);
  }

  int i32() {
    at += 4;
    return bytes.i32(at - 4);
  }

  long u32() {
    at += 4;
    return bytes.u32(at - 4);
  }

  int left() {
    return bytes.length() - at;
  }

  Span take(int length) {
    Span taken = bytes.slice(at, length);
    at += length;
    return taken;
  }

  /** A block that begins with its length in bytes. */
  Bytes sized() {
    return Bytes.of(take(bytes.count32(back(4))).toArray());
  }

  private int back(int size) {
    at += size;
    return at - size;
  }

  /** A count, and as many dates. */
  List<Long> dates() {
    int count = bytes.count32(back(4));
    if (count > left() / 4) {
      throw new DamagedException("the recurrence cannot have " + count + " exceptions");
    }
    List<Long> dates = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      dates.add(u32());
    }
    return dates;
  }

  /** An 8-bit text behind two lengths, the first of which counts a NUL that is not there. */
  String shortText(Charset charset) {
    u16();
    return new String(take(u16()).toArray(), charset);
  }

  /** A UTF-16 text behind its length in characters. */
  String wideText() {
    return new String(take(2 * u16()).toArray(), StandardCharsets.UTF_16LE);
  }
}
