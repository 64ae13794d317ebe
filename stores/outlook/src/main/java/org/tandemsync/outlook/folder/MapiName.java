package org.tandemsync.outlook.folder;

import java.util.Locale;
import java.util.UUID;

/**
 * A MAPI property by the name that PropertyAccessor and tables take.
 *
 * @param schema see "Referencing Properties by Namespace" in Microsoft's reference; case matters
 */
public record MapiName(String schema) {
  private static final String ROOT = "http://schemas.microsoft.com/mapi/";

  public static final int SHORT = 0x0002;
  public static final int INTEGER = 0x0003;
  public static final int REAL = 0x0005;
  public static final int FLAG = 0x000B;
  public static final int TEXT = 0x001F;
  public static final int TIME = 0x0040;
  public static final int BINARY = 0x0102;
  public static final int TEXTS = 0x101F;

  /**
   * A property that has the same id everywhere.
   *
   * @param type the type of the property ([MS-OXCDATA] 2.11.1)
   */
  public static MapiName tag(int id, int type) {
    return new MapiName(String.format(Locale.ROOT, "%sproptag/0x%04X%04X", ROOT, id, type));
  }

  /** A property that is named by a number in a set. */
  public static MapiName number(UUID set, int number, int type) {
    return new MapiName(
        String.format(Locale.ROOT, "%sid/{%s}/%04X%04X", ROOT, upper(set), number, type));
  }

  /** A property that is named by a text in a set. */
  public static MapiName text(UUID set, String name) {
    return new MapiName(String.format(Locale.ROOT, "%sstring/{%s}/%s", ROOT, upper(set), name));
  }

  private static String upper(UUID set) {
    return set.toString().toUpperCase(Locale.ROOT);
  }
}
