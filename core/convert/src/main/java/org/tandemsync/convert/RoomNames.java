package org.tandemsync.convert;

import java.util.Optional;

/** What a server calls its rooms and resources in invitations. */
@FunctionalInterface
public interface RoomNames {
  /** For a server that names none: they are invited by mail address, as everybody is. */
  RoomNames NONE = name -> Optional.empty();

  /**
   * The URI of a room, such as {@code urn:uuid:...}.
   *
   * @param name as people see it
   */
  Optional<String> uri(String name);
}
