package org.tandemsync.services.configuration;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.CategoryFilter;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.categories]}.
 *
 * @param filter which items of Outlook take part, or null for all
 * @param deletesLeaving whether an item that somebody takes out of the filter is deleted on the
 *     server; else it stays in step
 * @param colors whether the colour of an appointment is that of its category
 */
public record CategoryOptions(
    @Nullable CategoryFilter filter, boolean deletesLeaving, boolean colors)
    implements OptionGroup {
  public static final CategoryOptions USUAL = new CategoryOptions(null, false, false);

  static final String NAME = "categories";

  private static final String ONLY = "only";
  private static final String EXCEPT = "except";
  private static final String WITHOUT = "also-without";
  private static final String LEAVING = "leaving";
  private static final String COLORS = "colors";
  private static final String DELETE = "delete";

  static CategoryOptions read(TomlMembers m) {
    m.allow(ONLY, EXCEPT, WITHOUT, LEAVING, COLORS);
    CategoryFilter filter = filter(m);
    Map<String, Boolean> leaving = new LinkedHashMap<>();
    leaving.put("keep", false);
    leaving.put(DELETE, true);
    boolean deletes = m.word(LEAVING, leaving).orElse(false);
    if (filter == null && m.has(LEAVING)) {
      m.fault(LEAVING, "'leaving' is for items that leave 'only' or 'except': name categories");
    }
    return new CategoryOptions(filter, filter != null && deletes, m.flag(COLORS, false));
  }

  private static @Nullable CategoryFilter filter(TomlMembers m) {
    boolean negated = m.has(EXCEPT);
    if (negated && m.has(ONLY)) {
      m.fault(EXCEPT, "'only' and 'except' exclude each other: keep one");
    }
    if ((negated || !m.has(ONLY)) && m.has(WITHOUT)) {
      m.fault(WITHOUT, "'also-without' is for 'only': leave it out");
    }
    List<String> names = List.copyOf(m.texts(negated ? EXCEPT : ONLY).keySet());
    if (names.stream().allMatch(String::isBlank)) {
      if (m.has(ONLY) || negated) {
        m.fault(negated ? EXCEPT : ONLY, "name at least one category, or leave it out");
      }
      return null;
    }
    return new CategoryFilter(names, !negated && m.flag(WITHOUT, false), negated);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.allOf(Family.class);
  }

  @Override
  public Map<String, Object> unusual() {
    Map<String, Object> unusual = new LinkedHashMap<>();
    if (filter != null) {
      unusual.put(filter.negated() ? EXCEPT : ONLY, filter.names());
      if (filter.alsoWithout()) {
        unusual.put(WITHOUT, true);
      }
      if (deletesLeaving) {
        unusual.put(LEAVING, DELETE);
      }
    }
    if (colors) {
      unusual.put(COLORS, true);
    }
    return unusual;
  }
}
