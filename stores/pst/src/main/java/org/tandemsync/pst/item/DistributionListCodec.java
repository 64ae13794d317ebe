package org.tandemsync.pst.item;

import static org.tandemsync.pst.item.Names.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Member;
import org.tandemsync.pst.format.Span;
import org.tandemsync.pst.mapi.EntryId;
import org.tandemsync.pst.mapi.MemberStream;
import org.tandemsync.pst.mapi.Message;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.PropertyName;
import org.tandemsync.pst.mapi.Tags;

/** Distribution lists (IPM.DistList, [MS-OXOCNTC] 2.2.2). */
public final class DistributionListCodec {
  private static final PropertyName NAME = address(0x8053);
  private static final PropertyName MEMBERS = address(0x8055);
  private static final PropertyName ONE_OFF_MEMBERS = address(0x8054);
  private static final PropertyName STREAM = address(0x8064);

  private DistributionListCodec() {}

  /**
   * The list.
   *
   * @param uid what it has unless it carries one of our own
   * @param contacts finds the members that are contacts of the same file
   */
  public static DistributionList read(Message message, String uid, MemberSource contacts) {
    PropertyBag bag = message.properties();
    String own = bag.text(Tags.TANDEM_UID);
    String name = bag.text(NAME);
    return DistributionList.builder()
        .uid(own.isEmpty() ? uid : own)
        .name(name.isEmpty() ? bag.text(Tags.DISPLAY_NAME) : name)
        .fileAs(bag.text(address(0x8005)))
        .nickname(bag.text(Names.tag(0x3A4F)))
        .members(members(bag, contacts))
        .notes(BodyCodec.read(bag))
        .categories(CommonFields.categories(bag))
        .sensitivity(CommonFields.sensitivity(bag))
        .userProperties(CommonFields.userProperties(bag))
        .created(bag.time(Tags.CREATED))
        .modified(bag.time(Tags.MODIFIED))
        .build();
  }

  private static List<Member> members(PropertyBag bag, MemberSource contacts) {
    List<Span> ids = bag.binaries(MEMBERS);
    List<Span> oneOffs = bag.binaries(ONE_OFF_MEMBERS);
    MemberStream stream = MemberStream.parse(bag.bytes(STREAM));
    if (!stream.ids().isEmpty()) {
      ids = stream.ids();
      oneOffs = stream.oneOffs();
    }
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      EntryId id = EntryId.parse(ids.get(i), bag.ansi());
      EntryId beside = i < oneOffs.size() ? EntryId.parse(oneOffs.get(i), bag.ansi()) : id;
      Member member = member(id, beside, contacts);
      if (member != null) {
        members.add(member);
      }
    }
    return members;
  }

  /** A contact as it is now; anybody else as the list remembers them. */
  private static @Nullable Member member(EntryId id, EntryId beside, MemberSource contacts) {
    EntryId.OneOff remembered =
        id instanceof EntryId.OneOff o ? o : beside instanceof EntryId.OneOff o ? o : null;
    String address = remembered == null ? "" : Addresses.smtp(remembered.address());
    String name = remembered == null ? "" : withoutAddress(remembered.name(), address);
    MemberSource.Found contact = contacts.find(id).orElse(null);
    if (contact != null) {
      EmailAddress mail = chosen(ContactCodec.emails(contact.properties()), id, address);
      String current = contact.properties().text(Tags.DISPLAY_NAME);
      return new Member(
          current.isEmpty() ? name : current,
          mail == null ? address : mail.address(),
          contact.uid());
    }
    return name.isEmpty() && address.isEmpty() ? null : new Member(name, address, "");
  }

  /** Outlook shows "Name (address)" and often keeps that as the name. */
  private static String withoutAddress(String name, String address) {
    String behind = " (" + address + ")";
    return !address.isEmpty() && name.endsWith(behind)
        ? name.substring(0, name.length() - behind.length())
        : name;
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
}
