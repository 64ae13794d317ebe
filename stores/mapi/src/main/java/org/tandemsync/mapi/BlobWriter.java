package org.tandemsync.mapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tandemsync.items.Bytes;

/** Writes a binary structure from front to end. */
final class BlobWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void u16(int value) {
    out.write(value);
    out.write(value >>> 8);
  }

  void u32(long value) {
    u16((int) value & 0xFFFF);
    u16((int) (value >>> 16) & 0xFFFF);
  }

  void raw(Bytes bytes) {
    out.writeBytes(bytes.toArray());
  }

  void sized(Bytes bytes) {
    u32(bytes.length());
    out.writeBytes(bytes.toArray());
  }

  void dates(List<Long> dates) {
    u32(dates.size());
    dates.forEach(this::u32);
  }

  void shortText(String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    u16(bytes.length + 1);
    u16(bytes.length);
    out.writeBytes(bytes);
  }

  void wideText(String text) {
    u16(text.length());
    out.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
  }

  /** A UTF-16 text that is ended by NUL, and so has none. */
  void wideTextToNul(String text) {
    out.writeBytes(text.replace("\0", "").getBytes(StandardCharsets.UTF_16LE));
    u16(0);
  }

  Bytes bytes() {
    return Bytes.of(out.toByteArray());
  }
}
