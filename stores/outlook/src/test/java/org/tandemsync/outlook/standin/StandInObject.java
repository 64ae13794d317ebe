package org.tandemsync.outlook.standin;

import java.util.List;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/**
 * One of the stand-in's objects. What it is asked has passed the type library: members exist,
 * arguments have their types and at least those that are required are there.
 */
abstract class StandInObject {
  final StandIn outlook;

  StandInObject(StandIn outlook) {
    this.outlook = outlook;
  }

  /** Its name in the type library. */
  abstract String type();

  Variant get(String property) {
    throw unsupported(property);
  }

  void put(String property, Variant value) {
    throw unsupported(property);
  }

  Variant call(String method, List<Variant> arguments) {
    throw unsupported(method);
  }

  /** Somebody gave up a reference. */
  void released() {}

  final UnsupportedOperationException unsupported(String member) {
    return new UnsupportedOperationException("the stand-in has no " + type() + "." + member);
  }

  final AutomationException failure(HResult result, String member, String description) {
    return new AutomationException(result, type() + "." + member, description);
  }

  final Variant reference(StandInObject object) {
    return Variant.of(outlook.reference(object));
  }

  static String text(Variant value) {
    return ((Variant.Text) value).value();
  }

  static int integer(Variant value) {
    return ((Variant.Int) value).value();
  }

  static StandInObject object(Variant value) {
    return ((Reference) ((Variant.Reference) value).value()).object();
  }
}
