package org.tandemsync.outlook.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.AttachmentEdit;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.Attachment;
import org.tandemsync.outlook.model.Attachments;
import org.tandemsync.outlook.model.ContactItem;
import org.tandemsync.outlook.model.OlAttachmentType;
import org.tandemsync.outlook.model.OutlookItem;
import org.tandemsync.outlook.model.PropertyAccessor;

/**
 * Files and the picture of a contact. Outlook takes them from files, which are gone again when it
 * has them. It attaches no links, and changed occurrences are none of its attachments.
 */
final class AttachmentChanges {
  private final OutlookItem item;
  private final TreeSet<Integer> removed = new TreeSet<>();
  private final List<PropertyBag> added = new ArrayList<>();
  private boolean withoutPicture;

  private AttachmentChanges(OutlookItem item, MessageEdit edit) {
    this.item = item;
    List<AttachedObject> after = EditedMessage.of(edit).attachments();
    List<AttachedObject> before = edit.before().attachments();
    int kept = 0;
    for (int i = 0; i < before.size(); i++) {
      boolean file = before.get(i) instanceof OutlookMessage.Attached a && a.index() > 0;
      if (edit.removedAttachments().contains(i)) {
        remove(file, before.get(i));
      } else {
        AttachmentEdit changed = edit.changedAttachments().get(i);
        if (file && changed != null && !changed.properties().changes().isEmpty()) {
          remove(true, before.get(i));
          added.add(after.get(kept).properties());
        }
        kept++;
      }
    }
    for (AttachedObject one : after.subList(kept, after.size())) {
      if (one.properties().integer(Tags.ATTACHMENT_METHOD, 0) == AttachedObject.BY_VALUE) {
        added.add(one.properties());
      }
    }
  }

  private void remove(boolean file, AttachedObject attached) {
    if (item instanceof ContactItem && attached.properties().flag(Tags.ATTACHMENT_CONTACT_PHOTO)) {
      withoutPicture = true;
    } else if (file && attached instanceof OutlookMessage.Attached a) {
      removed.add(a.index());
    }
  }

  static void apply(OutlookItem item, MessageEdit edit) {
    AttachmentChanges changes = new AttachmentChanges(item, edit);
    if (changes.withoutPicture && item instanceof ContactItem contact) {
      contact.removePicture();
    }
    if (!changes.removed.isEmpty() || !changes.added.isEmpty()) {
      changes.carryOut();
    }
  }

  private void carryOut() {
    try (Attachments attachments = item.attachments()) {
      removed.descendingSet().forEach(attachments::remove);
      for (PropertyBag file : added) {
        boolean picture = file.flag(Tags.ATTACHMENT_CONTACT_PHOTO);
        if (picture && item instanceof ContactItem contact) {
          byFile(file, contact::addPicture);
        } else {
          byFile(file, path -> add(attachments, path, file));
        }
      }
    }
  }

  private static void add(Attachments attachments, String path, PropertyBag file) {
    try (Attachment attachment = attachments.add(path, OlAttachmentType.olByValue);
        PropertyAccessor mapi = attachment.propertyAccessor()) {
      Map<String, Variant> names = new LinkedHashMap<>();
      for (PropertyTag tag :
          List.of(
              Tags.ATTACHMENT_LONG_NAME,
              Tags.DISPLAY_NAME,
              Tags.ATTACHMENT_EXTENSION,
              Tags.ATTACHMENT_MEDIA_TYPE)) {
        String text = file.text(tag);
        if (!text.isEmpty()) {
          names.put(AskedProperty.name(tag, 0x1F).schema(), Variant.of(text));
        }
      }
      MessageChange.set(mapi, names);
    }
  }

  private static void byFile(PropertyBag file, Consumer<String> use) {
    try {
      Path folder = Files.createTempDirectory("tandem");
      Path path = folder.resolve(fileName(file));
      try {
        Files.write(path, Bytes.of(file.bytes(Tags.ATTACHMENT_DATA).toArray()).toArray());
        use.accept(path.toString());
      } finally {
        Files.deleteIfExists(path);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An attachment cannot be handed over by a temporary file", e);
    }
  }

  /** A name that every file system takes; the real one follows as a property. */
  private static String fileName(PropertyBag file) {
    String name =
        file.text(Tags.ATTACHMENT_LONG_NAME).replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip();
    String fitting = name.length() > 60 ? name.substring(name.length() - 60) : name;
    return fitting.matches("[. ]*") ? "attachment" : fitting.replaceAll("[. ]+$", "_");
  }
}
