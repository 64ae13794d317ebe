package org.tandemsync.mapi.item;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Member;
import org.tandemsync.mapi.Crc;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.MemberStream;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;

/** The members of a distribution list ([MS-OXOCNTC] 2.2.2.2). */
final class MemberCodec {
  private static final PropertyName MEMBERS = Names.address(0x8055);
  private static final PropertyName ONE_OFF_MEMBERS = Names.address(0x8054);
  private static final PropertyName CHECKSUM = Names.address(0x804C);
  private static final PropertyName STREAM = Names.address(0x8064);

  /** Most bytes of {@link #MEMBERS} and of {@link #ONE_OFF_MEMBERS}. */
  private static final int MOST = 15_000;

  /** Kind of a wrapped id: the first address of a contact; the others follow in steps. */
  private static final int CONTACT = 0xC3;

  private static final int NEXT_ADDRESS = 0x10;

  /** Kind of a wrapped id: a list. */
  private static final int LIST = 0xB4;

  private static final String SMTP = "SMTP";
  private static final String LIST_TYPE = "MAPIPDL";

  /** Our own type of address, of a member that so far is known by UID alone. */
  private static final String UID = "UID";

  /** A member as the list keeps it. */
  private record Entry(Span id, Span oneOff) {
    static Entry of(Bytes id, Bytes oneOff) {
      return new Entry(Span.of(id.toArray()), Span.of(oneOff.toArray()));
    }
  }

  private MemberCodec() {}

  static List<Member> read(PropertyBag bag, MemberSource contacts) {
    List<Member> members = new ArrayList<>();
    for (Entry entry : entries(bag)) {
      Member member = member(entry, bag, contacts);
      if (member != null) {
        members.add(member);
      }
    }
    return members;
  }

  /** How many members there are of whom nothing can be said. */
  static int unreadable(PropertyBag bag, MemberSource contacts) {
    return (int) entries(bag).stream().filter(e -> member(e, bag, contacts) == null).count();
  }

  private static List<Entry> entries(PropertyBag bag) {
    List<Span> ids = bag.binaries(MEMBERS);
    List<Span> oneOffs = bag.binaries(ONE_OFF_MEMBERS);
    MemberStream stream = MemberStream.parse(bag.bytes(STREAM));
    if (!stream.ids().isEmpty()) {
      ids = stream.ids();
      oneOffs = stream.oneOffs();
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      entries.add(new Entry(ids.get(i), i < oneOffs.size() ? oneOffs.get(i) : Span.EMPTY));
    }
    return entries;
  }

  /** A contact as it is now; anybody else as the list remembers them. */
  private static @Nullable Member member(Entry entry, PropertyBag bag, MemberSource contacts) {
    EntryId id = EntryId.parse(entry.id, bag.ansi());
    EntryId beside = EntryId.parse(entry.oneOff, bag.ansi());
    EntryId.OneOff remembered =
        id instanceof EntryId.OneOff o ? o : beside instanceof EntryId.OneOff o ? o : null;
    if (remembered != null && remembered.addressType().equals(UID)) {
      String name = remembered.name().equals(remembered.address()) ? "" : remembered.name();
      return new Member(name, "", remembered.address());
    }
    String address = remembered == null ? "" : address(remembered);
    String name = remembered == null ? "" : withoutAddress(remembered.name(), address);
    MemberSource.Found contact = contacts.find(id).orElse(null);
    if (contact != null) {
      EmailAddress mail = chosen(EmailCodec.read(contact.properties()), id, address);
      String current = contact.properties().text(Tags.DISPLAY_NAME);
      return new Member(
          current.isEmpty() ? name : current,
          mail == null ? address : mail.address(),
          contact.uid());
    }
    return name.isEmpty() && address.isEmpty() ? null : new Member(name, address, "");
  }

  private static String address(EntryId.OneOff remembered) {
    return remembered.addressType().equalsIgnoreCase(SMTP)
        ? remembered.address().strip()
        : Addresses.smtp(remembered.address());
  }

  /** Outlook shows "Name (address)", or the address, and often keeps that as the name. */
  private static String withoutAddress(String name, String address) {
    String behind = " (" + address + ")";
    if (address.isEmpty() || !name.endsWith(behind)) {
      return name.equals(address) ? "" : name;
    }
    return name.substring(0, name.length() - behind.length());
  }

  /** Which address of the contact is the member: bits 4 and 5 of the kind count from the first. */
  private static @Nullable EmailAddress chosen(
      Map<EmailSlot, EmailAddress> emails, EntryId id, String remembered) {
    for (EmailAddress email : emails.values()) {
      if (email.address().equalsIgnoreCase(remembered)) {
        return email;
      }
    }
    int slot = id instanceof EntryId.Wrapped w ? w.kind() >> 4 & 3 : 0;
    EmailAddress byNumber =
        slot < EmailSlot.values().length ? emails.get(EmailSlot.values()[slot]) : null;
    return byNumber != null ? byNumber : emails.values().stream().findFirst().orElse(null);
  }

