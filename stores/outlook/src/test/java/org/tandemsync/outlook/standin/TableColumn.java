package org.tandemsync.outlook.standin;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/**
 * A column of a table: a property of the object model (dates local, binary values as text) or one
 * of MAPI (dates in UTC, binary values as bytes). "Unsupported Properties in a Table Object".
 */
record TableColumn(String name, Optional<Schema> schema) {
  private static final Set<String> ENTRY_ID = Set.of("tag:0FFF");
  private static final int MOST_OF_A_BODY = 255;

  static TableColumn of(String name, StandIn outlook) {
    Optional<Schema> schema = Schema.parse(name);
    boolean known =
        schema.map(s -> !s.body()).orElseGet(() -> name.equals("EntryID") || kinds(name));
    if (!known) {
      throw new AutomationException(
          HResult.E_INVALIDARG,
          "Columns.Add",
          "The property \"" + name + "\" is unknown or cannot be found.");
    }
    return new TableColumn(name, schema);
  }

  private static boolean kinds(String name) {
    return ItemObject.CLASSES.keySet().stream()
        .anyMatch(type -> ItemProperty.find(type, name).isPresent());
  }

  Variant value(StoredItem item, StandIn outlook) {
    Schema mapi = schema.orElse(null);
    if (mapi != null) {
      return ENTRY_ID.contains(mapi.key())
          ? Variant.of(Bytes.of(HexFormat.of().parseHex(item.entryId())))
          : shortened(mapi.key(), item.values().get(mapi.key()));
    }
    if (name.equals("EntryID")) {
      return Variant.of(item.entryId());
    }
    return ItemProperty.find(item.type(), name)
        .map(
            p -> {
              Variant kept = item.values().get(p.key());
              return kept == null ? Variant.NOTHING : shortened(p.key(), p.shown(kept, outlook));
            })
        .orElse(Variant.NOTHING);
  }

  private static Variant shortened(String key, @Nullable Variant value) {
    if (value == null) {
      return Variant.NOTHING;
    }
    return key.equals("tag:1000")
            && value instanceof Variant.Text(String text)
            && text.length() > MOST_OF_A_BODY
        ? Variant.of(text.substring(0, MOST_OF_A_BODY))
        : value;
  }
}
