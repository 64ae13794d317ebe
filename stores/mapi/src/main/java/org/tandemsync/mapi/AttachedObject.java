package org.tandemsync.mapi;

import java.util.Optional;

/** An attachment: a file, a link, or another message. */
public interface AttachedObject {
  /** PidTagAttachMethod: a file. */
  int BY_VALUE = 1;

  /** PidTagAttachMethod: another message. */
  int EMBEDDED = 5;

  /** PidTagAttachMethod: an OLE object. */
  int OLE = 6;

  PropertyBag properties();

  /** The message that is attached, if it is one. */
  Optional<Message> embedded();
}
