package org.tandemsync.sync;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something of one side that was read and does not take part: an item that the profile's options
 * leave out, or a resource of another kind. As long as it has this revision nobody reads it again;
 * but it can still be the partner of a new item of the other side.
 *
 * @param revision the one that was read
 * @param stamped the link whose stamp it has, or ""
 * @param uid its UID, or ""
 * @param content what a person knows it by when it is put to the other side, or ""
 * @param asIs what a person knows it by on its own side, or ""
 * @param joins the day on which it will take part without having changed, or null
 */
public record PassedOver(
    ItemId id,
    Revision revision,
    String stamped,
    String uid,
    String content,
    String asIs,
    @Nullable LocalDate joins) {

  /** A resource of another kind: nobody's partner. */
  static PassedOver foreign(ItemId id, Revision revision) {
    return new PassedOver(id, revision, "", "", "", "", null);
  }
}
