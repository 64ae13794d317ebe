package org.tandemsync.testkit.server;

import java.util.Map;
import java.util.TreeMap;

/** What a collection held at one time. */
public final class CollectionBackup {
  private final TreeMap<String, DavResource> members;
  private final TreeMap<Long, String> changes;
  private final Map<String, Long> changedAt;
  private final long revision;
  private final long oldestToken;

  CollectionBackup(
      TreeMap<String, DavResource> members,
      TreeMap<Long, String> changes,
      Map<String, Long> changedAt,
      long revision,
      long oldestToken) {
    this.members = members;
    this.changes = changes;
    this.changedAt = changedAt;
    this.revision = revision;
    this.oldestToken = oldestToken;
  }

  TreeMap<String, DavResource> members() {
    return members;
  }

  TreeMap<Long, String> changes() {
    return changes;
  }

  Map<String, Long> changedAt() {
    return changedAt;
  }

  long revision() {
    return revision;
  }

  long oldestToken() {
    return oldestToken;
  }
}
