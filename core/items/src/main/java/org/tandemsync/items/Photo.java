package org.tandemsync.items;

import org.jspecify.annotations.Nullable;

/**
 * A contact's picture.
 *
 * @param content the encoded picture, not empty
 * @param contentType media type such as "image/jpeg"
 */
public record Photo(Bytes content, String contentType) {
  public Photo {
    if (content.isEmpty()) {
      throw new IllegalArgumentException("a picture has content");
    }
  }

  /**
   * The same picture: what it is called says little, as image/jpg is no registered type, phones
   * call every picture JPEG, and Outlook keeps no type at all.
   */
  static boolean same(@Nullable Photo a, @Nullable Photo b) {
    return a == null || b == null ? a == b : a.content.equals(b.content);
  }
}
