package org.tandemsync.outlook.message;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.sync.Revision;

/**
 * An item of Outlook as it was read.
 *
 * @param revision null if Outlook did not say
 * @param parent the entry id of its folder, empty if Outlook did not say
 */
public record OutlookMessage(
    PropertyBag properties,
    List<PropertyBag> recipients,
    List<AttachedObject> attachments,
    @Nullable Revision revision,
    Bytes parent)
    implements Message {

  /**
   * An attachment, or the message of a changed occurrence.
   *
   * @param index of Outlook's attachments, from 1; 0 of an occurrence, which is none of them
   */
  record Attached(PropertyBag properties, Optional<Message> embedded, int index)
      implements AttachedObject {}
}
