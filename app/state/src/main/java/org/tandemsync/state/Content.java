package org.tandemsync.state;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.tandemsync.items.Item;
import org.tandemsync.services.json.ItemJson;

/**
 * How JSON is kept in the database: one byte that says how, then UTF-8, deflated where that is
 * worth it.
 */
final class Content {
  private static final byte PLAIN = 1;
  private static final byte DEFLATED = 2;
  private static final int WORTH_IT = 300;

  private Content() {}

  static byte[] of(Item item) {
    return pack(ItemJson.write(item));
  }

  /** What is deleted again after a moment: packing it would take longer than writing it. */
  static byte[] plain(String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    byte[] content = new byte[text.length + 1];
    content[0] = PLAIN;
    System.arraycopy(text, 0, content, 1, text.length);
    return content;
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
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(text);
      deflater.finish();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /**
   * The JSON again.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static String unpack(byte[] content) {
    if (content.length > 0 && content[0] == PLAIN) {
      return new String(content, 1, content.length - 1, StandardCharsets.UTF_8);
    }
    if (content.length == 0 || content[0] != DEFLATED) {
      throw new IllegalArgumentException("unknown content");
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(content, 1, content.length - 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream(content.length * 4);
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int n = inflater.inflate(buffer);
        if (n == 0 && !inflater.finished()) {
          throw new IllegalArgumentException("the content is cut short");
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
