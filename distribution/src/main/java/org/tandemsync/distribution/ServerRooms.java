package org.tandemsync.distribution;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.convert.RoomNames;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.scheduling.Principals;
import org.tandemsync.sync.StoreException;

/**
 * What a server calls its rooms: looked up when the first one is to be written, each name once. A
 * server that has no such search is asked no more: then rooms are invited by mail address.
 */
final class ServerRooms implements RoomNames {
  private static final Logger LOG = LoggerFactory.getLogger(ServerRooms.class);

  private final DavClient client;
  private final Map<String, Optional<String>> known = new HashMap<>();
  private @Nullable Principals principals;
  private boolean unable;

  ServerRooms(DavClient client) {
    this.client = client;
  }

  @Override
  public synchronized Optional<String> uri(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> found = known.get(name);
    if (found == null) {
      found = unable ? Optional.empty() : look(name);
      known.put(name, found);
    }
    return found;
  }

  private Optional<String> look(String name) {
    try {
      Principals all = principals;
      if (all == null) {
        all = Principals.of(client);
        principals = all;
      }
      return all.named(name).stream()
          .filter(p -> p.kind() == Principals.Kind.ROOM || p.kind() == Principals.Kind.RESOURCE)
          .filter(p -> p.name().equalsIgnoreCase(name) && !p.resourceId().isEmpty())
          .map(Principals.Principal::resourceId)
          .findFirst();
    } catch (StoreException e) {
      LOG.info("rooms are invited by mail address: {}", e.getMessage());
      unable = true;
      return Optional.empty();
    }
  }
}
