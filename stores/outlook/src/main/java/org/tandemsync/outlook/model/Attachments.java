package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The attachments of an item, counted from 1. */
public final class Attachments extends OutlookObject {
  public Attachments(Dispatch dispatch) {
    super(dispatch);
  }

  public Attachment add(String source) {
    return new Attachment(object(call("Add", Variant.of(source))));
  }

  public Attachment add(String source, OlAttachmentType type) {
    return new Attachment(object(call("Add", Variant.of(source), Variant.of(type.value()))));
  }

  public Attachment add(String source, OlAttachmentType type, int position, String displayName) {
    return new Attachment(
        object(
            call(
                "Add",
                Variant.of(source),
                Variant.of(type.value()),
                Variant.of(position),
                Variant.of(displayName))));
  }

  public int count() {
    return integer(get("Count"));
  }

  public Attachment item(int index) {
    return new Attachment(object(call("Item", Variant.of(index))));
  }

  public void remove(int index) {
    call("Remove", Variant.of(index));
  }
}
