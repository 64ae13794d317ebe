package org.tandemsync.outlook.standin;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandemsync.outlook.automation.Variant;

/** MAPI properties by the keys of {@link Schema}; dates in UTC. */
final class Values {
  private final Map<String, Variant> values;

  Values() {
    this(Map.of());
  }

  private Values(Map<String, Variant> values) {
    this.values = new TreeMap<>(values);
  }

  Values copy() {
    return new Values(values);
  }

  Map<String, Variant> all() {
    return java.util.Collections.unmodifiableMap(values);
  }

  @Nullable Variant get(String key) {
    return values.get(key);
  }

  /** Null takes the value away. */
  void put(String key, @Nullable Variant value) {
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
  }
}
