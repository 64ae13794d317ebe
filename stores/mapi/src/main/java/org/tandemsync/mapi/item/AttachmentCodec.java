package org.tandemsync.mapi.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.Tags;

/** Files and links attached to an item. Attached messages are no files. */
final class AttachmentCodec {
  /** What is larger stays in the data file: an item is held in memory as a whole. */
  static final int MOST = 10 << 20;

  private static final int BY_REFERENCE = 2;
  private static final int BY_REFERENCE_ONLY = 4;
  private static final int BY_WEB_REFERENCE = 7;

  private AttachmentCodec() {}

  static List<Attachment> read(List<AttachedObject> objects) {
    return List.copyOf(positions(objects).values());
  }

  /** The files and links by their positions among all attached objects. */
  private static SortedMap<Integer, Attachment> positions(List<AttachedObject> objects) {
    SortedMap<Integer, Attachment> files = new TreeMap<>();
    for (int i = 0; i < objects.size(); i++) {
      PropertyBag bag = objects.get(i).properties();
      if (bag.flag(Tags.ATTACHMENT_HIDDEN) || bag.flag(Tags.ATTACHMENT_CONTACT_PHOTO)) {
        continue;
      }
      switch (bag.integer(Tags.ATTACHMENT_METHOD, 0)) {
        case AttachedObject.BY_VALUE -> {
          if (size(bag) <= MOST) {
            files.put(i, new Attachment(name(bag), type(bag), content(bag), ""));
          }
        }
        case BY_REFERENCE, BY_REFERENCE_ONLY, BY_WEB_REFERENCE ->
            files.put(i, new Attachment(name(bag), type(bag), Bytes.EMPTY, path(bag)));
        default -> {}
      }
    }
    return files;
  }

  /**
   * The files and links that an item is to have. One that it has already stays as it is, byte by
   * byte; one of the same content under another name is renamed. Hidden and too large attachments,
   * attached messages and the picture of a contact stay. What stands for a file whose bytes were
   * left out adds nothing.
   */
  static void write(List<Attachment> wanted, MessageEdit edit) {
    SortedMap<Integer, Attachment> old = positions(edit.before().attachments());
    List<Attachment> missing = new ArrayList<>(wanted);
    missing.removeIf(file -> take(old, file::equals).isPresent());
    missing.removeIf(file -> take(old, file::sameAs).isPresent());
    for (Attachment file : missing) {
      Optional<Integer> renamed = take(old, a -> sameContent(a, file));
      if (renamed.isPresent()) {
        writeNames(file, edit.attachment(renamed.get()).properties());
      } else if (!file.isLeftOut()) {
        writeNames(file, added(file, edit.addAttachment().properties()));
      }
    }
    old.keySet().forEach(edit::removeAttachment);
  }

  /** Takes the first that fits out, and says where it was. */
  private static Optional<Integer> take(
      SortedMap<Integer, Attachment> from, Predicate<Attachment> fits) {
    for (Map.Entry<Integer, Attachment> entry : from.entrySet()) {
      if (fits.test(entry.getValue())) {
        from.remove(entry.getKey());
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  private static boolean sameContent(Attachment a, Attachment b) {
    return a.isLeftOut() || b.isLeftOut()
        ? a.leftOut().uri().equals(b.leftOut().uri())
        : a.content().equals(b.content()) && a.uri().equals(b.uri());
  }

  private static PropertyEdits added(Attachment file, PropertyEdits edits) {
    if (file.uri().isEmpty()) {
      edits
          .integer(Tags.ATTACHMENT_METHOD, AttachedObject.BY_VALUE)
          .bytes(Tags.ATTACHMENT_DATA, file.content());
    } else {
      boolean web = file.uri().toLowerCase(Locale.ROOT).startsWith("http");
      edits
          .integer(Tags.ATTACHMENT_METHOD, web ? BY_WEB_REFERENCE : BY_REFERENCE)
          .text(Tags.ATTACHMENT_PATH, file.uri());
    }
    return edits
        .integer(Tags.ATTACHMENT_FLAGS, 0)
        .integer(Tags.ATTACHMENT_KIND, 0)
        .integer(Tags.ATTACHMENT_LINK_ID, 0)
        .flag(Tags.ATTACHMENT_HIDDEN, false)
        .flag(Tags.ATTACHMENT_CONTACT_PHOTO, false);
  }

  private static void writeNames(Attachment file, PropertyEdits edits) {
    int dot = file.name().lastIndexOf('.');
    if (!file.contentType().isEmpty()) {
      edits.text(Tags.ATTACHMENT_MEDIA_TYPE, file.contentType());
    }
    edits
        .text(Tags.ATTACHMENT_LONG_NAME, file.name())
        .text(Tags.ATTACHMENT_NAME, file.name())
        .text(Tags.DISPLAY_NAME, file.name())
        .text(Tags.ATTACHMENT_EXTENSION, dot < 0 ? "" : file.name().substring(dot));
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
