package org.tandemsync.items;

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
}
