package org.tandemsync.mapi;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;

/** Changes to the properties of one object. What is not named stays as it is, byte by byte. */
public final class PropertyEdits {
  private final PropertyBag before;
  private final Map<PropertyKey, Optional<PropertyValue>> changes = new LinkedHashMap<>();

  /**
   * @param before what the object has now
   */
  public PropertyEdits(PropertyBag before) {
    this.before = before;
  }

  /** Of an object that is not there yet. */
  public static PropertyEdits ofNew() {
    return new PropertyEdits(new PropertyBag(List.of(), NameMap.NONE, StandardCharsets.UTF_8));
  }

  /** What the object had before all changes. */
  public PropertyBag before() {
    return before;
  }

  /** All changes by key: the new value, or empty for a property that is removed. */
  public Map<PropertyKey, Optional<PropertyValue>> changes() {
    return Collections.unmodifiableMap(changes);
  }

  /** The new value of a property, if it is set here. */
  public Optional<PropertyValue> changed(PropertyKey key) {
    return changes.getOrDefault(key, Optional.empty());
  }

  /** Sets a value of any type. */
  public PropertyEdits set(PropertyKey key, PropertyValue value) {
    changes.put(key, Optional.of(value));
    return this;
  }

  public PropertyEdits remove(PropertyKey key) {
    changes.put(key, Optional.empty());
    return this;
  }

  /** Sets a text; an empty one is removed, as Outlook does. */
  public PropertyEdits text(PropertyKey key, String value) {
    return value.isEmpty() ? remove(key) : set(key, PropertyValue.text(value));
  }

  public PropertyEdits integer(PropertyKey key, int value) {
    return set(key, PropertyValue.integer(value));
  }

  public PropertyEdits shortInteger(PropertyKey key, int value) {
    return set(key, PropertyValue.shortInteger(value));
  }

  public PropertyEdits flag(PropertyKey key, boolean value) {
    return set(key, PropertyValue.flag(value));
  }

  public PropertyEdits real(PropertyKey key, double value) {
    return set(key, PropertyValue.real(value));
  }

  /** Sets a point in time; null removes it. */
  public PropertyEdits time(PropertyKey key, @Nullable Instant value) {
    return value == null ? remove(key) : set(key, PropertyValue.time(value));
  }

  /** Sets a binary value, also an empty one. */
  public PropertyEdits bytes(PropertyKey key, Bytes value) {
    return set(key, PropertyValue.binary(value));
  }

  /** Sets several integers; none are removed. */
  public PropertyEdits integers(PropertyKey key, List<Integer> values) {
    return values.isEmpty() ? remove(key) : set(key, PropertyValue.integers(values));
  }

  /** Sets several texts; none are removed. */
  public PropertyEdits texts(PropertyKey key, List<String> values) {
    return values.isEmpty() ? remove(key) : set(key, PropertyValue.texts(values));
  }

  /** Sets several binary values; none are removed. */
  public PropertyEdits binaries(PropertyKey key, List<Bytes> values) {
    return values.isEmpty()
        ? remove(key)
        : set(key, PropertyValue.binaries(new ArrayList<>(values)));
  }
}
