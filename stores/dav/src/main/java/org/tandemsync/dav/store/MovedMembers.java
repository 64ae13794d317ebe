package org.tandemsync.dav.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.tandemsync.sync.StoreException;

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

  /**
   * What servers say that do not know the question; anything else is about this moment. Xandikos
   * (0.2.8) fails with 500 at each question about cards.
   */
  private static final Set<Integer> NOT_KNOWN = Set.of(400, 403, 404, 405, 409, 415, 422, 500, 501);

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
    this.component = component(family);
    this.lens = lens;
    this.reader = reader;
  }

  /** What a query asks for; empty in an address book. */
  static String component(Family family) {
    return switch (family) {
      case EVENTS -> "VEVENT";
      case TASKS -> "VTODO";
      case CONTACTS -> "";
    };
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
   * @throws StoreException if what was found cannot be read now
   */
  Optional<Resource.There> other(Href own, String uid) {
    List<Href> others =
        found(uid).stream()
            .filter(href -> !href.identity().equals(own.identity()))
            .filter(collection.href()::holds)
            .toList();
    for (Resource member : others.isEmpty() ? List.<Resource>of() : reader.bodies(others)) {
      switch (member) {
        case Resource.There there when hasUid(there, uid) -> {
          return Optional.of(there);
        }
        case Resource.There _, Resource.Missing _ -> {}
        case Resource.Unclear unclear ->
            throw new StoreException(StoreException.Reason.UNREACHABLE, unclear.reason());
      }
    }
    return Optional.empty();
  }

  private List<Href> found(String uid) {
    try {
      List<Href> found =
          client
              .withUid(
                  collection.href(),
                  component,
                  uid,
                  row -> client.located(row.href(), collection.href()))
              .rows();
      if (!found.isEmpty() && found.stream().noneMatch(collection.href()::covers)) {
        throw client.elsewhere("REPORT", collection.href(), found.getFirst().path());
      }
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
      case STATUS -> NOT_KNOWN.contains(e.status()) && !e.asksForPause();
      case TOO_LARGE -> true;
      case NOT_UNDERSTOOD, NOT_SENT, LOST, TIMEOUT, NOT_DAV -> false;
      case NOT_SIGNED_IN, REDIRECTED, ELSEWHERE -> false;
    };
  }

  private boolean hasUid(Resource.There there, String uid) {
    return lens.get(there.text()) instanceof ResourceLens.Reading.Understood understood
        && understood.item().uid().equals(uid);
  }
}
