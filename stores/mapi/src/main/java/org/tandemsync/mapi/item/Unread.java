package org.tandemsync.mapi.item;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.UserFields;

/** What a message holds and the codecs leave in it. */
public final class Unread {
  private static final int LONGEST = 80;
  private static final int MEGABYTE = 1 << 20;

  /** PtypString and PtypString8. */
  private static final int TEXT = 0x1F;

  private static final int ANSI_TEXT = 0x1E;

  private final PropertyBag bag;
  private final List<Loss> losses = new ArrayList<>();

  private Unread(PropertyBag bag) {
    this.bag = bag;
  }

  /** Everything of an item that a side other than the data file does not get to see. */
  public static List<Loss> of(ItemType type, Message message, MemberSource contacts) {
    Unread unread = new Unread(message.properties());
    switch (type) {
      case APPOINTMENT -> {
        unread.recipients(message.recipients());
        unread.files(message.attachments());
      }
      case TASK -> unread.files(message.attachments());
      case CONTACT -> {
        unread.emails();
        unread.filesOfPeople(message.attachments());
      }
      case DISTRIBUTION_LIST -> {
        unread.members(MemberCodec.unreadable(unread.bag, contacts));
        unread.filesOfPeople(message.attachments());
      }
    }
    unread.userFields();
    return List.copyOf(unread.losses);
  }

  private void lose(LossKind kind, String field, String detail) {
    Loss loss = new Loss(kind, field, detail);
    if (!losses.contains(loss)) {
      losses.add(loss);
    }
  }

  private static String shown(String value) {
    return "'" + (value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...") + "'";
  }

  private void recipients(List<PropertyBag> recipients) {
    for (PropertyBag recipient : recipients) {
      String name = MeetingCodec.person(recipient).name();
      if (!MeetingCodec.isOrganizer(recipient)
          && !name.isBlank()
          && MeetingCodec.person(recipient).address().isEmpty()) {
        noAddress(
            "attendees",
            name,
            recipient.text(Tags.ADDRESS_TYPE),
            recipient.text(Tags.EMAIL_ADDRESS));
      }
    }
  }

  /** "'Ann' ('EX:/O=...') has no mail address". */
  private void noAddress(String field, String name, String type, String address) {
    String technical = address.isBlank() ? "" : shown(type + ":" + address);
    String who = name.isBlank() ? technical : shown(name);
    String beside = name.isBlank() || technical.isEmpty() ? "" : " (" + technical + ")";
    lose(LossKind.NO_MAIL_ADDRESS, field, who + beside + " has no mail address");
  }

  private void emails() {
    EmailCodec.withoutMail(bag)
        .forEach(address -> noAddress("emails", address.name(), address.type(), address.value()));
  }

  private void members(int unreadable) {
    if (unreadable > 0) {
      lose(
          LossKind.MEMBER_NOT_SHOWN,
          "members",
          unreadable + " of the list's members have neither name nor address");
    }
  }

  private void files(List<AttachedObject> objects) {
    for (AttachedObject object : objects) {
      PropertyBag attachment = object.properties();
      if (attachment.flag(Tags.ATTACHMENT_HIDDEN)) {
        continue;
      }
      int method = attachment.integer(Tags.ATTACHMENT_METHOD, 0);
      if (method == AttachedObject.BY_VALUE
          && AttachmentCodec.size(attachment) > AttachmentCodec.MOST) {
        lose(
            LossKind.ATTACHMENT_TOO_LARGE,
            "attachments",
            shown(AttachmentCodec.name(attachment))
                + " has "
                + AttachmentCodec.size(attachment) / MEGABYTE
                + " MB");
      } else if (method == AttachedObject.EMBEDDED || method == AttachedObject.OLE) {
        object(attachment, method == AttachedObject.OLE ? "an OLE object" : "a message");
      }
    }
  }

  private void object(PropertyBag attachment, String what) {
    lose(
        LossKind.OBJECT_NOT_READ,
        "attachments",
        shown(AttachmentCodec.name(attachment)) + " is " + what);
  }

  /** People have a picture, and no field for other files. */
  private void filesOfPeople(List<AttachedObject> objects) {
    for (AttachedObject object : objects) {
      PropertyBag attachment = object.properties();
      if (PhotoCodec.isPicture(attachment)) {
        if (AttachmentCodec.size(attachment) > AttachmentCodec.MOST) {
          lose(
              LossKind.PHOTO_NOT_SHOWN,
              "photo",
              "it has " + AttachmentCodec.size(attachment) / MEGABYTE + " MB");
        }
      } else if (!attachment.flag(Tags.ATTACHMENT_HIDDEN)) {
        object(attachment, "attached to a contact, and address books have no attachments");
      }
    }
  }

  private void userFields() {
    for (String name : UserFields.names(bag.bytes(CommonFields.USER_FIELDS))) {
      PropertyKey key = Names.text(name);
      int kind = bag.find(key).map(RawProperty::type).orElse(TEXT);
      if (kind != TEXT && kind != ANSI_TEXT) {
        lose(LossKind.USER_PROPERTY_NOT_READ, "user-properties", shown(name) + " is no text");
      }
    }
  }
}
