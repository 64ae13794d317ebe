package org.tandemsync.distribution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Origin;
import org.tandemsync.dav.discovery.CollectionText;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.store.CollectionMemory;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.RememberedCollections;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Endpoint;

/** What the collection at an address has said to an account. */
final class KeptCollection implements CollectionMemory {
  private static final Logger LOG = LoggerFactory.getLogger(KeptCollection.class);

  /** What is owed is so whatever the clock says, but not for ever. */
  private static final Duration LONGEST_OWED = Duration.ofDays(400);

  private final RememberedCollections remembered;
  private final InstantSource clock;
  private final Origin origin;
  private final Href href;
  private final String place;

  /** Where what is to be given back is kept. */
  private final String owed;

  KeptCollection(RememberedCollections remembered, InstantSource clock, Endpoint.Dav at) {
    this.remembered = remembered;
    this.clock = clock;
    this.origin = Origin.of(at.url());
    String path = at.url().getRawPath();
    this.href = Href.ofPath(path == null || path.isEmpty() ? "/" : path).asCollection();
    this.place = identity(at.access(), origin + href.path());
    this.owed = "owed to " + place;
  }

  /** The identity of a place on a server. */
  static String identity(Access access, String url) {
    return "dav:" + access.user() + "@" + url;
  }

  /** What it said, if that is no longer ago. */
  Optional<DavCollection> since(Duration longest) {
    Instant now = clock.instant();
    return remembered
        .at(place, now.minus(longest), now)
        .flatMap(text -> CollectionText.read(origin, href, text));
  }

  @Override
  public void keep(DavCollection asked) {
    if (asked.href().isSame(href)) {
      CollectionText.of(asked)
          .ifPresentOrElse(
              text -> without(() -> remembered.keep(place, text, clock.instant())), this::forget);
    }
  }

  @Override
  public void forget() {
    without(() -> remembered.forget(place));
  }

  @Override
  public boolean owe(String properties) {
    try {
      remembered.keep(owed, properties, clock.instant());
      return true;
    } catch (CannotRun e) {
      LOG.warn("properties of a collection cannot be remembered: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public Optional<String> owed() {
    Instant now = clock.instant();
    return remembered.at(owed, now.minus(LONGEST_OWED), now.plus(LONGEST_OWED));
  }

  @Override
  public void paid() {
    without(() -> remembered.forget(owed));
  }

  /** Nothing rests on it: a full disk is told by what does. */
  private static void without(Runnable write) {
    try {
      write.run();
    } catch (CannotRun e) {
      LOG.warn("what a collection said of itself is not remembered: {}", e.getMessage());
    }
  }
}
