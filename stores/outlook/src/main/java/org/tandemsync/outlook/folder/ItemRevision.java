package org.tandemsync.outlook.folder;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.sync.Revision;

/**
 * What tells that an item has changed: the time of its last change and, where the store keeps one,
 * the change key, because the time alone may be the same for two changes.
 */
public final class ItemRevision {
  public static final MapiName MODIFIED = MapiName.tag(0x3008, MapiName.TIME);
  public static final MapiName CHANGE_KEY = MapiName.tag(0x65E2, MapiName.BINARY);

  private ItemRevision() {}

  /**
   * The revision of an item.
   *
   * @param modified its {@link #MODIFIED}
   * @param changeKey its {@link #CHANGE_KEY}, or null or anything else if it has none
   * @return null if it has no time
   */
  public static @Nullable Revision of(@Nullable Variant modified, @Nullable Variant changeKey) {
    if (!(modified instanceof Variant.Date(double days))) {
      return null;
    }
    String revision = Long.toHexString(Double.doubleToLongBits(days));
    return new Revision(
        changeKey instanceof Variant.Binary(Bytes key) ? revision + "-" + hex(key) : revision);
  }

  static String hex(Bytes bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes.toArray());
  }
}
