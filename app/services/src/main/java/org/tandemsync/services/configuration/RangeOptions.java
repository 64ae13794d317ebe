package org.tandemsync.services.configuration;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.range]}: only what takes place within some days around today takes part.
 *
 * @param daysBack how long ago something may have ended, or null for any time
 * @param daysAhead how far in the future something may begin, or null for any time
 */
public record RangeOptions(@Nullable Integer daysBack, @Nullable Integer daysAhead)
    implements OptionGroup {
  /** Everything. */
  public static final RangeOptions USUAL = new RangeOptions(null, null);

  static final String NAME = "range";

  private static final String BACK = "days-back";
  private static final String AHEAD = "days-ahead";

  /** A hundred years. */
  private static final int MOST = 36_525;

  static RangeOptions read(TomlMembers m) {
    m.allow(BACK, AHEAD);
    return new RangeOptions(days(m, BACK), days(m, AHEAD));
  }

  private static @Nullable Integer days(TomlMembers m, String key) {
    int days = m.has(key) ? m.number(key, -1, MOST) : -1;
    return days < 0 ? null : days;
  }

  public boolean isAll() {
    return daysBack == null && daysAhead == null;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.of(Family.EVENTS, Family.TASKS);
  }

  @Override
  public Map<String, Object> unusual() {
    Map<String, Object> unusual = new LinkedHashMap<>();
    if (daysBack != null) {
      unusual.put(BACK, daysBack);
    }
    if (daysAhead != null) {
      unusual.put(AHEAD, daysAhead);
    }
    return unusual;
  }
}
