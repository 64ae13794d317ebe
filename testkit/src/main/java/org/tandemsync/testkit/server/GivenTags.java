package org.tandemsync.testkit.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which tags a server has given to which contents, from its first backup on. A server that counts
 * gives them again.
 */
final class GivenTags {
  private record Tagged(String member, String tag) {}

  private final Map<Tagged, Set<String>> contents = new HashMap<>();

  private final Set<String> again = new HashSet<>();
  private boolean remembers;

  void remember() {
    remembers = true;
  }

  void given(DavResource resource) {
    if (!remembers) {
      return;
    }
    Set<String> known =
        contents.computeIfAbsent(
            new Tagged(resource.name(), resource.tag()), t -> new HashSet<>(1));
    known.add(resource.text());
    if (known.size() > 1) {
      again.add(resource.name());
    }
  }

  boolean givenAgain(String member) {
    return again.contains(member);
  }
}
