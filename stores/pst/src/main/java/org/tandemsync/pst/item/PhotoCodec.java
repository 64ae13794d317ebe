package org.tandemsync.pst.item;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Photo;
import org.tandemsync.pst.mapi.AttachedObject;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.Tags;

/** The picture of a contact, which is an attachment ([MS-OXOCNTC] 2.2.1.8.3). */
final class PhotoCodec {
  private static final String NAME = "ContactPicture.jpg";

  private PhotoCodec() {}

  static @Nullable Photo read(List<AttachedObject> attachments) {
    for (AttachedObject object : attachments) {
      PropertyBag bag = object.properties();
      boolean picture =
          bag.flag(Tags.ATTACHMENT_CONTACT_PHOTO)
              || AttachmentCodec.name(bag).equalsIgnoreCase(NAME);
      boolean byValue = bag.integer(Tags.ATTACHMENT_METHOD, 0) == AttachedObject.BY_VALUE;
      if (picture && byValue && AttachmentCodec.size(bag) <= AttachmentCodec.MOST) {
        Bytes content = AttachmentCodec.content(bag);
        if (!content.isEmpty()) {
          return new Photo(content, mediaType(content.toArray()));
        }
      }
    }
    return null;
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
