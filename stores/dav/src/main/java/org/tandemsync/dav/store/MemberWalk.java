package org.tandemsync.dav.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.Family;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.StoreException;

/** Lists a collection whose server does not know sync-collection: its members, one by one. */
final class MemberWalk {
  private static final Logger LOG = LoggerFactory.getLogger(MemberWalk.class);

  private final DavClient client;
  private final DavCollection collection;
  private final ListedRows rows;
  private final Checkpoints checkpoints;
  private final String component;

  MemberWalk(
      DavClient client,
      DavCollection collection,
      Family family,
      ListedRows rows,
      Checkpoints checkpoints) {
    this.client = client;
    this.collection = collection;
    this.rows = rows;
    this.checkpoints = checkpoints;
    this.component = MovedMembers.component(family);
  }

  /** Nothing while the ctag is the same, else RFC 4918's listing. */
  Listing list(@Nullable Checkpoint since, boolean opened) {
    // SOGo's ctag is a second of the clock: that it is the same proves nothing about that second.
    boolean useful = collection.capabilities().contains("ctag") && !collection.groupware();
    String before = useful ? checkpoints.value(since, "ctag") : null;
    if (before != null && opened && before.equals(collection.ctag())) {
      return Listing.unchanged(Objects.requireNonNull(since));
    }
    String ctag = useful ? ctag() : "";
    if (!ctag.isEmpty() && ctag.equals(before)) {
      return Listing.unchanged(Objects.requireNonNull(since));
    }
    List<ListingLine> lines;
    try {
      lines =
          client
              .propfind(
                  collection.href(), Depth.MEMBERS, CollectionListing.PROPERTIES, ListingLine::of)
              .rows();
    } catch (DavException e) {
      if (e.status() == 404 && isStillThere()) {
        return Listing.complete(List.of(), null); // Synology, when there is nothing in it
      }
      if (!mayShowNoMembers(e)) {
        throw e;
      }
      LOG.info("{} does not list its members: {}", collection.url(), e.getMessage());
      return whole(query(e), ctag);
    }
    if (lines.isEmpty()) {
      throw new StoreException(
          StoreException.Reason.DAMAGED,
          collection.url()
              + " answered with an empty listing that does not even name the collection itself."
              + " Nothing is concluded from it; try again later.");
    }
    return whole(lines, ctag);
  }

  private static boolean mayShowNoMembers(DavException e) {
    if (e.asksForPause()) {
      return false;
    }
    return switch (e.status()) {
      case 400, 403, 405, 406, 409, 422, 500, 501 -> true;
      default -> false;
    };
  }

  /** By a query for all of the kind; if that fails too, the first failure tells more. */
  private List<ListingLine> query(DavException e) {
    try {
      return client
          .query(collection.href(), component, CollectionListing.PROPERTIES, ListingLine::of)
          .rows();
    } catch (DavException alsoFails) {
      e.addSuppressed(alsoFails);
      throw e;
    }
  }

  private Listing whole(List<ListingLine> lines, String ctag) {
    ListedRows.Gathered gathered = rows.new Gathered();
    gathered.add(lines, false);
    boolean cutShort =
        !gathered.isAllHere()
            || lines.stream().anyMatch(l -> l.saying() == ListingLine.Saying.CUT_SHORT);
    return new Listing(
        cutShort ? Listing.Scope.PARTIAL : Listing.Scope.COMPLETE,
        gathered.rows(),
        Set.of(),
        cutShort || ctag.isEmpty() ? null : checkpoints.of("ctag", ctag));
  }

  /** Asked for before the listing: what changes meanwhile is seen again. */
  private String ctag() {
    return about(Names.CTAG).map(p -> p.text(Names.CTAG)).orElse("");
  }

  private boolean isStillThere() {
    try {
      return about(Names.RESOURCETYPE).filter(DavCollection::isCollection).isPresent();
    } catch (DavException e) {
      if (e.status() == 404 || e.status() == 410) {
        return false;
      }
      throw e;
    }
  }

  private Optional<Response.Properties> about(QName name) {
    return client
        .propfind(
            collection.href(),
            Depth.SELF,
            List.of(name),
            r -> r instanceof Response.Properties p ? p : null)
        .rows()
        .stream()
        .findFirst();
  }
}
