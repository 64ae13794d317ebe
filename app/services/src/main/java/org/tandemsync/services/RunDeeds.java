package org.tandemsync.services;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.sync.ItemId;

/** What else the run of a version did, asked for once for each run. */
final class RunDeeds {
  private final History history;
  private final Map<Long, List<Version>> runs = new HashMap<>();

  RunDeeds(History history) {
    this.history = history;
  }

  private List<Version> beside(Version version) {
    return runs.computeIfAbsent(version.number().run(), history::of).stream()
        .filter(
            other ->
                other.side() == version.side()
                    && other.places().equals(version.places())
                    && !other.number().equals(version.number()))
        .toList();
  }

  /** What was deleted because all of it went into the item of this version. */
  List<Version> mergedInto(Version version) {
    return version.kind() != Version.Kind.UPDATED
        ? List.of()
        : beside(version).stream()
            .filter(
                other ->
                    other.kind() == Version.Kind.DELETED && other.link().equals(version.link()))
            .toList();
  }

  /** Whether the run changed this item too, which was there beside the one of the version then. */
  boolean changed(Version version, ItemId id) {
    return beside(version).stream()
        .anyMatch(other -> other.kind() == Version.Kind.UPDATED && other.id().equals(id));
  }
}
