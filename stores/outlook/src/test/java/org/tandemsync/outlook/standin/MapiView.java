package org.tandemsync.outlook.standin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.CodePages;
import org.tandemsync.mapi.CompressedRtf;
import org.tandemsync.mapi.HtmlText;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.PlainRtf;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.Rtf;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.message.MapiVariants;

/**
 * What the stand-in keeps, as properties of MAPI: for what Outlook makes of an item when it is
 * saved, which the codecs know best. They are proven with what Outlook itself has written.
 */
final class MapiView {
  private MapiView() {}

  /** The property behind a key of {@link Schema}, or null for the stand-in's own. */
  static @Nullable PropertyKey key(String key) {
    String[] parts = key.split(":", 3);
    return switch (parts[0]) {
      case "tag" -> new PropertyTag(Integer.parseInt(parts[1], 16));
      case "id" -> PropertyName.of(UUID.fromString(parts[1]), Integer.parseInt(parts[2], 16));
      case "string" -> PropertyName.of(UUID.fromString(parts[1]), parts[2]);
      default -> null;
    };
  }

  /** The key of a property. */
  static String key(PropertyKey key) {
    return switch (key) {
      case PropertyTag(int id) -> String.format(java.util.Locale.ROOT, "tag:%04X", id);
      case PropertyName(UUID set, int number, String text) ->
          text.isEmpty()
              ? String.format(
                  java.util.Locale.ROOT,
                  "id:%s:%04X",
                  set.toString().toUpperCase(java.util.Locale.ROOT),
                  number)
              : "string:" + set.toString().toUpperCase(java.util.Locale.ROOT) + ":" + text;
    };
  }

  static PropertyBag bag(Values values) {
    Map<PropertyKey, PropertyValue> all = new LinkedHashMap<>();
    values
        .all()
        .forEach(
            (name, variant) -> {
              PropertyKey key = key(name);
              if (key != null) {
                value(name, variant).ifPresent(v -> all.put(key, v));
              }
            });
    return MapiVariants.bag(all);
  }

  static Optional<PropertyValue> value(String name, Variant variant) {
    if (name.equals("tag:1009") && variant instanceof Variant.Binary(Bytes rtf)) {
      return rtf.isEmpty()
          ? Optional.empty()
          : Optional.of(PropertyValue.binary(CompressedRtf.encode(rtf.toArray())));
    }
    return MapiVariants.value(variant, type(variant, name));
  }

  private static int type(Variant variant, String name) {
    return switch (variant) {
      case Variant.Text _ -> PropertyValue.TEXT;
      case Variant.Int _ -> name.equals("tag:3A4D") ? PropertyValue.SHORT : PropertyValue.INTEGER;
      case Variant.Real _ -> PropertyValue.REAL;
      case Variant.Flag _ -> PropertyValue.FLAG;
      case Variant.Date _ -> PropertyValue.TIME;
      case Variant.Binary _ -> PropertyValue.BINARY;
      case Variant.Vector(List<Variant> values) ->
          values.isEmpty() || values.getFirst() instanceof Variant.Text
              ? PropertyValue.TEXTS
              : values.getFirst() instanceof Variant.Int
                  ? PropertyValue.INTEGERS
                  : PropertyValue.BINARIES;
      default -> 0;
    };
  }

  /** What a value of MAPI is to the stand-in. */
  static Variant variant(String name, PropertyValue value) {
    return name.equals("tag:1009")
        ? Variant.of(
            Bytes.of(CompressedRtf.decode(org.tandemsync.mapi.Span.of(value.bytes().toArray()))))
        : MapiVariants.variant(value);
  }

  /** An item without its series. */
  static Message message(StoredItem item) {
    PropertyBag properties = bag(item.values());
    List<PropertyBag> recipients = item.recipients().stream().map(r -> bag(r.values)).toList();
    List<AttachedObject> attachments = new ArrayList<>();
    item.attachments().forEach(a -> attachments.add(new Attached(bag(a.values()))));
    return new Kept(properties, recipients, attachments);
  }

  private record Attached(PropertyBag properties) implements AttachedObject {
    @Override
    public Optional<Message> embedded() {
      return Optional.empty();
    }
  }

  private record Kept(
      PropertyBag properties, List<PropertyBag> recipients, List<AttachedObject> attachments)
      implements Message {}

  // ---- a text in all its forms

  /** Outlook edits a text as RTF: one that is not formatted has RTF that says the same. */
  static Variant rtfOf(String text) {
    return Variant.of(text.isEmpty() ? Bytes.EMPTY : Bytes.of(PlainRtf.encode(text)));
  }

  static Variant textOf(Bytes rtf) {
    if (rtf.isEmpty()) {
      return Variant.of("");
    }
    Rtf.Content content = Rtf.parse(rtf.toArray(), CodePages.WESTERN);
    String text =
        content.origin() == Rtf.Origin.HTML ? HtmlText.of(content.text()) : content.text();
    return Variant.of(text.replace("\r\n", "\n").replace("\n", "\r\n"));
  }

  /** The bytes of a text as entry ids are shown. */
  static Bytes id(String hex) {
    return Bytes.of(java.util.HexFormat.of().parseHex(hex));
  }

  static Map<String, Variant> changes(Map<PropertyKey, Optional<PropertyValue>> changes) {
    Map<String, Variant> all = new HashMap<>();
    changes.forEach((k, v) -> v.ifPresent(value -> all.put(key(k), variant(key(k), value))));
    return all;
  }

  static String wide(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_16LE);
  }
}
