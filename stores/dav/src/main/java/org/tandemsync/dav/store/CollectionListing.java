package org.tandemsync.dav.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.MultiStatus;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.dav.client.SyncToken;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.Family;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Listing;

/**
 * Lists a collection: what changed since a token where the server knows how, nothing if the ctag is
 * the same, else everything; by a query if the server shows no members.
 */
final class CollectionListing {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionListing.class);

  private static final String REPORT = Names.SYNC_COLLECTION.getLocalPart();

  /** Seconds, also for clocks that differ a little. */
  private static final int A_WHILE = 60;

  private static final int MAX_PAGES = 10_000;

  /** So many pages without anything new: the server goes round in circles. */
  private static final int MAX_BARREN_PAGES = 3;

  /** All pages together: what one answer may hold, and as much again. */
  private static final int MAX_ROWS = 600_000;

  static final List<QName> PROPERTIES =
      List.of(Names.GETETAG, Names.GETCONTENTTYPE, Names.RESOURCETYPE);

  /** Characters of bodies that a listing of changes may bring along. */
  private static final int BODIES = 4 << 20;

  private final DavClient client;
  private final DavCollection collection;
  private final ListedRows rows;
  private final ResourceReader reader;
  private final Checkpoints checkpoints;
  private final MemberWalk walk;

  /** What the collection said of itself when it was opened is as good as a question, once. */
  private final AtomicBoolean justOpened = new AtomicBoolean(true);

  /** Whether listings of changes may bring bodies along. */
  private volatile boolean withBodies;

  CollectionListing(
      DavClient client,
      DavCollection collection,
      Family family,
      Spellings spellings,
      ListedNames names,
      ResourceReader reader) {
    this.client = client;
    this.collection = collection;
    this.rows = new ListedRows(client, collection, family, spellings, names, reader);
    this.reader = reader;
    this.checkpoints = new Checkpoints(client.settings().clock());
    this.walk = new MemberWalk(client, collection, family, rows, checkpoints);
    this.withBodies = !collection.groupware();
  }

  /** What a collection answers that nobody has asked in this run what it is. */
  sealed interface Since {
    /** As the one that it is thought to be. */
    record Changes(Listing listing) implements Since {}

    /**
     * It was not asked, or not answered in a way that leaves no doubt.
     *
     * @param answer what came instead of a listing, or null
     */
    record Doubtful(@Nullable DavException answer) implements Since {
      /** Whether it may have been the token that was refused. */
      boolean refused() {
        return answer != null && answer.kind() == DavException.Kind.STATUS;
      }
    }
  }

  /**
   * What changed since a checkpoint, if it has a token and the answer is beyond doubt: a
   * multi-status to the end with a token of the same sort.
   *
   * @throws DavException if the server cannot be asked at all now
   */
  Since since(@Nullable Checkpoint checkpoint) {
    reader.forget();
    String token = checkpoints.value(checkpoint, "sync-token");
    if (token == null || !collection.capabilities().contains(REPORT)) {
      return new Since.Doubtful(null);
    }
    try {
      Listing changes = changes(new SyncToken(token), checkpoint);
      String next = checkpoints.value(changes.next(), "sync-token");
      return changes.scope() == Listing.Scope.CHANGES
              && next != null
              && Checkpoints.countsSeconds(next) == Checkpoints.countsSeconds(token)
              && !Checkpoints.wentBack(checkpoint, changes)
          ? new Since.Changes(changes)
          : new Since.Doubtful(null);
    } catch (DavException e) {
      return switch (e.kind()) {
        case NOT_SENT, LOST, TIMEOUT, NOT_SIGNED_IN -> throw e;
        case STATUS -> {
          if (!mayBeTheToken(e)) {
            throw e;
          }
          yield new Since.Doubtful(e);
        }
        case NOT_UNDERSTOOD, TOO_LARGE, NOT_DAV, REDIRECTED, ELSEWHERE -> new Since.Doubtful(e);
      };
    }
  }

  /**
   * @param refused whether the token of the checkpoint was refused a moment ago
   */
  Listing list(@Nullable Checkpoint since, boolean refused) {
    reader.forget();
    boolean opened = justOpened.getAndSet(false);
    // RFC 3253 wants the set of reports; a server that does not give it may have this one.
    boolean reports =
        collection.capabilities().isEmpty() || collection.capabilities().contains(REPORT);
    if (!reports) {
      return walk.list(since, opened);
    }
    String token = checkpoints.value(since, "sync-token");
    if (token != null && opened && isCurrent(token)) {
      return nothing(since);
    }
    Listing.Continuity continuity =
        token != null && refused ? Listing.Continuity.BROKEN : Listing.Continuity.USUAL;
    if (token != null && !refused) {
      try {
        Listing changes = changes(new SyncToken(token), since);
        if (!Checkpoints.wentBack(since, changes)) {
          return changes;
        }
        LOG.info("{} counts its sync tokens from an earlier one: all is listed", collection.url());
        continuity = Listing.Continuity.REVERSED;
      } catch (DavException e) {
        if (!mayBeTheToken(e)) {
          throw e;
        }
        LOG.info("{} does not take the sync token any more: listing completely", collection.url());
        continuity = Listing.Continuity.BROKEN;
      }
    }
    try {
      Listing all = report(Optional.empty(), null, false);
      return Checkpoints.wentBack(since, all)
          ? all.with(Listing.Continuity.REVERSED)
          : audited(since, all.with(continuity));
    } catch (DavException e) {
      if (!mayBeTheToken(e)) {
        throw e;
      }
      LOG.info("{} has no usable sync-collection: {}", collection.url(), e.getMessage());
      return walk.list(since, opened).with(continuity);
    }
  }

  /**
   * A server that was put back to an earlier state and went on from there may take our token for
   * one of its own. So when everything is listed because it is time, the server is asked beside
   * that what is gone since the token: what it passes over has not been deleted by anybody.
   */
  private Listing audited(@Nullable Checkpoint since, Listing all) {
    String token = all.scope() == Listing.Scope.COMPLETE ? checkpoints.outdated(since) : null;
    if (token == null) {
      return all;
    }
    try {
      Listing changes = report(Optional.of(new SyncToken(token)), since, false);
      return switch (changes.scope()) {
        case CHANGES ->
            new Listing(
                all.scope(), all.rows(), changes.removed(), all.next(), Listing.Continuity.TOLD);
        case COMPLETE, PARTIAL -> all;
      };
    } catch (DavException e) {
      if (!mayBeTheToken(e)) {
        throw e;
      }
      return all; // tokens come of age
    }
  }

  private static Listing nothing(@Nullable Checkpoint since) {
    return Listing.unchanged(Objects.requireNonNull(since));
  }

  /**
   * Whether the token is the collection's of a moment ago. SOGo's tokens are seconds of the clock,
   * and prove nothing about a second that is not long over.
   */
  private boolean isCurrent(String token) {
    return token.equals(collection.syncToken())
        && (!collection.groupware() || isSecondLongOver(token));
  }

  private boolean isSecondLongOver(String token) {
    return token.matches("[0-9]{9,11}")
        && client.settings().clock().instant().getEpochSecond() - Long.parseLong(token) > A_WHILE;
  }

  /** With the bodies of what changed, if the server gives them: then nobody has to ask for them. */
  private Listing changes(SyncToken token, @Nullable Checkpoint since) {
    if (withBodies) {
      try {
        return report(Optional.of(token), since, true);
      } catch (DavException e) {
        boolean perhapsTheBodies =
            switch (e.kind()) {
              case NOT_UNDERSTOOD, TOO_LARGE -> true;
              case STATUS -> e.status() == 400 || (e.status() >= 500 && mayBeTheToken(e));
              case NOT_SENT, LOST, TIMEOUT, NOT_DAV, NOT_SIGNED_IN, REDIRECTED, ELSEWHERE -> false;
            };
        if (!perhapsTheBodies) {
          throw e;
        }
        reader.forget();
        withBodies = false;
      }
    }
    return report(Optional.of(token), since, false);
  }

  /**
   * Radicale answers 403 to a token it does not know, others 409 or 410, Xandikos 500; Synology
   * answers 404 for a calendar without entries.
   */
  private static boolean mayBeTheToken(DavException e) {
    return switch (e.status()) {
      case 0, 401, 502, 504 -> false;
      default -> !e.asksForPause();
    };
  }

  /** RFC 6578, page by page: 507 for the collection itself says that there is more. */
  private Listing report(Optional<SyncToken> since, @Nullable Checkpoint before, boolean bodies) {
    List<QName> properties = new ArrayList<>(PROPERTIES);
    if (bodies) {
      properties.add(reader.data());
    }
    AtomicInteger room = new AtomicInteger(BODIES);
    ListedRows.Gathered gathered = rows.new Gathered();
    Optional<SyncToken> token = since;
    boolean more = true;
    int barren = 0;
    for (int page = 0; more && page < MAX_PAGES && gathered.size() < MAX_ROWS; page++) {
      int known = gathered.size();
      MultiStatus<ListingLine> answer =
          client.syncCollection(
              collection.href(), token, properties, bodies, r -> withBody(r, room));
      gathered.add(answer.rows(), true);
      more = answer.rows().stream().anyMatch(l -> l.saying() == ListingLine.Saying.CUT_SHORT);
      boolean stuck = answer.token().isEmpty() || answer.token().equals(token);
      token = answer.token();
      barren = gathered.size() == known ? barren + 1 : 0;
      if (more && (stuck || barren >= MAX_BARREN_PAGES)) {
        break;
      }
    }
    if (more || !gathered.isAllHere()) {
      return new Listing(Listing.Scope.PARTIAL, gathered.rows(), Set.of(), null);
    }
    // Radicale's first report also names what was deleted; in a complete listing that says nothing.
    return since.isPresent()
        ? new Listing(
            Listing.Scope.CHANGES,
            gathered.rows(),
            gathered.removed(),
            checkpoints.next(token, since, before))
        : Listing.complete(gathered.rows(), checkpoints.next(token, since, before));
  }

  /** Keeps the content, if there is some and room for it. */
  private ListingLine withBody(Response response, AtomicInteger room) {
    ListingLine line = ListingLine.of(response);
    if (!(response instanceof Response.Properties p) || p.get(reader.data()).isEmpty()) {
      return line;
    }
    int left = room.addAndGet(-p.text(reader.data()).length());
    return left < 0 ? line : line.with(p);
  }
}
