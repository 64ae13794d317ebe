package org.tandemsync.cli;

import java.util.List;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Planning.Principal;
import org.tandemsync.services.json.JsonLine;

/** People and rooms as they are shown. */
final class PrincipalRows {
  private PrincipalRows() {}

  static ExitStatus show(List<Principal> found, String nobody, Session session) {
    if (session.json()) {
      found.forEach(p -> session.print(json(p)));
      return ExitStatus.DONE;
    }
    if (found.isEmpty()) {
      session.say(nobody);
      return ExitStatus.ATTENTION;
    }
    try (Table table = new Table(session.terminal(), "", "name", "is a", "address")) {
      for (Principal principal : found) {
        table.row(
            principal.name(), label(principal.kind()), String.join(", ", principal.addresses()));
      }
    }
    return ExitStatus.DONE;
  }

  private static String label(Principal.Kind kind) {
    return switch (kind) {
      case PERSON -> "person";
      case GROUP -> "group";
      case ROOM -> "room";
      case RESOURCE -> "resource";
    };
  }

  private static JsonLine json(Principal principal) {
    return new JsonLine()
        .text("name", principal.name())
        .text("kind", label(principal.kind()))
        .texts("addresses", principal.addresses())
        .text("resource-id", principal.resourceId());
  }
}
