package org.tandemsync.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.items.Family;
import picocli.CommandLine.Option;

/** Which kinds of item a command is about. */
final class FamilyOption {

  @Option(
      names = "--only",
      paramLabel = "KIND",
      split = ",",
      description = "Only these: events, tasks, contacts (all by default).")
  private List<Family> families = List.of();

  /** Empty for all. */
  Set<Family> families() {
    return families.isEmpty() ? Set.of() : EnumSet.copyOf(families);
  }
}
