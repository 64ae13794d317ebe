package org.tandemsync.dav.client;

/** Where a sync-collection report goes on (RFC 6578). Opaque. */
public record SyncToken(String value) {
  public SyncToken {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a sync token is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
