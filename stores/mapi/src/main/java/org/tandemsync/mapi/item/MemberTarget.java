package org.tandemsync.mapi.item;

import java.util.Optional;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Member;
import org.tandemsync.mapi.PropertyBag;

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
  record Target(Bytes entryId, boolean list, PropertyBag properties) {}

  /** By UID, else by mail address; empty if nobody is it. */
  Optional<Target> find(Member member);
}
