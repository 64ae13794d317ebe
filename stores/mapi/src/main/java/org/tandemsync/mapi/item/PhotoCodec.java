package org.tandemsync.mapi.item;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Photo;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.Tags;

/** The picture of a contact, which is an attachment ([MS-OXOCNTC] 2.2.1.8.3). */
final class PhotoCodec {
  private static final String NAME = "ContactPicture.jpg";

  /** PidLidHasPicture. */
  private static final PropertyName HAS_PICTURE = Names.address(0x8015);

  private PhotoCodec() {}

  static @Nullable Photo read(List<AttachedObject> attachments) {
    List<Integer> positions = positions(attachments);
    if (positions.isEmpty()) {
      return null;
    }
    Bytes content = AttachmentCodec.content(attachments.get(positions.getFirst()).properties());
    return new Photo(content, mediaType(content.toArray()));
  }

  /** Where the pictures are that can be read; the first is the one that is shown. */
  private static List<Integer> positions(List<AttachedObject> attachments) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < attachments.size(); i++) {
      PropertyBag bag = attachments.get(i).properties();
      boolean byValue = bag.integer(Tags.ATTACHMENT_METHOD, 0) == AttachedObject.BY_VALUE;
      long size = AttachmentCodec.size(bag);
      if (isPicture(bag) && byValue && size > 0 && size <= AttachmentCodec.MOST) {
        positions.add(i);
      }
    }
    return positions;
  }

  static boolean isPicture(PropertyBag attachment) {
    return attachment.flag(Tags.ATTACHMENT_CONTACT_PHOTO)
        || AttachmentCodec.name(attachment).equalsIgnoreCase(NAME);
  }

  /** Replaces, adds or removes the picture. */
  static void write(@Nullable Photo wanted, MessageEdit edit) {
    List<AttachedObject> attachments = edit.before().attachments();
    Photo there = read(attachments);
    edit.properties().flag(HAS_PICTURE, wanted != null);
    if (wanted == null) {
      positions(attachments).forEach(edit::removeAttachment);
    } else if (there == null) {
      write(wanted, edit.addAttachment().properties());
    } else if (!there.content().equals(wanted.content())) {
      write(wanted, edit.attachment(positions(attachments).getFirst()).properties());
    }
  }

  private static void write(Photo photo, PropertyEdits edits) {
    edits
        .integer(Tags.ATTACHMENT_METHOD, AttachedObject.BY_VALUE)
        .bytes(Tags.ATTACHMENT_DATA, photo.content())
        .text(Tags.ATTACHMENT_LONG_NAME, NAME)
        .text(Tags.ATTACHMENT_NAME, NAME)
        .text(Tags.DISPLAY_NAME, NAME)
        .text(Tags.ATTACHMENT_EXTENSION, ".jpg")
        .integer(Tags.ATTACHMENT_FLAGS, 0)
        .integer(Tags.ATTACHMENT_KIND, 0)
        .integer(Tags.ATTACHMENT_LINK_ID, 0)
        .flag(Tags.ATTACHMENT_HIDDEN, false)
        .flag(Tags.ATTACHMENT_CONTACT_PHOTO, true);
  }

  /** By the first bytes: Outlook calls every picture .jpg. */
  private static String mediaType(byte[] content) {
    if (startsWith(content, 0x89, 'P', 'N', 'G')) {
      return "image/png";
    }
    if (startsWith(content, 'G', 'I', 'F', '8')) {
      return "image/gif";
    }
    if (startsWith(content, 'B', 'M')) {
      return "image/bmp";
    }
    return startsWith(content, 'R', 'I', 'F', 'F') ? "image/webp" : "image/jpeg";
  }

  private static boolean startsWith(byte[] content, int... prefix) {
    if (content.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((content[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
