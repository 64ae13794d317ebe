package org.tandemsync.items;

import java.util.ArrayList;
import java.util.List;

/**
 * Only items of some categories take part. The server's collection stands for the category: what
 * comes from there gets it, and it is not sent.
 *
 * @param names the categories, none empty
 * @param alsoWithout whether items without any category take part too
 * @param negated whether items of these categories are those that do not take part
 */
public record CategoryFilter(List<String> names, boolean alsoWithout, boolean negated)
    implements View {

  public CategoryFilter {
    names = Categories.of(names).names();
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a filter names at least one category");
    }
  }

  /** Whether an item of Outlook takes part. */
  public boolean includes(Item item) {
    Categories categories = categories(item);
    boolean one = names.stream().anyMatch(categories::contains);
    return negated ? !one : one || (alsoWithout && categories.names().isEmpty());
  }

  private static Categories categories(Item item) {
    return switch (item) {
      case Appointment a -> a.categories();
      case Task t -> t.categories();
      case Contact c -> c.categories();
      case DistributionList l -> l.categories();
    };
  }

  private static Item with(Item item, Categories categories) {
    return switch (item) {
      case Appointment a -> a.toBuilder().categories(categories).build();
      case Task t -> t.toBuilder().categories(categories).build();
      case Contact c -> c.toBuilder().categories(categories).build();
      case DistributionList l -> l.toBuilder().categories(categories).build();
    };
  }

  /** One category is what the collection stands for; of several the server has to be told which. */
  @Override
  public Item shown(Item item, Item series) {
    Categories categories = categories(item);
    String only = names.getFirst();
    if (negated || names.size() > 1 || !categories.contains(only)) {
      return item;
    }
    Categories one = Categories.of(only);
    return with(
        item,
        Categories.of(categories.names().stream().filter(name -> !one.contains(name)).toList()));
  }

  @Override
  public Item understood(Item item) {
    Categories categories = categories(item);
    if (negated || names.stream().anyMatch(categories::contains)) {
      return item;
    }
    List<String> more = new ArrayList<>(categories.names());
    more.add(names.getFirst());
    return with(item, Categories.of(more));
  }
}
