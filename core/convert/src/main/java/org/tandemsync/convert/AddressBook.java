package org.tandemsync.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;

/**
 * The contacts and lists of one address book, as far as they were seen, as members of its lists. A
 * list names its members by UID, by mail address or (SOGo) by the name of a file; Outlook wants
 * names and addresses, and has UIDs of its own for contacts that it had before.
 */
public final class AddressBook {

  /** One that lists may have as a member. */
  private record Entry(String file, String uid, String name, List<String> addresses, boolean list) {

    String stem() {
      return withoutEnding(file);
    }
  }

  private final Map<String, Entry> byUid = new HashMap<>();
  private final Map<String, Entry> byFile = new HashMap<>();
  private final Map<String, Entry> byAddress = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  /**
   * Takes note of a contact or list.
   *
   * @param file the last part of its address, with its ending
   */
  public synchronized void add(String file, Item item) {
    switch (item) {
      case Contact contact ->
          add(
              new Entry(
                  file,
                  item.uid(),
                  contact.displayName(),
                  contact.emails().values().stream().map(e -> e.address().strip()).toList(),
                  false));
      case DistributionList list -> add(new Entry(file, item.uid(), list.name(), List.of(), true));
      default -> throw new IllegalArgumentException(item.type() + " in an address book");
    }
  }

  private void add(Entry entry) {
    if (!entry.uid.isBlank()) {
      byUid.put(key(entry.uid), entry);
    }
    byFile.put(key(entry.file), entry);
    for (String address : entry.addresses) {
      Entry other = byAddress.putIfAbsent(lower(address), entry);
      if (other != null && !other.file.equals(entry.file)) {
        shared.add(lower(address));
      }
    }
  }

  /** UIDs are compared without case, and without what programs put around them. */
  private static String key(String uid) {
    String key = lower(uid);
    return withoutEnding(key.startsWith("urn:uuid:") ? key.substring(9) : key);
  }

  private static String withoutEnding(String file) {
    String lower = lower(file);
    return lower.endsWith(".vcf") || lower.endsWith(".vlf")
        ? file.substring(0, file.length() - 4)
        : file;
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** The UIDs of members that were not seen yet, as the list has them. */
  public synchronized List<String> unseen(DistributionList list) {
    return list.members().stream()
        .map(Member::uid)
        .filter(uid -> !uid.isEmpty() && byReference(uid) == null)
        .toList();
  }

  private @Nullable Entry byReference(String reference) {
    Entry entry = byUid.get(key(reference));
    return entry == null ? byFile.get(key(reference)) : entry;
  }

  /** The one who has that address alone, or null. */
  private @Nullable Entry byAddress(String address) {
    String key = lower(address);
    return key.isEmpty() || shared.contains(key) ? null : byAddress.get(key);
  }

  /**
   * A list as Outlook is to see it: members that are cards have their UID, their name, and the
   * address that the list names if it is still one of theirs. Those that were not seen stay as they
   * are.
   */
  public synchronized DistributionList asRead(DistributionList list) {
    List<Member> members = new ArrayList<>();
    for (Member member : list.members()) {
      Entry entry = member.uid().isEmpty() ? null : byReference(member.uid());
      members.add(
          entry == null
              ? member
              : new Member(
                  member.name().isEmpty() ? entry.name : member.name(),
                  address(member, entry),
                  entry.uid.isBlank() ? member.uid() : entry.uid));
    }
    return list.toBuilder().members(members).build();
  }

  private static String address(Member member, Entry entry) {
    boolean current = entry.addresses.stream().anyMatch(a -> a.equalsIgnoreCase(member.address()));
    return current || entry.addresses.isEmpty() ? member.address() : entry.addresses.getFirst();
  }

  /**
   * A list as it is to be written: members that are cards have the reference of their card.
   *
   * @param files whether that is the name of the file without its ending (VLIST) or the UID
   */
  public synchronized DistributionList asWritten(DistributionList list, boolean files) {
    List<Member> members = new ArrayList<>();
    for (Member member : list.members()) {
      Entry entry = member.uid().isEmpty() ? null : byReference(member.uid());
      entry = entry == null ? byAddress(member.address()) : entry;
      boolean byFile = files && entry != null && !entry.list;
      String uid =
          entry == null ? member.uid() : byFile || entry.uid.isBlank() ? entry.stem() : entry.uid;
      members.add(new Member(member.name(), member.address(), uid));
    }
    return list.toBuilder().members(members).build();
  }
}
