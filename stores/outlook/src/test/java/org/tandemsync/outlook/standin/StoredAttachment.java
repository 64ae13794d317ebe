package org.tandemsync.outlook.standin;

import org.tandemsync.items.Bytes;

/** A file that is attached to an item. */
record StoredAttachment(String fileName, Bytes content, Values values) {
  StoredAttachment copy() {
    return new StoredAttachment(fileName, content, values.copy());
  }
}
