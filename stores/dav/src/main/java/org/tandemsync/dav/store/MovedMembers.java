package org.tandemsync.dav.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;

/**
 * Finds items that were moved to another name of which no listing has told, by their UID (RFC 4791
 * 7.8, RFC 6352 8.6). Asked before an item that is gone is made again: not every server refuses a
 * UID that it has already.
 */
final class MovedMembers {
  private static final Logger LOG = LoggerFactory.getLogger(MovedMembers.class);

  /** Each is a question that the server reads all for. More are gone where nothing was moved. */
  private static final int QUESTIONS = 20;

  /** A server that does not understand the filter answers with everything. */
  private static final int ANSWERS = 10;

  private final DavClient client;
  private final DavCollection collection;
  private final String component;
  private final ResourceLens lens;
  private final ResourceReader reader;

  MovedMembers(
      DavClient client,
      DavCollection collection,
      Family family,
      ResourceLens lens,
      ResourceReader reader) {
    this.client = client;
    this.collection = collection;
    this.component = CollectionListing.component(family);
    this.lens = lens;
    this.reader = reader;
  }

  /** Whether the creates among these are to be asked for one by one. */
  boolean mayBeAmong(List<? extends Effect<Item>> effects) {
    long again = effects.stream().filter(MovedMembers::isMadeAgain).count();
    return again > 0 && again <= QUESTIONS;
  }

  /** What is new has its first stamp. */
  static boolean isMadeAgain(Effect<Item> effect) {
    return effect instanceof Effect.Create<Item> create && create.stamp().write() > 1;
  }

  /**
   * The member that has this UID under another name, or empty if there is none, or the server does
   * not know such questions.
   *
   * @throws DavException if it cannot be asked now
   */
  Optional<Resource.There> other(Href own, String uid) {
    return found(uid).stream()
        .filter(href -> !href.identity().equals(own.identity()) && collection.href().holds(href))
        .map(href -> withUid(href, uid))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private List<Href> found(String uid) {
    try {
      List<Href> found =
          client
              .withUid(
                  collection.href(),
                  component,
                  uid,
                  row -> client.resolve(row.href(), collection.href()).orElse(null))
              .rows();
      return found.size() > ANSWERS ? List.of() : found;
    } catch (DavException e) {
      if (!isNotUnderstood(e)) {
        throw e;
      }
      LOG.debug("no question for a UID: {}", e.text());
      return List.of();
    }
  }

  private static boolean isNotUnderstood(DavException e) {
    return switch (e.kind()) {
      case STATUS -> e.status() != 401 && e.status() != 429 && e.status() != 503;
      case NOT_UNDERSTOOD, TOO_LARGE -> true;
      case NOT_SENT, LOST, TIMEOUT, NOT_DAV, NOT_SIGNED_IN, REDIRECTED -> false;
    };
  }

  private Resource.@Nullable There withUid(Href href, String uid) {
    return reader.bodies(List.of(href)).getFirst() instanceof Resource.There there
            && lens.get(there.text()) instanceof ResourceLens.Reading.Understood understood
            && understood.item().uid().equals(uid)
        ? there
        : null;
  }
}
