package org.tandemsync.services;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.ItemId;

/** What else the run of a version did, and later ones to its item, asked for once each. */
final class RunDeeds {
  private static final int VERSIONS = 100_000;

  private final History history;
  private final Map<Long, List<Version>> runs = new HashMap<>();
  private final Map<String, List<Version>> deletions = new HashMap<>();

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

  /** The last deletion of the item of this version by a later run, or null if there was none. */
  @Nullable Version deletion(Version version) {
    return deletions
        .computeIfAbsent(
            version.places().profile(),
            profile ->
                history.search(profile, null, VERSIONS).stream()
                    .filter(other -> other.kind() == Version.Kind.DELETED)
                    .toList())
        .stream()
        .filter(
            other ->
                other.side() == version.side()
                    && other.places().equals(version.places())
                    && other.number().run() > version.number().run()
                    && (other.id().equals(version.id()) || other.link().equals(version.link())))
        .findFirst()
        .orElse(null);
  }
}
