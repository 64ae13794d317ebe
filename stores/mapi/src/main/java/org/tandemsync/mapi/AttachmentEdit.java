package org.tandemsync.mapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes to an attachment, or what a new one is to hold. A file is the binary property {@link
 * Tags#ATTACHMENT_DATA}; an attached message is {@link #embedded()}, for which the file layer sets
 * that property itself.
 */
public final class AttachmentEdit {
  private final PropertyEdits properties;
  private final Optional<AttachedObject> before;
  private @Nullable MessageEdit embedded;

  private AttachmentEdit(PropertyEdits properties, Optional<AttachedObject> before) {
    this.properties = properties;
    this.before = before;
  }

  static AttachmentEdit of(AttachedObject before) {
    return new AttachmentEdit(new PropertyEdits(before.properties()), Optional.of(before));
  }

  static AttachmentEdit ofNew() {
    return new AttachmentEdit(PropertyEdits.ofNew(), Optional.empty());
  }

  public PropertyEdits properties() {
    return properties;
  }

  /** Changes the attached message; one that is not there yet is made. */
  public MessageEdit embedded() {
    MessageEdit edit = embedded;
    if (edit == null) {
      edit =
          before
              .flatMap(AttachedObject::embedded)
              .map(MessageEdit::of)
              .orElseGet(MessageEdit::ofNew);
      embedded = edit;
    }
    return edit;
  }

  /** The changes to the attached message, or empty if it stays as it is or there is none. */
  public Optional<MessageEdit> embeddedChanges() {
    return Optional.ofNullable(embedded);
  }
}
