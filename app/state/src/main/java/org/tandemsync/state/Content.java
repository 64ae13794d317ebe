package org.tandemsync.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Item;
import org.tandemsync.services.json.ItemJson;
import org.tandemsync.services.json.PartedJson;

/**
 * How JSON is kept in the database: one byte that says how, then UTF-8, deflated where that is
 * worth it. Pictures and attachments stand in front of it as they are: they are packed already.
 */
final class Content {
  private static final byte PLAIN = 1;
  private static final byte DEFLATED = 2;

  /** Then the number of parts, the length of each, the parts, and a content without parts. */
  private static final byte PARTED = 3;

  private static final int WORTH_IT = 300;

  /** Making one takes longer than packing a contact. */
  private static final Deflater DEFLATER = new Deflater(Deflater.BEST_SPEED, true);

  private Content() {}

  static byte[] of(Item item) {
    return packed(ItemJson.parted(item));
  }

  static byte[] packed(PartedJson json) {
    return withParts(json.parts(), pack(json.text()));
  }

  /** What is deleted again after a moment: packing it would take longer than writing it. */
  static byte[] plain(PartedJson json) {
    byte[] text = json.text().getBytes(StandardCharsets.UTF_8);
    byte[] content = new byte[text.length + 1];
    content[0] = PLAIN;
    System.arraycopy(text, 0, content, 1, text.length);
    return withParts(json.parts(), content);
  }

  private static byte[] withParts(List<Bytes> parts, byte[] text) {
    if (parts.isEmpty()) {
      return text;
    }
    int length = 1 + Integer.BYTES + text.length;
    for (Bytes part : parts) {
      length = Math.addExact(length, Integer.BYTES + part.length());
    }
    ByteBuffer content = ByteBuffer.allocate(length).put(PARTED).putInt(parts.size());
    parts.forEach(part -> content.putInt(part.length()));
    parts.forEach(part -> content.put(part.toArray()));
    return content.put(text).array();
  }

  static byte[] pack(String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length / 2 + 16);
    if (text.length < WORTH_IT) {
      out.write(PLAIN);
      out.writeBytes(text);
      return out.toByteArray();
    }
    out.write(DEFLATED);
    synchronized (DEFLATER) {
      DEFLATER.reset();
      DEFLATER.setInput(text);
      DEFLATER.finish();
      byte[] buffer = new byte[8192];
      while (!DEFLATER.finished()) {
        out.write(buffer, 0, DEFLATER.deflate(buffer));
      }
    }
    return out.toByteArray();
  }

  /**
   * The JSON again.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static PartedJson unpack(byte[] content) {
    if (content.length == 0 || content[0] != PARTED) {
      return new PartedJson(text(content, 0), List.of());
    }
    ByteBuffer rest = ByteBuffer.wrap(content, 1, content.length - 1);
    List<Bytes> parts = new ArrayList<>();
    for (int length : lengths(rest)) {
      byte[] part = new byte[length];
      rest.get(part);
      parts.add(Bytes.of(part));
    }
    return new PartedJson(text(content, rest.position()), parts);
  }

  /** The lengths of the parts, all of which are there. */
  private static int[] lengths(ByteBuffer content) {
    int count = content.remaining() < Integer.BYTES ? -1 : content.getInt();
    if (count < 0 || count > content.remaining() / Integer.BYTES) {
      throw cutShort();
    }
    int[] lengths = new int[count];
    long all = 0;
    for (int i = 0; i < count; i++) {
      lengths[i] = content.getInt();
      all += Integer.toUnsignedLong(lengths[i]);
    }
    if (all > content.remaining()) {
      throw cutShort();
    }
    return lengths;
  }

  private static IllegalArgumentException cutShort() {
    return new IllegalArgumentException("the content is cut short");
  }

  private static String text(byte[] content, int from) {
    int length = content.length - from - 1;
    if (length >= 0 && content[from] == PLAIN) {
      return new String(content, from + 1, length, StandardCharsets.UTF_8);
    }
    if (length < 0 || content[from] != DEFLATED) {
      throw new IllegalArgumentException("unknown content");
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(content, from + 1, length);
      ByteArrayOutputStream out = new ByteArrayOutputStream(length * 4);
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int n = inflater.inflate(buffer);
        if (n == 0 && !inflater.finished()) {
          throw cutShort();
        }
        out.write(buffer, 0, n);
      }
      return out.toString(StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("the content is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
