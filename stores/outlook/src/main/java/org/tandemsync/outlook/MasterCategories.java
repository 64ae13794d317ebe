package org.tandemsync.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.model.Categories;
import org.tandemsync.outlook.model.Category;
import org.tandemsync.outlook.model.OlCategoryColor;
import org.tandemsync.outlook.model.OlCategoryShortcutKey;

/** Outlook's list of categories, with their colours and shortcut keys. */
public final class MasterCategories {
  private MasterCategories() {}

  /**
   * The list as it is. A category without a name is left out: no item can have it.
   *
   * @throws AutomationException if Outlook does not answer
   */
  public static MasterCategoryList read(Categories outlook) {
    List<MasterCategoryList.Category> all = new ArrayList<>();
    int count = outlook.count();
    for (int i = 1; i <= count; i++) {
      try (Category category = outlook.item(i)) {
        String name = category.name();
        if (!name.isBlank()) {
          all.add(
              new MasterCategoryList.Category(
                  name, color(category.color()), category.shortcutKey().value()));
        }
      }
    }
    return new MasterCategoryList(all);
  }

  /**
   * Gives categories their colours and keys; those that are missing are added, and what is not
   * named stays. A key belongs to one category: Outlook takes it from the one that had it.
   *
   * @return whether anything had to be written
   * @throws AutomationException if Outlook refuses a name: it must not have the list separator of
   *     Windows in it
   */
  public static boolean write(MasterCategoryList wanted, Categories outlook) {
    MasterCategoryList there = read(outlook);
    boolean written = false;
    for (MasterCategoryList.Category category : wanted.categories()) {
      MasterCategoryList.Category old = there.find(category.name()).orElse(null);
      if (old == null) {
        outlook.add(category.name(), color(category.color()), key(category.shortcut())).close();
        written = true;
      } else if (old.color() != category.color() || old.shortcut() != category.shortcut()) {
        change(category, old, outlook);
        written = true;
      }
    }
    return written;
  }

  /**
   * Gives categories other colours and leaves their keys; those that are missing are added.
   *
   * @param wanted colours by name, in upper or lower case
   * @return whether anything had to be written
   * @throws AutomationException as {@link #write}
   */
  public static boolean recolour(Map<String, CategoryColor> wanted, Categories outlook) {
    MasterCategoryList there = read(outlook);
    return write(
        new MasterCategoryList(
            wanted.entrySet().stream()
                .map(e -> recolored(there, e.getKey(), e.getValue()))
                .toList()),
        outlook);
  }

  private static MasterCategoryList.Category recolored(
      MasterCategoryList there, String name, CategoryColor color) {
    return there
        .find(name)
        .map(old -> new MasterCategoryList.Category(old.name(), color, old.shortcut()))
        .orElseGet(() -> new MasterCategoryList.Category(name, color, 0));
  }

  private static void change(
      MasterCategoryList.Category wanted, MasterCategoryList.Category old, Categories outlook) {
    try (Category category = outlook.item(old.name())) {
      if (old.color() != wanted.color()) {
        category.setColor(color(wanted.color()));
      }
      if (old.shortcut() != wanted.shortcut()) {
        category.setShortcutKey(key(wanted.shortcut()));
      }
    }
  }

  private static CategoryColor color(OlCategoryColor color) {
    CategoryColor[] all = CategoryColor.values();
    return color.value() < all.length ? all[color.value()] : CategoryColor.NONE;
  }

  private static OlCategoryColor color(CategoryColor color) {
    return Arrays.stream(OlCategoryColor.values())
        .filter(c -> color(c) == color)
        .findFirst()
        .orElseThrow();
  }

  private static OlCategoryShortcutKey key(int shortcut) {
    return Arrays.stream(OlCategoryShortcutKey.values())
        .filter(k -> k.value() == shortcut)
        .findFirst()
        .orElseThrow();
  }
}
