package org.tandemsync.items;

/**
 * A time zone as Outlook names it: the Windows key name ("W. Europe Standard Time"), or where
 * Windows has none the IANA name, or a fixed offset such as "UTC+05:45". Never empty.
 */
public record Zone(String id) {
  public static final Zone UTC = new Zone("UTC");

  public Zone {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a time zone needs a name");
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
