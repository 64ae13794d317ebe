package org.tandemsync.mapi;

import java.util.List;

/** A message as MAPI has it: an item of any kind, or an item embedded in another. */
public interface Message {

  PropertyBag properties();

  /** One bag for each recipient. */
  List<PropertyBag> recipients();

  List<AttachedObject> attachments();
}
