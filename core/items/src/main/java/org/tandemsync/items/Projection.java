package org.tandemsync.items;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields of each type of item take part. A field that does not take part is never compared,
 * merged or written: it stays as it is on both sides.
 */
public final class Projection {
  /** Every field of every type. */
  public static final Projection EVERYTHING = new Projection(Map.of(), Map.of());

  private final Map<ItemType, Set<String>> excluded;

  /** Fields that Outlook keeps. */
  private final Map<ItemType, Set<String>> kept;

  private Projection(Map<ItemType, Set<String>> excluded, Map<ItemType, Set<String>> kept) {
    this.excluded = excluded;
    this.kept = kept;
  }

  /**
   * This projection with fields of {@code type} that travel outward only as soon as Outlook has
   * something in them: the server may make something else of it, or remove it.
   */
  public Projection keeping(ItemType type, Collection<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    Map<ItemType, Set<String>> more = new EnumMap<>(ItemType.class);
    more.putAll(kept);
    more.put(type, new LinkedHashSet<>(names));
    return new Projection(excluded, more);
  }

  /**
   * An item of the server as far as it is listened to.
   *
   * @param base what the server was last known to hold; what it has then made of that is not heard
   */
  public Item heard(Item base, Item now) {
    Set<String> names = kept.getOrDefault(now.type(), Set.of());
    if (names.isEmpty() || base.type() != now.type()) {
      return now;
    }
    Set<String> unheard = new LinkedHashSet<>(differing(base, Fields.of(base.type()).blank()));
    unheard.retainAll(names);
    return overlay(now, base, unheard);
  }

  /** This projection without the given fields of {@code type}. Unknown names are refused. */
  public Projection without(ItemType type, Collection<String> names) {
    for (String name : names) {
      if (!Fields.of(type).names().contains(name)) {
        throw new IllegalArgumentException(
            "a(n) "
                + type.label()
                + " has no field '"
                + name
                + "'; it has "
                + Fields.of(type).names());
      }
    }
    Map<ItemType, Set<String>> more = new EnumMap<>(ItemType.class);
    more.putAll(excluded);
    Set<String> union = new LinkedHashSet<>(excluded.getOrDefault(type, Set.of()));
    union.addAll(names);
    more.put(type, union);
    return new Projection(more, kept);
  }

  /** The names of the fields of {@code type} that take part, in order. */
  public List<String> fields(ItemType type) {
    Set<String> out = excluded.getOrDefault(type, Set.of());
    return Fields.of(type).names().stream().filter(n -> !out.contains(n)).toList();
  }

  /** Whether anything of such items takes part. */
  public boolean takesPart(ItemType type) {
    return !fields(type).isEmpty();
  }

  /** A text that is equal for equal projections, to notice that options changed. */
  public String fingerprint() {
    return excluded.toString() + (kept.isEmpty() ? "" : " kept: " + kept);
  }

  /**
   * The fields in which two items differ, in order; empty if they are equal as far as this profile
   * is concerned. Items of different types differ in everything.
   */
  public List<String> differing(Item a, Item b) {
    if (a == b) {
      return List.of(); // a new item is the base of both sides
    }
    if (a.type() != b.type()) {
      return fields(a.type());
    }
    return differing(Fields.of(a.type()), a, b);
  }

  private <I extends Item, B> List<String> differing(Fields<I, B> fields, Item a, Item b) {
    I left = fields.cast(a);
    I right = fields.cast(b);
    Set<String> out = excluded.getOrDefault(a.type(), Set.of());
    List<String> names = new ArrayList<>();
    for (Field<I, B, ?> field : fields.all()) {
      if (!out.contains(field.name()) && !field.same(left, right)) {
        names.add(field.name());
      }
    }
    return names;
  }

  /** {@code onto} with the named fields taken from {@code from}; both of one type. */
  public static Item overlay(Item onto, Item from, Collection<String> names) {
    return names.isEmpty() ? onto : overlay(Fields.of(onto.type()), onto, from, names);
  }

  private static <I extends Item, B> Item overlay(
      Fields<I, B> fields, Item onto, Item from, Collection<String> names) {
    return fields.overlay(fields.cast(onto), fields.cast(from), names);
  }

  /** The item with every field that does not take part at its default. */
  public Item visible(Item item) {
    return overlay(
        item, Fields.of(item.type()).blank(), excluded.getOrDefault(item.type(), Set.of()));
  }
}
