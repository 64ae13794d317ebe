package org.tandemsync.outlook.standin;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** The items of a folder, of which a filter may let some through. */
final class ItemsObject extends StandInObject {
  private final StoredFolder folder;
  private Filter filter;
  private Filter sought = Filter.NONE;
  private int position;
  private int found;

  ItemsObject(StandIn outlook, StoredFolder folder, Filter filter) {
    super(outlook);
    this.folder = folder;
    this.filter = filter;
  }

  @Override
  String type() {
    return "Items";
  }

  StoredFolder folder() {
    return folder;
  }

  private List<StoredItem> items() {
    List<StoredItem> passed = new ArrayList<>(folder.items());
    passed.removeIf(i -> !filter.passes(i, outlook));
    return passed;
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "Count" -> Variant.of(items().size());
      case "IncludeRecurrences" -> Variant.of(false);
      default -> throw unsupported(name);
    };
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    return switch (name) {
      case "Add" -> add(arguments);
      case "Item" -> at(position(arguments.getFirst()));
      case "GetFirst" -> at(position = 0);
      case "GetNext" -> at(++position);
      case "Find" -> {
        sought = Filter.parse(text(arguments.getFirst()), outlook);
        yield find(0);
      }
      case "FindNext" -> find(found + 1);
      case "Restrict" -> {
        Filter also = Filter.parse(text(arguments.getFirst()), outlook);
        ItemsObject restricted = new ItemsObject(outlook, folder, filter);
        restricted.filter = filter.and(also);
        yield reference(restricted);
      }
      case "Remove" -> {
        ItemObject.open(outlook, items().get(position(arguments.getFirst()))).delete();
        yield Variant.NOTHING;
      }
      default -> throw unsupported(name);
    };
  }

  private Variant find(int from) {
    List<StoredItem> all = items();
    for (found = from; found < all.size(); found++) {
      if (sought.passes(all.get(found), outlook)) {
        return at(found);
      }
    }
    return Variant.NOTHING;
  }

  private Variant at(int index) {
    List<StoredItem> all = items();
    return index < all.size()
        ? reference(ItemObject.open(outlook, all.get(index)))
        : Variant.NOTHING;
  }

  private int position(Variant index) {
    if (index instanceof Variant.Int(int number) && number >= 1 && number <= items().size()) {
      return number - 1;
    }
    throw failure(HResult.DISP_E_BADINDEX, "Item", "Array index out of bounds.");
  }

  private Variant add(List<Variant> arguments) {
    String type =
        switch (arguments.isEmpty() ? Variant.NOTHING : arguments.getFirst()) {
          case Variant.Int(int wanted) -> ApplicationObject.ITEMS.get(wanted);
          case Variant.Text(String messageClass) -> ofClass(messageClass);
          default -> ofClass(folder.messageClass());
        };
    if (type == null) {
      throw unsupported("Add");
    }
    return reference(ItemObject.make(outlook, type, folder));
  }

  private static String ofClass(String messageClass) {
    return ItemObject.CLASSES.entrySet().stream()
        .filter(e -> messageClass.startsWith(e.getValue()))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new UnsupportedOperationException("no items of " + messageClass));
  }
}
