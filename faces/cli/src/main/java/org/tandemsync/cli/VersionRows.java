package org.tandemsync.cli;

import java.util.List;
import java.util.Optional;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.History;
import org.tandemsync.services.Version;
import org.tandemsync.services.json.JsonLine;

/** Versions as rows of a table and as lines of JSON. */
final class VersionRows {
  private VersionRows() {}

  static JsonLine json(Version version) {
    return new JsonLine()
        .text("version", version.number().text())
        .text("at", version.at().toString())
        .text("profile", version.places().profile())
        .text("side", version.side().label())
        .text("change", version.kind().label())
        .text("title", version.title())
        .text("id", version.id().value())
        .texts("fields", version.fields())
        .flag("certain", version.certain());
  }

  /** What was written of an item, and whether it is known to be. */
  static String details(Version version) {
    return String.join(", ", version.fields())
        + (version.certain() ? "" : version.fields().isEmpty() ? "perhaps" : " (perhaps)");
  }

  /** The version of that name. */
  static Version named(String text, History history) {
    Optional<Version> found = Version.Number.parse(text).flatMap(history::version);
    return found.orElseThrow(() -> nothing("no version " + text));
  }

  /** The versions that a run made. */
  static List<Version> of(long run, History history) {
    List<Version> versions = history.of(run);
    if (versions.isEmpty()) {
      throw nothing("nothing that run " + run + " did to items");
    }
    return versions;
  }

  private static CannotRun nothing(String what) {
    return new CannotRun(
        "The history has "
            + what
            + ". It goes back 30 days. Next step: 'tandem history' lists what is kept.");
  }
}
