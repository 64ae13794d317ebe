package org.tandemsync.items;

import java.util.Locale;

/**
 * A member of a distribution list.
 *
 * @param name display name, may be empty
 * @param address mail address, may be empty for a member known only by UID
 * @param uid UID of the contact (or list) that this member is, or empty for an outsider
 */
public record Member(String name, String address, String uid) {
  public Member {
    if (name.isEmpty() && address.isEmpty() && uid.isEmpty()) {
      throw new IllegalArgumentException("a member has a name, an address or a UID");
    }
  }

  /**
   * Whether two members with one key mean the same. A contact has a name of its own, which is not
   * the list's to say.
   */
  public boolean sameAs(Member other) {
    return !uid.isEmpty() || !other.uid.isEmpty() || name.strip().equals(other.name.strip());
  }

  /** What members are paired by: the address, else the UID, else the name. */
  public String key() {
    String key = !address.isEmpty() ? address : !uid.isEmpty() ? uid : name;
    return key.strip().toLowerCase(Locale.ROOT);
  }
}
