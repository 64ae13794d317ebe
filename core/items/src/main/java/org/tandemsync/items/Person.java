package org.tandemsync.items;

import java.util.Locale;

/**
 * Somebody with a mail address: an organizer, or the sender on somebody's behalf.
 *
 * @param name display name, may be empty
 * @param address SMTP address without "mailto:", may be empty where only a name is known
 */
public record Person(String name, String address) {
  /** The address as it is compared. */
  public String key() {
    return address.isEmpty()
        ? name.strip().toLowerCase(Locale.ROOT)
        : address.strip().toLowerCase(Locale.ROOT);
  }
}
