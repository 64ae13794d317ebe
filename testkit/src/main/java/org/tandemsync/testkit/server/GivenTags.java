package org.tandemsync.testkit.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tags a server has given to which contents, from its first backup on. A server that counts
 * gives them again.
 */
final class GivenTags {
  private record Tagged(String member, String tag) {}

  private final Map<Tagged, Set<String>> contents = new HashMap<>();

  private boolean remembers;

  void remember() {
    remembers = true;
  }

  void given(DavResource resource) {
    if (!remembers) {
      return;
    }
    contents
        .computeIfAbsent(new Tagged(resource.name(), resource.tag()), t -> new HashSet<>(1))
        .add(resource.text());
  }

  boolean givenAgain(@Nullable DavResource resource) {
    return resource != null
        && contents.getOrDefault(new Tagged(resource.name(), resource.tag()), Set.of()).size() > 1;
  }
}
