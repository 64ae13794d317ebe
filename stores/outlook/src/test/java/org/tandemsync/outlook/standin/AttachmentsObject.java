package org.tandemsync.outlook.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** The attachments of an open item. A file comes from the disk and goes there. */
final class AttachmentsObject extends ListObject {
  private static final String DATA = "tag:3701";

  private final StoredItem item;
  private final Runnable edited;

  AttachmentsObject(StandIn outlook, StoredItem item, Runnable edited) {
    super(
        outlook,
        "Attachments",
        () ->
            IntStream.range(0, item.attachments().size())
                .mapToObj(i -> new AttachmentObject(outlook, item, i, edited))
                .toList(),
        _ -> "");
    this.item = item;
    this.edited = edited;
  }

  @Override
  Variant call(String method, List<Variant> arguments) {
    return switch (method) {
      case "Add" -> add(Path.of(text(arguments.getFirst())));
      case "Remove" -> {
        item.attachments().remove(position(arguments.getFirst()));
        edited.run();
        yield Variant.NOTHING;
      }
      default -> super.call(method, arguments);
    };
  }

  /** The picture of a contact is an attachment with a name of its own ([MS-OXOCNTC] 2.2.1.8). */
  void addPicture(String path) {
    StoredAttachment picture = attachment(Path.of(path), "ContactPicture.jpg");
    picture.values().put("tag:7FFF", Variant.of(true));
    item.attachments().add(picture);
    edited.run();
  }

  private StoredAttachment attachment(Path file, String name) {
    try {
      Values values = new Values();
      Bytes content = Bytes.of(Files.readAllBytes(file));
      int dot = name.lastIndexOf('.');
      values.put(DATA, Variant.of(content));
      values.put("tag:3705", Variant.of(1));
      values.put("tag:3707", Variant.of(name));
      values.put("tag:3704", Variant.of(name));
      values.put("tag:3001", Variant.of(name));
      values.put("tag:3703", dot < 0 ? null : Variant.of(name.substring(dot)));
      values.put("tag:0E20", Variant.of(content.length()));
      values.put("tag:7FFE", Variant.of(false));
      return new StoredAttachment(name, content, values);
    } catch (IOException e) {
      throw failure(HResult.E_INVALIDARG, "Add", "Cannot find this file.");
    }
  }

  private Variant add(Path file) {
    try {
      if (!Files.isReadable(file)) {
        throw new IOException();
      }
      item.attachments().add(attachment(file, file.getFileName().toString()));
    } catch (IOException e) {
      throw failure(HResult.E_INVALIDARG, "Add", "Cannot find this file.");
    }
    edited.run();
    return reference(new AttachmentObject(outlook, item, item.attachments().size() - 1, edited));
  }

  private static final class AttachmentObject extends StandInObject {
    private final StoredItem item;
    private final int position;
    private final Runnable edited;

    AttachmentObject(StandIn outlook, StoredItem item, int position, Runnable edited) {
      super(outlook);
      this.item = item;
      this.position = position;
      this.edited = edited;
    }

    @Override
    String type() {
      return "Attachment";
    }

    @Override
    Variant get(String name) {
      StoredAttachment attachment = item.attachments().get(position);
      return switch (name) {
        case "FileName", "DisplayName" -> Variant.of(attachment.fileName());
        case "Index" -> Variant.of(position + 1);
        case "Size" -> Variant.of(attachment.content().length());
        case "Type" -> Variant.of(1);
        case "PathName" -> Variant.of("");
        case "PropertyAccessor" ->
            reference(new PropertyAccessorObject(outlook, attachment.values(), edited));
        default -> throw unsupported(name);
      };
    }

    @Override
    Variant call(String name, List<Variant> arguments) {
      switch (name) {
        case "SaveAsFile" -> {
          try {
            Files.write(
                Path.of(text(arguments.getFirst())),
                item.attachments().get(position).content().toArray());
          } catch (IOException e) {
            throw failure(HResult.E_ACCESSDENIED, name, "Cannot write this file.");
          }
        }
        case "Delete" -> {
          item.attachments().remove(position);
          edited.run();
        }
        default -> throw unsupported(name);
      }
      return Variant.NOTHING;
    }
  }
}
