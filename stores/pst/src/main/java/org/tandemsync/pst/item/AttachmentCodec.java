package org.tandemsync.pst.item;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Bytes;
import org.tandemsync.pst.mapi.AttachedObject;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.Tags;

/** Files and links attached to an item. Attached messages are no files. */
final class AttachmentCodec {
  /** What is larger stays in the data file: an item is held in memory as a whole. */
  static final int MOST = 10 << 20;

  private static final int BY_REFERENCE = 2;
  private static final int BY_REFERENCE_ONLY = 4;
  private static final int BY_WEB_REFERENCE = 7;

  private AttachmentCodec() {}

  static List<Attachment> read(List<AttachedObject> objects) {
    List<Attachment> files = new ArrayList<>();
    for (AttachedObject object : objects) {
      PropertyBag bag = object.properties();
      if (bag.flag(Tags.ATTACHMENT_HIDDEN) || bag.flag(Tags.ATTACHMENT_CONTACT_PHOTO)) {
        continue;
      }
      switch (bag.integer(Tags.ATTACHMENT_METHOD, 0)) {
        case AttachedObject.BY_VALUE -> {
          if (size(bag) <= MOST) {
            files.add(new Attachment(name(bag), type(bag), content(bag), ""));
          }
        }
        case BY_REFERENCE, BY_REFERENCE_ONLY, BY_WEB_REFERENCE ->
            files.add(new Attachment(name(bag), type(bag), Bytes.EMPTY, path(bag)));
        default -> {}
      }
    }
    return files;
  }

  static long size(PropertyBag bag) {
    return bag.find(Tags.ATTACHMENT_DATA).map(p -> p.value().size()).orElse(0L);
  }

  static Bytes content(PropertyBag bag) {
    return Bytes.of(bag.bytes(Tags.ATTACHMENT_DATA).toArray());
  }

  static String name(PropertyBag bag) {
    for (var tag : List.of(Tags.ATTACHMENT_LONG_NAME, Tags.ATTACHMENT_NAME, Tags.DISPLAY_NAME)) {
      String name = bag.text(tag);
      if (!name.isBlank()) {
        return name;
      }
    }
    return "";
  }

  private static String type(PropertyBag bag) {
    return bag.text(Tags.ATTACHMENT_MEDIA_TYPE);
  }

  private static String path(PropertyBag bag) {
    String path = bag.text(Tags.ATTACHMENT_PATH);
    return path.isEmpty() ? name(bag) : path;
  }
}
