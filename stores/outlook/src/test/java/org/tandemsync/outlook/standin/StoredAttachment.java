package org.tandemsync.outlook.standin;

import org.tandemsync.items.Bytes;

/** A file that is attached to an item. */
record StoredAttachment(String fileName, Bytes content, Values values) {
  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof StoredAttachment a
        && a.fileName.equals(fileName)
        && a.content.equals(content)
        && a.values.all().equals(values.all());
  }

  @Override
  public int hashCode() {
    return fileName.hashCode();
  }

  StoredAttachment copy() {
    return new StoredAttachment(fileName, content, values.copy());
  }
}
