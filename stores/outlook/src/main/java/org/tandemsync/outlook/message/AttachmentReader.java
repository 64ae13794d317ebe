package org.tandemsync.outlook.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.Tags;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.Attachment;

/**
 * Reads attachments: their content as a property where it comes so, by a file where it is large.
 */
final class AttachmentReader {
  private static final PropertyTag SIZE = new PropertyTag(0x0E20);

  private static final List<AskedProperty> ASKED =
      List.of(
          AskedProperty.of(Tags.ATTACHMENT_METHOD, PropertyValue.INTEGER),
          AskedProperty.of(Tags.ATTACHMENT_LONG_NAME, PropertyValue.TEXT),
          AskedProperty.of(Tags.ATTACHMENT_NAME, PropertyValue.TEXT),
          AskedProperty.of(Tags.DISPLAY_NAME, PropertyValue.TEXT),
          AskedProperty.of(Tags.ATTACHMENT_EXTENSION, PropertyValue.TEXT),
          AskedProperty.of(Tags.ATTACHMENT_MEDIA_TYPE, PropertyValue.TEXT),
          AskedProperty.of(Tags.ATTACHMENT_PATH, PropertyValue.TEXT),
          AskedProperty.of(Tags.ATTACHMENT_HIDDEN, PropertyValue.FLAG),
          AskedProperty.of(Tags.ATTACHMENT_CONTACT_PHOTO, PropertyValue.FLAG),
          AskedProperty.of(SIZE, PropertyValue.INTEGER));

  private static final AskedProperty DATA =
      AskedProperty.of(Tags.ATTACHMENT_DATA, PropertyValue.BINARY);

  private AttachmentReader() {}

  static AttachedObject read(Attachment attachment, int index) {
    Map<PropertyKey, PropertyValue> values = new LinkedHashMap<>();
    try (var mapi = attachment.propertyAccessor()) {
      PropertyBag told = MessageReader.bag(mapi, ASKED);
      ASKED.forEach(
          asked ->
              told.find(asked.key())
                  .ifPresent(
                      raw ->
                          values.put(
                              asked.key(),
                              new PropertyValue(
                                  raw.type(),
                                  Bytes.of(raw.value().all(PropertyBag.MOST).toArray())))));
      boolean file = told.integer(Tags.ATTACHMENT_METHOD, 0) == AttachedObject.BY_VALUE;
      if (file && told.integer(SIZE, 0) <= PropertyBag.MOST) {
        values.put(Tags.ATTACHMENT_DATA, PropertyValue.binary(content(attachment, mapi)));
      }
    }
    return new OutlookMessage.Attached(MapiVariants.bag(values), Optional.empty(), index);
  }

  private static Bytes content(
      Attachment attachment, org.tandemsync.outlook.model.PropertyAccessor mapi) {
    List<Variant> answer = mapi.getProperties(List.of(DATA.name().schema()));
    if (!answer.isEmpty() && answer.getFirst() instanceof Variant.Binary(Bytes content)) {
      return content;
    }
    if (!answer.isEmpty()
        && answer.getFirst() instanceof Variant.Failure(HResult error)
        && error.equals(HResult.MAPI_E_NOT_FOUND)) {
      return Bytes.EMPTY;
    }
    return byFile(attachment);
  }

  /** Outlook writes the file; it is gone again when it was read. */
  private static Bytes byFile(Attachment attachment) {
    try {
      Path folder = Files.createTempDirectory("tandem");
      Path file = folder.resolve("attachment");
      try {
        attachment.saveAsFile(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
          return Bytes.of(in.readNBytes(PropertyBag.MOST));
        }
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An attachment cannot be read by a temporary file", e);
    }
  }
}