  /**
   * The members that the list is to have. Those that stay keep their bytes, and so do those of whom
   * nothing can be said; the order of those that stay is kept too.
   */
  static void write(
      List<Member> wanted, PropertyEdits edits, MemberSource contacts, MemberTarget targets) {
    PropertyBag before = edits.before();
    List<Entry> entries = new ArrayList<>();
    List<Member> missing = new ArrayList<>(wanted);
    for (Entry entry : entries(before)) {
      Member there = member(entry, before, contacts);
      Member match = there == null ? null : find(wanted, there);
      if (there == null) {
        entries.add(entry);
      } else if (match != null) {
        entries.add(stays(there, match) ? entry : entry(match, targets));
        missing.remove(match);
      }
    }
    missing.forEach(m -> entries.add(entry(m, targets)));
    write(entries, edits);
  }

  /** By UID before the address, which may just have passed to another member. */
  private static @Nullable Member find(List<Member> wanted, Member there) {
    Member byUid = null;
    for (Member member : wanted) {
      if (!member.uid().isEmpty() && member.uid().equals(there.uid())) {
        if (member.key().equals(there.key())) { // of a contact with more than one address
          return member;
        }
        byUid = byUid == null ? member : byUid;
      }
    }
    if (byUid != null) {
      return byUid;
    }
    for (Member member : wanted) {
      if (member.key().equals(there.key())
          || !member.address().isEmpty() && member.address().equalsIgnoreCase(there.address())) {
        return member;
      }
    }
    return null;
  }

  /** A contact of the file has its own name, whatever the other side calls it. */
  private static boolean stays(Member there, Member wanted) {
    return !there.uid().isEmpty() && !there.address().isEmpty() || there.equals(wanted);
  }

  private static Entry entry(Member member, MemberTarget targets) {
    MemberTarget.Target target = targets.find(member).orElse(null);
    if (target != null && target.list()) {
      String name = target.properties().text(Tags.DISPLAY_NAME);
      return Entry.of(
          EntryId.wrapped(LIST, target.entryId()), EntryId.oneOff(name, LIST_TYPE, "Unknown"));
    }
    Entry contact = target == null ? null : contact(member, target);
    if (contact != null) {
      return contact;
    }
    String name = member.name();
    Bytes id =
        member.address().isEmpty() && !member.uid().isEmpty()
            ? EntryId.oneOff(name.isEmpty() ? member.uid() : name, UID, member.uid())
            : EntryId.oneOff(name.isEmpty() ? member.address() : name, SMTP, member.address());
    return Entry.of(id, id);
  }

  /** Null if the member has an address that the contact does not have. */
  private static @Nullable Entry contact(Member member, MemberTarget.Target target) {
    Map<EmailSlot, EmailAddress> emails = EmailCodec.read(target.properties());
    EmailSlot slot =
        emails.entrySet().stream()
            .filter(
                e ->
                    member.address().isEmpty()
                        || e.getValue().address().equalsIgnoreCase(member.address()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    if (slot == null && !member.address().isEmpty()) {
      return null;
    }
    EmailAddress email = slot == null ? null : emails.get(slot);
    int kind = CONTACT + NEXT_ADDRESS * (slot == null ? 0 : slot.ordinal());
    String name =
        email == null || email.displayName().isEmpty()
            ? target.properties().text(Tags.DISPLAY_NAME)
            : email.displayName();
    return Entry.of(
        EntryId.wrapped(kind, target.entryId()),
        EntryId.oneOff(name, SMTP, email == null ? "" : email.address()));
  }

  private static void write(List<Entry> entries, PropertyEdits edits) {
    List<Bytes> ids = entries.stream().map(e -> Bytes.of(e.id.toArray())).toList();
    List<Bytes> oneOffs = entries.stream().map(e -> Bytes.of(e.oneOff.toArray())).toList();
    int fitting = fitting(ids, oneOffs);
    ByteArrayOutputStream summed = new ByteArrayOutputStream();
    ids.subList(0, fitting).forEach(id -> summed.writeBytes(id.toArray()));
    edits
        .binaries(MEMBERS, ids.subList(0, fitting))
        .binaries(ONE_OFF_MEMBERS, oneOffs.subList(0, fitting))
        .integer(CHECKSUM, Crc.of(summed.toByteArray()));
    Span stream = edits.before().bytes(STREAM);
    if (fitting < ids.size() || !stream.isEmpty()) {
      edits.bytes(STREAM, MemberStream.parse(stream).encode(ids, oneOffs));
    }
  }

  /** How many of the members fit into the properties that older versions of Outlook read. */
  private static int fitting(List<Bytes> ids, List<Bytes> oneOffs) {
    int idBytes = 0;
    int oneOffBytes = 0;
    for (int i = 0; i < ids.size(); i++) {
      idBytes += ids.get(i).length();
      oneOffBytes += oneOffs.get(i).length();
      if (idBytes > MOST || oneOffBytes > MOST) {
        return i;
      }
    }
    return ids.size();
  }
}
