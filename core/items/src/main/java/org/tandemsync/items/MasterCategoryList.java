package org.tandemsync.items;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Outlook's list of categories, with their colours ([MS-OXOCFG] 2.2.5.2.2). Items name categories
 * by their text; those that are not in the list have no colour.
 *
 * @param categories in the order of the list; names are unique ignoring case, the first one counts
 */
public record MasterCategoryList(List<Category> categories) {
  /** A list without categories. */
  public static final MasterCategoryList EMPTY = new MasterCategoryList(List.of());

  /**
   * One category.
   *
   * @param name as items have it, trimmed, not empty
   * @param shortcut Outlook's key for it: 0 none, 1 Ctrl+F2, up to 11 Ctrl+F12
   */
  public record Category(String name, CategoryColor color, int shortcut) {
    /** The highest key that Outlook has. */
    public static final int MOST_SHORTCUT = 11;

    public Category {
      name = name.strip();
      if (name.isEmpty() || shortcut < 0 || shortcut > MOST_SHORTCUT) {
        throw new IllegalArgumentException("no category: \"" + name + "\", key " + shortcut);
      }
    }
  }

  public MasterCategoryList {
    Map<String, Category> unique = new LinkedHashMap<>();
    categories.forEach(c -> unique.putIfAbsent(Categories.key(c.name()), c));
    categories = List.copyOf(unique.values());
  }

  /** The category of this name, in upper or lower case. */
  public Optional<Category> find(String name) {
    String key = Categories.key(name.strip());
    return categories.stream().filter(c -> Categories.key(c.name()).equals(key)).findFirst();
  }

  /** The colour of a category; none for one that is not in the list. */
  public CategoryColor color(String name) {
    return find(name).map(Category::color).orElse(CategoryColor.NONE);
  }

  /** The first category that has a colour. */
  public Optional<Category> first(CategoryColor color) {
    return categories.stream().filter(c -> c.color() == color).findFirst();
  }
}
