package org.tandemsync.outlook.standin;

import java.util.List;
import java.util.Map;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** Outlook itself. */
final class ApplicationObject extends StandInObject {
  /** OlItemType: what is made, and the default folder that it goes to. */
  static final Map<Integer, String> ITEMS =
      Map.of(1, "AppointmentItem", 2, "ContactItem", 3, "TaskItem", 7, "DistListItem");

  private static final Map<String, Integer> HOMES =
      Map.of("AppointmentItem", 9, "ContactItem", 10, "TaskItem", 13, "DistListItem", 10);

  ApplicationObject(StandIn outlook) {
    super(outlook);
  }

  @Override
  String type() {
    return "Application";
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "Name" -> Variant.of("Outlook");
      case "Version" -> Variant.of("16.0.0.12345");
      case "IsTrusted" -> Variant.of(false);
      case "DefaultProfileName" -> Variant.of("Outlook");
      case "Session" -> reference(new NameSpaceObject(outlook));
      case "TimeZones" -> reference(timeZones());
      default -> throw unsupported(name);
    };
  }

  private StandInObject timeZones() {
    List<TimeZoneObject> all =
        Zones.names().stream().map(z -> new TimeZoneObject(outlook, z)).toList();
    return new ListObject(
        outlook, "TimeZones", () -> all, o -> o instanceof TimeZoneObject z ? z.name() : "") {
      @Override
      Variant get(String property) {
        return property.equals("CurrentTimeZone")
            ? reference(new TimeZoneObject(outlook, Zones.name(outlook.zone())))
            : super.get(property);
      }
    };
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    switch (name) {
      case "GetNamespace" -> {
        if (!arguments.getFirst().equals(Variant.of("MAPI"))) {
          throw failure(HResult.E_INVALIDARG, name, "Only MAPI is known.");
        }
        return reference(new NameSpaceObject(outlook));
      }
      case "CreateItem" -> {
        String type = ITEMS.get(integer(arguments.getFirst()));
        if (type == null) {
          throw unsupported(name);
        }
        StoredFolder home =
            outlook.defaultFolder(HOMES.getOrDefault(type, 0)).orElse(outlook.root());
        return reference(ItemObject.make(outlook, type, home));
      }
      case "Quit" -> {
        outlook.end();
        return Variant.NOTHING;
      }
      default -> throw unsupported(name);
    }
  }
}
