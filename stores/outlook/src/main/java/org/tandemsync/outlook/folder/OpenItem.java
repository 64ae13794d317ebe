package org.tandemsync.outlook.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.OutlookItem;
import org.tandemsync.outlook.model.PropertyAccessor;

/**
 * MAPI properties of an item that is open, all with one call.
 *
 * @param values of the properties that the item has
 * @param tooLarge those that are there and do not come in one piece
 * @param refused those that could not be had for another reason, and which: nothing may be
 *     concluded about them
 */
public record OpenItem(
    Map<MapiName, Variant> values, Set<MapiName> tooLarge, Map<MapiName, HResult> refused) {
  /** PidTagBody: of a body the object model gives any length. */
  public static final MapiName BODY = MapiName.tag(0x1000, MapiName.TEXT);

  public OpenItem {
    values = Map.copyOf(values);
    tooLarge = Set.copyOf(tooLarge);
    refused = Map.copyOf(refused);
  }

  /**
   * Two calls, and a third if the item's plain text is asked for and too large.
   *
   * @throws AutomationException if Outlook does not answer
   */
  public static OpenItem read(OutlookItem item, List<MapiName> names) {
    List<Variant> answers;
    try (PropertyAccessor mapi = item.propertyAccessor()) {
      answers = mapi.getProperties(names.stream().map(MapiName::schema).toList());
    }
    if (answers.size() != names.size()) {
      throw new AutomationException(
          HResult.DISP_E_TYPEMISMATCH,
          "PropertyAccessor.GetProperties",
          names.size() + " properties were asked for and " + answers.size() + " came back");
    }
    Map<MapiName, Variant> values = new HashMap<>();
    List<MapiName> tooLarge = new ArrayList<>();
    Map<MapiName, HResult> refused = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      MapiName name = names.get(i);
      switch (answers.get(i)) {
        case Variant.Failure(HResult error) -> {
          if (error.equals(HResult.E_OUTOFMEMORY)) {
            tooLarge.add(name);
          } else if (!error.equals(HResult.MAPI_E_NOT_FOUND)) {
            refused.put(name, error);
          }
        }
        case Variant value -> values.put(name, value);
      }
    }
    if (tooLarge.remove(BODY)) {
      values.put(BODY, Variant.of(item.body()));
    }
    return new OpenItem(values, Set.copyOf(tooLarge), refused);
  }
}
