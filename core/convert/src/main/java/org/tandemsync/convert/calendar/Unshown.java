package org.tandemsync.convert.calendar;

import java.util.Locale;
import java.util.Set;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.LossKind;

/**
 * The standard properties (RFC 5545, 7986, 9073, 9253) for which Outlook has no field. Properties
 * that programs have for themselves (X-) are their own affair, and no loss.
 */
final class Unshown {
  private static final int LONGEST = 120;

  private static final Set<String> OF_ALL =
      Set.of(
          "GEO", "COMMENT", "CONTACT", "RESOURCES", "IMAGE", "STRUCTURED-DATA", "LINK", "CONCEPT");
  private static final Set<String> OF_TASKS =
      Set.of("LOCATION", "ATTENDEE", "ORGANIZER", "COLOR", "CONFERENCE", "ESTIMATED-DURATION");
  private static final Set<String> COMPONENTS = Set.of("PARTICIPANT", "VLOCATION", "VRESOURCE");

  private Unshown() {}

  static void tell(Component component, Context context) {
    boolean task = component.is("VTODO");
    for (ContentLine line : component.lines()) {
      boolean unshown =
          OF_ALL.contains(line.name())
              || (task && OF_TASKS.contains(line.name()))
              || (line.is("RELATED-TO") && !(task && isParent(line)));
      if (unshown && !line.value().isBlank()) {
        lose(line.name(), line.lineNumber(), line.logical(), context);
      }
    }
    for (Component inner : component.components()) {
      if (COMPONENTS.contains(inner.name())) {
        lose(inner.name(), inner.lineNumber(), inner.name(), context);
      }
    }
  }

  private static boolean isParent(ContentLine line) {
    return line.parameterValues("RELTYPE").isEmpty() || line.hasParameter("RELTYPE", "PARENT");
  }

  private static void lose(String name, int line, String text, Context context) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    context.lose(
        LossKind.PROPERTY_NOT_SHOWN, name.toLowerCase(Locale.ROOT), "line " + line + ": " + shown);
  }
}
