package org.tandemsync.pst.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** The most recently used values, up to a number: memory stays bounded however large the file. */
final class Recent<V> {
  private final int most;
  private final Map<Long, V> values = new LinkedHashMap<>(16, 0.75f, true);

  Recent(int most) {
    this.most = most;
  }

  synchronized V get(long key, LongFunction<V> load) {
    V value = values.get(key);
    if (value == null) {
      value = load.apply(key);
      values.put(key, value);
      if (values.size() > most) {
        values.remove(values.keySet().iterator().next());
      }
    }
    return value;
  }
}
