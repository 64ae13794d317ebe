package org.tandemsync.outlook.standin;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** A collection, counted from 1. */
class ListObject extends StandInObject {
  private final String type;
  private final Supplier<? extends List<? extends StandInObject>> elements;
  private final Function<StandInObject, String> name;

  /**
   * A view of what is there.
   *
   * @param name what an element can be asked for by, "" for none
   */
  ListObject(
      StandIn outlook,
      String type,
      Supplier<? extends List<? extends StandInObject>> elements,
      Function<StandInObject, String> name) {
    super(outlook);
    this.type = type;
    this.elements = elements;
    this.name = name;
  }

  @Override
  final String type() {
    return type;
  }

  @Override
  Variant get(String property) {
    if (property.equals("Count")) {
      return Variant.of(elements.get().size());
    }
    throw unsupported(property);
  }

  @Override
  Variant call(String method, List<Variant> arguments) {
    if (method.equals("Item")) {
      return reference(elements.get().get(position(arguments.getFirst())));
    }
    throw unsupported(method);
  }

  /** Where an element is, from 0; by its number from 1, or its name. */
  final int position(Variant index) {
    List<? extends StandInObject> all = elements.get();
    if (index instanceof Variant.Int(int number) && number >= 1 && number <= all.size()) {
      return number - 1;
    }
    if (index instanceof Variant.Text(String wanted)) {
      for (int i = 0; i < all.size(); i++) {
        if (name.apply(all.get(i)).equalsIgnoreCase(wanted)) {
          return i;
        }
      }
      throw failure(HResult.MAPI_E_NOT_FOUND, "Item", "The object could not be found.");
    }
    throw failure(HResult.DISP_E_BADINDEX, "Item", "Array index out of bounds.");
  }
}
