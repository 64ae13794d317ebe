package org.tandemsync.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.AttendeeCopy;
import org.tandemsync.items.Clash;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Field;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Merge;
import org.tandemsync.items.Projection;
import org.tandemsync.items.ShownValue;
import org.tandemsync.items.Task;
import org.tandemsync.items.Views;
import org.tandemsync.items.Withheld;
import org.tandemsync.sync.ItemKind;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Wording;

/**
 * What the engine knows of Outlook's items: their fields, as far as the profile includes them.
 *
 * @param projection the fields that take part
 * @param zones tell whether two clocks show the same instant
 * @param views how items look to the server
 * @param selection which items of Outlook take part
 */
public record ItemsKind(Projection projection, ZoneNames zones, Views views, Selection selection)
    implements ItemKind<Item> {

  /** All items take part and look the same everywhere. */
  public ItemsKind(Projection projection, ZoneNames zones) {
    this(projection, zones, Views.NONE, Selection.ALL);
  }

  /** The clash of an item that is a contact here and a list there. */
  private static final String KIND = "kind";

  private Withheld withheld() {
    return new Withheld(projection, views);
  }

  @Override
  public Set<String> fields(Item like) {
    return new LinkedHashSet<>(projection.fields(like.type()));
  }

  @Override
  public Set<String> differing(Item before, Item now) {
    Withheld withheld = withheld();
    Set<String> fields =
        new LinkedHashSet<>(projection.differing(withheld.plain(before), withheld.plain(now)));
    if (!fields.isEmpty() && !views.isEmpty()) {
      fields.removeAll(views.aside(now));
    }
    return fields;
  }

  @Override
  public Wording<Item> wording() {
    return views.isEmpty() ? Wording.same() : new ItemWording(this);
  }

  @Override
  public Set<String> aside(Item now) {
    return views.aside(now);
  }

  @Override
  public Item written(Item wanted, Item held) {
    return withheld().filled(wanted, held);
  }

  @Override
  public boolean selects(Side side) {
    return !projection.takesPart(ItemType.DISTRIBUTION_LIST) || selection.selects(side);
  }

  @Override
  public boolean includes(Side side, Item item) {
    return projection.takesPart(item.type()) && selection.includes(side, item);
  }

  @Override
  public Optional<LocalDate> joins(Side side, Item item) {
    return projection.takesPart(item.type()) ? selection.joins(side, item) : Optional.empty();
  }

  @Override
  public boolean hasCome(LocalDate day) {
    return selection.hasCome(day);
  }

  @Override
  public boolean letsLeave() {
    return selection.deletes();
  }

  @Override
  public boolean rests(Item base) {
    return !projection.takesPart(base.type());
  }

  @Override
  public Optional<String> leaves(Item base, Item now) {
    return selection.leaves(base, now);
  }

  @Override
  public List<Merged.FieldClash> values(Set<String> fields, Item left, Item right) {
    return Fields.of(left.type()).all().stream()
        .filter(field -> fields.contains(field.name()))
        .map(field -> value(field, left, right))
        .toList();
  }

  private static Merged.FieldClash value(Field<?, ?, ?> field, Item left, Item right) {
    return new Merged.FieldClash(
        field.name(), ShownValue.of(field.of(left)), ShownValue.of(field.of(right)));
  }

  /** An item that became one of another type is taken whole. */
  @Override
  public Item overlay(Item onto, Item from, Set<String> fields) {
    return onto.type() == from.type() ? Projection.overlay(onto, from, fields) : from;
  }

  @Override
  public Item blank(Item like) {
    return Fields.of(like.type()).blank();
  }

  @Override
  public Merged<Item> merge(
      Item leftBase, Item left, Item rightBase, Item right, @Nullable Side winner) {
    if (left.type() != right.type()) {
      // A contact and a list do not merge; nobody but a person can tell which of them it is.
      return new Merged<>(
          left,
          right,
          Set.of(),
          Set.of(),
          Set.of(),
          List.of(new Merged.FieldClash(KIND, left.type().label(), right.type().label())));
    }
    Withheld withheld = withheld();
    Merge merge =
        Merge.of(
            projection,
            withheld.plain(base(leftBase, left)),
            withheld.plain(left),
            withheld.plain(base(rightBase, right)),
            withheld.plain(right),
            of(winner));
    return new Merged<>(
        withheld.filled(merge.left(), left),
        withheld.filled(merge.right(), right),
        merge.toLeft(),
        merge.toRight(),
        merge.agreed(),
        merge.clashes().stream().map(ItemsKind::shown).toList());
  }

  private Item base(Item base, Item now) {
    return base.type() == now.type() ? base : blank(now);
  }

  private static Merge.Winner of(@Nullable Side winner) {
    return switch (winner) {
      case null -> Merge.Winner.NOBODY;
      case LEFT -> Merge.Winner.LEFT;
      case RIGHT -> Merge.Winner.RIGHT;
    };
  }

  private static Merged.FieldClash shown(Clash clash) {
    return new Merged.FieldClash(
        clash.field(), ShownValue.of(clash.left()), ShownValue.of(clash.right()));
  }

  /**
   * On a server that no longer has our own mark in an item, something drops what it does not know.
   * Fields that are empty there now and travel in such properties were not removed by anybody, as
   * far as we can tell. {@link Formatting} of the same words is kept in any case, and what Outlook
   * keeps is not heard of either.
   */
  @Override
  public Item stillHeld(Side side, Item base, Replica<Item> read) {
    Item formatted = Formatting.kept(base, read.item());
    Item now = side == Side.LEFT ? formatted : projection.heard(base, formatted);
    if (side == Side.LEFT || read.stamp() != null || base.type() != now.type()) {
      return now;
    }
    Item blank = Fields.of(now.type()).blank();
    Set<String> dropped = new LinkedHashSet<>(projection.differing(base, now));
    dropped.retainAll(ExtensionFields.of(now.type()));
    dropped.removeAll(projection.differing(now, blank));
    return Projection.overlay(now, base, dropped);
  }

  /** What an attendee changes of the organizer's part of a meeting stays in Outlook. */
  @Override
  public Replica<Item> permitted(Side side, Item base, Replica<Item> read) {
    if (side == Side.RIGHT || !AttendeeCopy.is(base, read.item())) {
      return read;
    }
    AttendeeCopy.Permitted permitted = AttendeeCopy.of(base, read.item());
    List<Lost> losses = new ArrayList<>(read.losses());
    for (String field : permitted.withheld()) {
      losses.add(
          new Lost(
              LossKind.ORGANIZERS_PART.number(),
              field,
              "the meeting is somebody else's: what you changed here is in Outlook only"));
    }
    return read.with(permitted.item(), losses);
  }

  @Override
  public Item visible(Item item) {
    Item visible = withheld().plain(projection.visible(item));
    Set<String> aside = views.aside(item);
    return aside.isEmpty()
        ? visible
        : Projection.overlay(visible, Fields.of(item.type()).blank(), aside);
  }

  @Override
  public Optional<String> uid(Item item) {
    return item.uid().isEmpty() ? Optional.empty() : Optional.of(item.uid());
  }

  @Override
  public Item withUid(Item item, String uid) {
    return item.uid().equals(uid) ? item : item.withUid(uid);
  }

  @Override
  public Optional<String> contentKey(Item item) {
    return new ContentKey(zones).of(item);
  }

  @Override
  public Set<String> signs(Item item) {
    return new Signs(new ContentKey(zones)).of(item);
  }

  @Override
  public boolean isRare(String sign) {
    return Signs.isRare(sign);
  }

  /** A series and a single appointment do not become one, nor a contact and a list. */
  @Override
  public boolean mayBeOne(Item left, Item right) {
    return left.type() == right.type() && isSeries(left) == isSeries(right);
  }

  private static boolean isSeries(Item item) {
    return switch (item) {
      case Appointment appointment -> appointment.recurrence() != null;
      case Task task -> task.recurrence() != null;
      case Contact _ -> false;
      case DistributionList _ -> false;
    };
  }

  /** What is none of the fields ("uid") always takes part. */
  @Override
  public boolean takesPart(String field) {
    return Arrays.stream(ItemType.values())
        .filter(type -> Fields.of(type).names().contains(field))
        .allMatch(type -> projection.fields(type).contains(field));
  }

  @Override
  public boolean namesOthers(Item item) {
    return item instanceof DistributionList;
  }

  @Override
  public String title(Item item) {
    String title = item instanceof Contact c ? c.displayName() : item.title();
    return title.isBlank()
        ? item.type() == ItemType.APPOINTMENT || item.type() == ItemType.TASK
            ? "(no subject)"
            : "(no name)"
        : title.strip().replaceAll("\\s+", " ");
  }

  @Override
  public Optional<Instant> modified(Item item) {
    return Optional.ofNullable(item.modified());
  }
}
