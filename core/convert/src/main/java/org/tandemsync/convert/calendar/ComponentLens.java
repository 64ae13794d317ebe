package org.tandemsync.convert.calendar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.tandemsync.convert.text.Component;
import org.tandemsync.items.Field;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;

/**
 * Reads and writes one component by its list of properties.
 *
 * @param <I> the item
 * @param <B> its builder
 */
final class ComponentLens<I extends Item, B> {
  private final List<CalendarProperty<I, B>> properties;
  private final Map<String, Field<I, B, ?>> fields = new LinkedHashMap<>();
  private final Set<String> mapped;
  private final Function<I, B> toBuilder;
  private final Function<B, I> build;

  ComponentLens(
      List<CalendarProperty<I, B>> properties,
      Fields<I, B> all,
      Function<I, B> toBuilder,
      Function<B, I> build) {
    this.properties = List.copyOf(properties);
    this.toBuilder = toBuilder;
    this.build = build;
    all.all().forEach(f -> fields.put(f.name(), f));
    for (CalendarProperty<I, B> property : properties) {
      if (!fields.keySet().containsAll(property.fields())) {
        throw new IllegalArgumentException("unknown fields " + property.fields());
      }
    }
    Set<String> names = new LinkedHashSet<>();
    properties.forEach(p -> names.addAll(p.fields()));
    mapped = Collections.unmodifiableSet(names);
  }

  /** The same without what Outlook has once per series. */
  ComponentLens<I, B> ofAnOccurrence(Fields<I, B> all) {
    return new ComponentLens<>(
        properties.stream().filter(p -> !p.ofTheSeries()).toList(), all, toBuilder, build);
  }

  /** The same without the properties of some fields, whose lines stay as they are. */
  ComponentLens<I, B> without(Set<String> names, Fields<I, B> all) {
    return names.isEmpty()
        ? this
        : new ComponentLens<>(
            properties.stream().filter(p -> Collections.disjoint(p.fields(), names)).toList(),
            all,
            toBuilder,
            build);
  }

  /** The fields that are read and written. */
  Set<String> mapped() {
    return mapped;
  }

  I read(Component from, B into, Context context) {
    properties.forEach(p -> p.read(from, into, context));
    return build.apply(into);
  }

  /** Writes every property into a new component. */
  void write(I item, Component into, Context context) {
    properties.forEach(p -> p.write(item, into, context));
  }

  /** Writes the properties in which the component, read as {@code before}, is not as wanted. */
  void edit(I before, I wanted, Component into, Context context) {
    boolean written = false;
    for (CalendarProperty<I, B> property : properties) {
      // what was written before it may have changed it
      I now = written ? again(property, before, into, context) : before;
      if (differs(property.fields(), now, wanted)) {
        property.write(wanted, into, context);
        written = true;
      }
    }
  }

  private I again(CalendarProperty<I, B> property, I before, Component from, Context context) {
    B now = toBuilder.apply(before);
    property.read(from, now, context);
    return build.apply(now);
  }

  private boolean differs(Set<String> names, I a, I b) {
    for (String name : names) {
      if (!Objects.requireNonNull(fields.get(name)).same(a, b)) {
        return true;
      }
    }
    return false;
  }

  /** Those of the named fields in which two items differ. */
  List<String> differing(Set<String> names, I a, I b) {
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      if (!Objects.requireNonNull(fields.get(name)).same(a, b)) {
        differing.add(name);
      }
    }
    return differing;
  }
}
