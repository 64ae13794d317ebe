package org.tandemsync.convert.card;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Photo;

/**
 * PHOTO: the first one that is in the card itself. One that only says where the picture is stays as
 * it is: loading it is for a store, which has accounts and limits.
 */
final class PhotoProperty implements CardProperty<Contact, Contact.Builder> {
  private static final String NAME = "PHOTO";
  private static final String IMAGE = "image/";

  @Override
  public Set<String> fields() {
    return Set.of("photo");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    Embedded embedded = embedded(card);
    into.photo(embedded == null ? null : embedded.photo());
    for (ContentLine other : card.lines(NAME)) {
      if ((embedded == null || other != embedded.line()) && !other.value().isBlank()) {
        LossKind kind =
            Binary.isReference(other) ? LossKind.PHOTO_ELSEWHERE : LossKind.PHOTO_NOT_SHOWN;
        losses.accept(new Loss(kind, "photo", Evidence.of(other)));
      }
    }
  }

  /** A picture and its line: decoding it twice would cost more than all other properties. */
  private record Embedded(ContentLine line, Photo photo) {}

  private static @Nullable Embedded embedded(Card card) {
    for (ContentLine line : card.lines(NAME)) {
      Photo photo = photo(line);
      if (photo != null) {
        return new Embedded(line, photo);
      }
    }
    return null;
  }

  private static @Nullable Photo photo(ContentLine line) {
    Binary binary = Binary.of(line);
    return binary == null ? null : new Photo(binary.content(), contentType(binary));
  }

  private static String contentType(Binary binary) {
    String said = binary.mediaType();
    if (said.isEmpty()) {
      return sniffed(binary.content());
    }
    return said.contains("/") ? said : IMAGE + (said.equals("jpg") ? "jpeg" : said);
  }

  private static String sniffed(Bytes content) {
    String start = content.toString(); // hexadecimal
    if (start.startsWith("89504e47")) {
      return "image/png";
    }
    if (start.startsWith("47494638")) {
      return "image/gif";
    }
    return start.startsWith("52494646") ? "image/webp" : "image/jpeg";
  }

  @Override
  public void write(Contact item, Card card) {
    Photo wanted = item.photo();
    Embedded present = embedded(card);
    if (wanted == null) {
      while (present != null) { // a second picture must not take its place
        card.remove(present.line());
        present = embedded(card);
      }
      return;
    }
    if (present != null && present.photo().content().equals(wanted.content())) {
      return; // whatever it is called, and with its crop
    }
    ContentLine place = present == null ? card.first(NAME) : present.line();
    if (place == null) {
      card.add(written(card, ContentLine.of(NAME, ""), wanted));
    } else {
      // the old picture's crop says nothing about the new one
      ContentLine uncropped = place.withoutParameter("X-ABCROP-RECTANGLE");
      card.replace(place, written(card, uncropped, wanted));
    }
  }

  private static ContentLine written(Card card, ContentLine line, Photo photo) {
    String type = photo.contentType().toLowerCase(Locale.ROOT);
    String word =
        type.startsWith(IMAGE) ? type.substring(IMAGE.length()).toUpperCase(Locale.ROOT) : type;
    return Binary.write(card, line, photo.content(), type, word);
  }
}
