package org.tandemsync.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Shortfall;

/**
 * How items of one family are written as resources (iCalendar objects, vCards). Stateless and safe
 * for use by many threads.
 */
public interface ResourceLens {

  /**
   * Reads a resource.
   *
   * @param text the whole resource as the server has it
   */
  Reading get(String text);

  /**
   * A new resource that holds the item.
   *
   * @param item with the UID that the resource shall have
   * @param stamp the private mark to leave in it, or empty for none
   */
  String create(Item item, String stamp);

  /**
   * The previous resource with the named fields changed to those of {@code item}. Of all else no
   * byte changes, whether it is mapped or not; with no field named the answer is {@code previous}.
   *
   * @param previous a resource that {@link #get} understands
   * @param fields names as in {@link org.tandemsync.items.Fields}
   * @param stamp the private mark to leave in it
   */
  String update(String previous, Item item, Set<String> fields, String stamp);

  /** {@link #update}, and what the resource shows by it that neither side has seen. */
  default Change change(String previous, Item item, Set<String> fields, String stamp) {
    return new Change(update(previous, item, fields, stamp), null);
  }

  /**
   * A resource that is to be written.
   *
   * @param whole the item with what the resource shows now and was never sent, as a date beside the
   *     rule that Outlook could not hold at another time of day; null if there is nothing of that
   *     kind. Nobody has seen it yet, so no revision may be claimed
   */
  record Change(String text, @Nullable Item whole) {}

  /**
   * A resource that was deleted, with all that it held beside the item; or a new one.
   *
   * @param original what it was, or null if that is not known
   * @param item with the UID that the resource shall have
   */
  default Change again(@Nullable String original, Item item, String stamp) {
    if (original != null && isOneOfSeveral(original, item.uid())) {
      return new Change(original, null);
    }
    if (original == null
        || !(get(original) instanceof Reading.Understood(Item held, String _, List<Loss> _))
        || held.type() != item.type()
        || !held.uid().equals(item.uid())) {
      return new Change(create(item, stamp), null);
    }
    Set<String> fields = new HashSet<>(Projection.EVERYTHING.differing(held, item));
    fields.remove("members"); // who they are stands in other resources
    Change made =
        fields.isEmpty() ? new Change(original, null) : change(original, item, fields, stamp);
    // Without the mark nobody could say later that it was we who made it.
    return made.text().equals(original) ? new Change(marked(original, stamp), null) : made;
  }

  /**
   * Whether a resource is not understood because it holds several items, and one of them has that
   * UID. An earlier version took it for that one alone and deleted all.
   */
  default boolean isOneOfSeveral(String resource, String uid) {
    return false;
  }

  /** The resource with nothing changed but the private mark in it. */
  String marked(String resource, String stamp);

  /**
   * What a resource that was written does not hold of the item. It is read as it would be from the
   * server, so nothing that comes back different is missing here.
   *
   * @param item as it was given to {@link #create} or {@link #update}
   * @param fields the names of those that were written
   * @param written what these answered
   */
  default List<Loss> losses(Item item, Set<String> fields, String written) {
    return switch (get(written)) {
      case Reading.Understood(Item held, String _, List<Loss> reading) -> {
        List<Loss> losses = new ArrayList<>(Shortfall.of(item, held, fields));
        reading.stream()
            .filter(l -> l.kind() == LossKind.ATTACHMENT_TOO_LARGE && fields.contains(l.field()))
            .forEach(losses::add);
        yield losses;
      }
      case Reading.Foreign _, Reading.Broken _ -> List.of();
    };
  }

  /**
   * The media type to send a resource with, with its charset. It depends on what is written, not on
   * the item: a list in an address book of SOGo may be a VLIST or a vCard.
   */
  String mediaType(String resource);

  /** The ending of the name of a new resource with its dot: ".ics", ".vcf". */
  String extension(Item item);

  /** What a resource turned out to be. */
  sealed interface Reading {

    /**
     * An item.
     *
     * @param stamp the private mark in it, or null
     * @param losses what the item cannot hold; it stays in the resource
     */
    record Understood(Item item, @Nullable String stamp, List<Loss> losses) implements Reading {}

    /** A sound resource of another family: a task in a calendar of appointments. */
    record Foreign(String what) implements Reading {}

    /**
     * Not understood.
     *
     * @param title what a person would call the item as far as that can be told, or empty
     * @param reason in plain words, with line number and line
     */
    record Broken(String title, String reason) implements Reading {
      public Broken {
        title = Excerpt.of(title);
        reason = Excerpt.of(reason);
      }
    }
  }
}
