package org.tandemsync.outlook.standin;

import java.util.List;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** The master category list. A name is there once. */
final class CategoriesObject extends ListObject {
  CategoriesObject(StandIn outlook) {
    super(
        outlook,
        "Categories",
        () -> outlook.categories().stream().map(c -> new CategoryObject(outlook, c)).toList(),
        o -> o instanceof CategoryObject c ? c.category.name : "");
  }

  @Override
  Variant call(String method, List<Variant> arguments) {
    switch (method) {
      case "Add" -> {
        String name = text(arguments.getFirst());
        if (name.isBlank()
            || name.contains(outlook.locale().listSeparator())
            || outlook.categories().stream().anyMatch(c -> c.name.equalsIgnoreCase(name))) {
          throw failure(HResult.E_INVALIDARG, method, "The name is empty, taken or not allowed.");
        }
        StoredCategory category =
            new StoredCategory(
                name,
                arguments.size() > 1 ? integer(arguments.get(1)) : 0,
                arguments.size() > 2 ? integer(arguments.get(2)) : 0);
        outlook.categories().add(category);
        return reference(new CategoryObject(outlook, category));
      }
      case "Remove" -> {
        outlook.categories().remove(position(arguments.getFirst()));
        return Variant.NOTHING;
      }
      default -> {
        return super.call(method, arguments);
      }
    }
  }

  private static final class CategoryObject extends StandInObject {
    private final StoredCategory category;

    CategoryObject(StandIn outlook, StoredCategory category) {
      super(outlook);
      this.category = category;
    }

    @Override
    String type() {
      return "Category";
    }

    @Override
    Variant get(String name) {
      return switch (name) {
        case "Name" -> Variant.of(category.name);
        case "Color" -> Variant.of(category.color);
        case "ShortcutKey" -> Variant.of(category.shortcutKey);
        default -> throw unsupported(name);
      };
    }

    @Override
    void put(String name, Variant value) {
      switch (name) {
        case "Name" -> category.name = text(value);
        case "Color" -> category.color = integer(value);
        case "ShortcutKey" -> category.shortcutKey = integer(value);
        default -> throw unsupported(name);
      }
    }
  }
}
