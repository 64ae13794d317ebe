package org.tandemsync.outlook.standin;

import org.tandemsync.outlook.automation.Variant;

/** A time zone of Windows. */
final class TimeZoneObject extends StandInObject {
  private final String name;

  TimeZoneObject(StandIn outlook, String name) {
    super(outlook);
    this.name = name;
  }

  String name() {
    return name;
  }

  @Override
  String type() {
    return "TimeZone";
  }

  @Override
  Variant get(String property) {
    return switch (property) {
      case "ID", "StandardDesignation" -> Variant.of(name);
      case "Name" -> Variant.of("(UTC) " + name);
      default -> throw unsupported(property);
    };
  }
}
