package org.tandemsync.dav.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.discovery.DavTrouble;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.items.Family;
import org.tandemsync.sync.StoreException;

/**
 * What is known of a collection: asked for in this run, or remembered from an earlier one. What is
 * remembered is good for one thing only, to ask what has changed since a token. If that is answered
 * beyond doubt, the collection is there and is what it was; whatever is asked otherwise, or
 * answered otherwise, it is asked itself first.
 */
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private final DavClient client;
  private final Href at;
  private final Family family;
  private final CollectionMemory memory;
  private volatile DavCollection collection;

  /** Whether the collection has said in this run what it is. */
  private volatile boolean asked;

  /** Whether it has shown in this run that it is there. */
  private volatile boolean certain;

  private @Nullable StoreException trouble;

  private Opening(
      DavClient client,
      Family family,
      CollectionMemory memory,
      DavCollection collection,
      boolean asked) {
    this.client = client;
    this.at = collection.href();
    this.family = family;
    this.memory = memory;
    this.collection = collection;
    this.asked = asked;
    this.certain = asked;
  }

  /** Of a collection that was asked a moment ago. */
  static Opening asked(
      DavClient client, Family family, CollectionMemory memory, DavCollection collection) {
    return new Opening(client, family, memory, fitting(collection, family), true);
  }

  /** Of one that an earlier run has asked. */
  static Opening remembered(
      DavClient client, Family family, CollectionMemory memory, DavCollection collection) {
    return new Opening(client, family, memory, fitting(collection, family), false);
  }

  /**
   * Asks the server.
   *
   * @throws StoreException if it is not there
   */
  static DavCollection ask(DavClient client, Href at) {
    return Discovery.collection(client, at)
        .orElseThrow(
            () ->
                notFound(
                    client.url(at)
                        + " is no calendar or address book, or not there any more. Nothing is"
                        + " concluded from that; see what there is with `tandem discover "
                        + client.origin()
                        + "/`."));
  }

  private static DavCollection fitting(DavCollection collection, Family family) {
    if (!collection.kind().contains(family)) {
      throw notFound(
          collection.url() + " takes no " + family.label() + ". Choose another collection.");
    }
    return collection;
  }

  private static StoreException notFound(String message) {
    return new StoreException(StoreException.Reason.NOT_FOUND, message);
  }

  DavCollection collection() {
    return collection;
  }

  CollectionMemory memory() {
    return memory;
  }

  boolean isCertain() {
    return certain;
  }

  /** The collection has answered as the one that is remembered. */
  void confirmed() {
    certain = true;
  }

  /**
   * Asks the collection itself.
   *
   * @throws StoreException if it is not there, takes no items of the family any more, or may only
   *     be read although the run began as if it could be written
   */
  DavCollection ask() {
    return ask(null);
  }

  /**
   * The same after an answer that does not fit; if it is not there, that answer tells more.
   *
   * @param answered what a listing of changes was answered, or null
   */
  synchronized DavCollection ask(@Nullable DavException answered) {
    LOG.info("asking {} what it is", collection.url());
    memory.forget();
    DavCollection now = fitting(found(answered), family);
    memory.keep(now);
    if (!now.href().isSame(at)) {
      throw other(collection, "is at " + now.url() + " now");
    }
    if (collection.writable() && !now.writable()) {
      throw other(now, "may only be read by the account now");
    }
    collection = now;
    asked = true;
    certain = true;
    return now;
  }

  private DavCollection found(@Nullable DavException answered) {
    try {
      return ask(client, at);
    } catch (StoreException e) {
      if (answered != null
          && e.reason() == StoreException.Reason.NOT_FOUND
          && (answered.kind() == DavException.Kind.NOT_DAV || answered.status() == 403)) {
        throw DavTrouble.of(answered);
      }
      throw e;
    }
  }

  /**
   * The server has refused a write. If the collection has not been asked in this run, it is now,
   * once.
   *
   * @return why nothing more can be written to it, or empty
   */
  synchronized Optional<StoreException> refused() {
    if (!asked) {
      asked = true;
      DavCollection before = collection;
      try {
        trouble = isSame(before, ask()) ? null : other(before, "is not what it was");
      } catch (StoreException e) {
        trouble = e;
      }
    }
    return Optional.ofNullable(trouble);
  }

  private static boolean isSame(DavCollection before, DavCollection now) {
    return before.kind().equals(now.kind())
        && before.groupware() == now.groupware()
        && before.capabilities().equals(now.capabilities());
  }

  /** The next run knows, and goes on by itself. */
  private static StoreException other(DavCollection collection, String what) {
    return new StoreException(
        StoreException.Reason.BUSY,
        collection.url() + " " + what + ". Nothing is lost; the next sync goes on with that.");
  }
}
