package org.tandemsync.mapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a message is after its changes, before they are in a file. */
public final class EditedMessage {
  private EditedMessage() {}

  public static Message of(MessageEdit edit) {
    PropertyBag properties = bag(edit.properties());
    List<PropertyBag> recipients =
        edit.recipients()
            .map(all -> all.stream().map(EditedMessage::bag).toList())
            .orElse(edit.before().recipients());
    List<AttachedObject> attachments = new ArrayList<>();
    List<AttachedObject> before = edit.before().attachments();
    for (int i = 0; i < before.size(); i++) {
      if (!edit.removedAttachments().contains(i)) {
        AttachmentEdit changed = edit.changedAttachments().get(i);
        attachments.add(
            changed == null ? before.get(i) : attachment(changed, before.get(i).embedded()));
      }
    }
    edit.newAttachments().forEach(a -> attachments.add(attachment(a, Optional.empty())));
    return new Edited(properties, recipients, attachments);
  }

  private static AttachedObject attachment(AttachmentEdit edit, Optional<Message> before) {
    return new EditedAttachment(
        bag(edit.properties()), edit.embeddedChanges().map(EditedMessage::of).or(() -> before));
  }

  private static PropertyBag bag(PropertyEdits edits) {
    PropertyBag before = edits.before();
    List<PropertyName> named = new ArrayList<>();
    for (PropertyKey key : edits.changes().keySet()) {
      if (key instanceof PropertyName name) {
        named.add(name);
      }
    }
    NameMap names = before.names().with(named);
    Map<Integer, RawProperty> after = new LinkedHashMap<>(before.raw());
    edits
        .changes()
        .forEach(
            (key, value) -> {
              int id = names.id(key).orElseThrow();
              after.remove(id);
              value.ifPresent(
                  v ->
                      after.put(
                          id,
                          new RawProperty(
                              id, v.type(), DataSource.of(Span.of(v.bytes().toArray())))));
            });
    return new PropertyBag(after.values(), names, before.ansi());
  }

  private record Edited(
      PropertyBag properties, List<PropertyBag> recipients, List<AttachedObject> attachments)
      implements Message {}

  private record EditedAttachment(PropertyBag properties, Optional<Message> embedded)
      implements AttachedObject {}
}
