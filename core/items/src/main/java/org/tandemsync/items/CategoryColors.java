package org.tandemsync.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The colour of an appointment on the server is that of its first coloured category in Outlook.
 *
 * @param list Outlook's categories with their colours
 */
public record CategoryColors(MasterCategoryList list) implements View {

  @Override
  public Item shown(Item item, Item series) {
    return item instanceof Appointment a
        ? coloured(a.categories())
            .map(color -> (Item) a.toBuilder().color(color.cssName()).build())
            .orElse(a)
        : item;
  }

  private Optional<CategoryColor> coloured(Categories categories) {
    return categories.names().stream()
        .map(list::color)
        .filter(color -> color != CategoryColor.NONE)
        .findFirst();
  }

  /**
   * The category carries the colour then, and goes in front; where none has that colour, the colour
   * stays by itself.
   */
  @Override
  public Item understood(Item item) {
    if (!(item instanceof Appointment a) || a.color().isEmpty()) {
      return item;
    }
    Optional<CategoryColor> color = CategoryColor.ofCssName(a.color());
    Optional<String> name = color.flatMap(c -> category(c, a.categories()));
    if (name.isEmpty()) {
      return item;
    }
    List<String> names = new ArrayList<>();
    names.add(name.get());
    Categories first = Categories.of(name.get());
    a.categories().names().stream().filter(n -> !first.contains(n)).forEach(names::add);
    return a.toBuilder().color("").categories(Categories.of(names)).build();
  }

  /** One that the item has already, else the first of the list. */
  private Optional<String> category(CategoryColor color, Categories categories) {
    return categories.names().stream()
        .filter(name -> list.color(name) == color)
        .findFirst()
        .or(() -> list.first(color).map(MasterCategoryList.Category::name));
  }

  @Override
  public Map<String, Set<String>> origins() {
    return Map.of("color", Set.of("categories"));
  }
}
