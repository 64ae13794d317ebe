package org.tandemsync.mapi.item;

import java.util.List;
import java.util.Optional;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Member;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;

/** Finds the contact or list of the same file that a member of a distribution list is to be. */
@FunctionalInterface
public interface MemberTarget {

  /** Knows nobody: every member is remembered by name and address alone. */
  MemberTarget NONE = member -> Optional.empty();

  /**
   * A contact or list.
   *
   * @param entryId its entry id in the file
   * @param list whether it is a list
   * @param properties what it holds
   */
  record Target(Bytes entryId, boolean list, PropertyBag properties) {

    /**
     * Whether neither its name nor its addresses are those of the member whose UID it has. Outlook
     * gives the ids of items that are gone to new ones, and the UID of a contact that carries none
     * follows from its id: it may be somebody else's on the other side.
     */
    public boolean isAnother(Member member) {
      String name = properties.text(Tags.DISPLAY_NAME);
      List<Member> contact =
          EmailCodec.read(properties).values().stream()
              .map(email -> email.address().strip())
              .filter(address -> !address.isEmpty())
              .map(address -> new Member(name, address, ""))
              .toList();
      return !list
          && !contact.isEmpty()
          && contact.stream().allMatch(m -> MemberTarget.isAnother(m, member));
    }
  }

  /** Whether two members with one UID agree in nothing else. */
  static boolean isAnother(Member one, Member other) {
    return differ(one.name(), other.name()) && differ(one.address(), other.address());
  }

  private static boolean differ(String one, String other) {
    return !one.isBlank() && !other.isBlank() && !one.strip().equalsIgnoreCase(other.strip());
  }

  /** By UID, else by mail address, also where the one with the UID is another; empty if nobody. */
  Optional<Target> find(Member member);
}
