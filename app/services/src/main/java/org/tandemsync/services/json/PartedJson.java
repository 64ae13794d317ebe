package org.tandemsync.services.json;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Item;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * JSON with pictures and attachments beside it. As texts in it they would be a third longer, and
 * take longer to write, to pack and to read than all the rest. The same bytes are there once.
 *
 * @param text in which {@code {"part":0}} stands for the first of the parts
 */
public record PartedJson(String text, List<Bytes> parts) {
  static final String PART = "part";

  /** Fewer bytes are a text. */
  private static final int WORTH_IT = 256;

  public PartedJson {
    parts = List.copyOf(parts);
  }

  /**
   * Writes a value.
   *
   * @param items knows what items look like, or null to write them anew
   */
  static <V> PartedJson of(Form<V> form, V value, @Nullable RecentItems items) {
    StringWriter text = new StringWriter();
    List<Bytes> parts = new ArrayList<>();
    try (JsonGenerator out =
        new Parting(Json.FACTORY.createGenerator(ObjectWriteContext.empty(), text), parts, items)) {
      form.write(out, value);
    }
    return new PartedJson(JsonLine.escapeLoneSurrogates(text.toString()), parts);
  }

  /**
   * Reads what {@link #of} has written, or JSON without parts.
   *
   * @throws IllegalArgumentException if it is none
   */
  <V> V read(Form<V> form) {
    return form.read(Json.parse(text, parts));
  }

  /** Puts bytes aside, and writes items as they were written before. */
  static final class Parting extends JsonGeneratorDelegate {
    private final List<Bytes> parts;
    private final @Nullable RecentItems items;

    private Parting(JsonGenerator out, List<Bytes> parts, @Nullable RecentItems items) {
      super(out);
      this.parts = parts;
      this.items = items;
    }

    /** Whether they are enough to be put aside, which is then done. */
    boolean takes(Bytes bytes) {
      if (bytes.length() < WORTH_IT) {
        return false;
      }
      int part = parts.indexOf(bytes);
      if (part < 0) {
        part = parts.size();
        parts.add(bytes);
      }
      writeStartObject().writeNumberProperty(PART, part).writeEndObject();
      return true;
    }

    /** Whether an item is known, and its parts have the same numbers here; then it is written. */
    boolean takes(Item item) {
      if (items == null) {
        return false;
      }
      PartedJson known = items.json(item);
      if (parts.isEmpty()) {
        parts.addAll(known.parts);
      } else if (!known.parts.isEmpty() && !parts.equals(known.parts)) {
        return false;
      }
      writeRawValue(known.text);
      return true;
    }
  }
}
