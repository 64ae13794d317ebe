package org.tandemsync.mapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which property id each named property has in one file ([MS-PST] 2.4.7). Ids from 0x8000 on mean
 * something else in every file.
 */
public final class NameMap {
  private static final int FIRST_ID = 0x8000;

  /** A file in which nothing is named. */
  public static final NameMap NONE = new NameMap(List.of());

  private final List<PropertyName> names;
  private final Map<PropertyName, Integer> ids = new HashMap<>();

  private NameMap(List<PropertyName> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      ids.putIfAbsent(names.get(i), FIRST_ID + i);
    }
  }

  /** Names in the order of their ids, from 0x8000 on. */
  public static NameMap of(List<PropertyName> names) {
    return new NameMap(names);
  }

  /** These names and behind them those of {@code more} that are missing. */
  public NameMap with(Collection<PropertyName> more) {
    List<PropertyName> all = new ArrayList<>(names);
    more.stream().distinct().filter(n -> !ids.containsKey(n)).forEach(all::add);
    return all.size() == names.size() ? this : new NameMap(all);
  }

  /** Parses the GUID stream, the entry stream and the string stream. */
  public static NameMap parse(Span guids, Span entries, Span strings) {
    List<PropertyName> names = new ArrayList<>();
    for (int at = 0; at + 8 <= entries.length(); at += 8) {
      int kind = entries.u16(at + 4);
      int index = entries.u16(at + 6);
      if (index != names.size()) {
        throw new DamagedException("the names of properties are not in order");
      }
      UUID set = set(kind >>> 1, guids);
      names.add(
          (kind & 1) == 0
              ? PropertyName.of(set, entries.i32(at))
              : PropertyName.of(set, text(strings, entries.count32(at))));
    }
    return new NameMap(names);
  }

  private static UUID set(int index, Span guids) {
    return switch (index) {
      case 0 -> new UUID(0, 0);
      case 1 -> PropertySets.MAPI;
      case 2 -> PropertySets.PUBLIC_STRINGS;
      default -> Guid.parse(guids.slice(16 * (index - 3), 16));
    };
  }

  private static String text(Span strings, int offset) {
    return new String(
        strings.slice(offset + 4, strings.count32(offset)).toArray(), StandardCharsets.UTF_16LE);
  }

  /** The id of a property, or empty if this file has no such name. */
  public Optional<Integer> id(PropertyKey key) {
    return switch (key) {
      case PropertyTag(int id) -> Optional.of(id);
      case PropertyName name -> Optional.ofNullable(ids.get(name));
    };
  }

  /** What a property id from 0x8000 on means in this file. */
  public Optional<PropertyName> name(int id) {
    int index = id - FIRST_ID;
    return index >= 0 && index < names.size() ? Optional.of(names.get(index)) : Optional.empty();
  }

  /** Number of names. */
  public int size() {
    return names.size();
  }
}
