package org.tandemsync.dav.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.ETag;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.MultiStatus;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.dav.client.SyncToken;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.StoreException;

/** Lists a collection: what changed since a token where the server knows how, else everything. */
final class CollectionListing {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionListing.class);

  /** Begins our checkpoints: SOGo answers to any token, also to one that was never its own. */
  private static final String TOKEN = "sync-token ";

  private static final int MAX_PAGES = 10_000;
  private static final List<QName> PROPERTIES =
      List.of(Names.GETETAG, Names.GETCONTENTTYPE, Names.RESOURCETYPE);

  /** What is said of one href. */
  private record Line(String href, Saying saying, Optional<ETag> etag, String type) {}

  private enum Saying {
    THERE,
    GONE,
    UNCLEAR,
    CUT_SHORT
  }

  private final DavClient client;
  private final DavCollection collection;
  private final MemberTypes types;
  private final Spellings spellings;

  CollectionListing(
      DavClient client, DavCollection collection, MemberTypes types, Spellings spellings) {
    this.client = client;
    this.collection = collection;
    this.types = types;
    this.spellings = spellings;
  }

  Listing list(@Nullable Checkpoint since) {
    // RFC 3253 wants the set of reports; a server that does not give it may have this one.
    boolean reports =
        collection.capabilities().isEmpty()
            || collection.capabilities().contains(Names.SYNC_COLLECTION.getLocalPart());
    if (!reports) {
      return walk();
    }
    if (since != null
        && since.value().length() > TOKEN.length()
        && since.value().startsWith(TOKEN)) {
      try {
        return report(Optional.of(new SyncToken(since.value().substring(TOKEN.length()))));
      } catch (DavException e) {
        if (!mayBeTheToken(e)) {
          throw e;
        }
        LOG.info("{} does not take the sync token any more: listing completely", collection.url());
      }
    }
    try {
      return report(Optional.empty());
    } catch (DavException e) {
      if (!mayBeTheToken(e)) {
        throw e;
      }
      LOG.info("{} has no usable sync-collection: {}", collection.url(), e.getMessage());
      return walk();
    }
  }

  /** Radicale answers 403 to a token it does not know, others 409 or 410, Xandikos 500. */
  private static boolean mayBeTheToken(DavException e) {
    return switch (e.status()) {
      case 0, 401, 404, 429, 502, 503, 504 -> false;
      default -> true;
    };
  }

  /** RFC 6578, page by page: 507 for the collection itself says that there is more. */
  private Listing report(Optional<SyncToken> since) {
    Map<ItemId, Listing.Row> rows = new LinkedHashMap<>();
    Set<ItemId> removed = new HashSet<>();
    Optional<SyncToken> token = since;
    boolean more = true;
    for (int page = 0; more && page < MAX_PAGES; page++) {
      MultiStatus<Line> answer =
          client.syncCollection(collection.href(), token, PROPERTIES, CollectionListing::line);
      boolean literal = isLiteral(answer.rows());
      for (Line line : answer.rows()) {
        member(line, literal).ifPresent(id -> record(id, line, rows, removed));
      }
      more = answer.rows().stream().anyMatch(l -> l.saying() == Saying.CUT_SHORT);
      boolean stuck = answer.token().isEmpty() || answer.token().equals(token);
      token = answer.token();
      if (more && stuck) {
        break;
      }
    }
    Checkpoint next = token.map(t -> new Checkpoint(TOKEN + t.value())).orElse(null);
    if (more) {
      return new Listing(Listing.Scope.PARTIAL, List.copyOf(rows.values()), Set.of(), null);
    }
    // Radicale's first report also names what was deleted; in a complete listing that says nothing.
    return since.isPresent()
        ? new Listing(Listing.Scope.CHANGES, List.copyOf(rows.values()), removed, next)
        : Listing.complete(List.copyOf(rows.values()), next);
  }

  private static void record(
      ItemId id, Line line, Map<ItemId, Listing.Row> rows, Set<ItemId> removed) {
    if (line.saying() == Saying.GONE) {
      rows.remove(id);
      removed.add(id);
    } else {
      removed.remove(id);
      rows.put(id, new Listing.Row(id, line.etag().map(e -> new Revision(e.text())).orElse(null)));
    }
  }

  /** RFC 4918: all members with their tags. */
  private Listing walk() {
    MultiStatus<Line> answer =
        client.propfind(collection.href(), Depth.MEMBERS, PROPERTIES, CollectionListing::line);
    if (answer.rows().isEmpty()) {
      throw new StoreException(
          StoreException.Reason.DAMAGED,
          collection.url()
              + " answered with an empty listing that does not even name the collection itself."
              + " Nothing is concluded from it; try again later.");
    }
    Map<ItemId, Listing.Row> rows = new LinkedHashMap<>();
    Set<ItemId> gone = new HashSet<>();
    for (Line line : answer.rows()) {
      member(line, false).ifPresent(id -> record(id, line, rows, gone));
    }
    boolean cutShort = answer.rows().stream().anyMatch(l -> l.saying() == Saying.CUT_SHORT);
    return new Listing(
        cutShort ? Listing.Scope.PARTIAL : Listing.Scope.COMPLETE,
        new ArrayList<>(rows.values()),
        Set.of(),
        null);
  }

  private static Line line(Response response) {
    return switch (response) {
      case Response.Properties p -> {
        boolean folder =
            p.get(Names.RESOURCETYPE).map(t -> t.child(Names.COLLECTION).isPresent()).orElse(false);
        String type = folder ? MemberTypes.FOLDER : p.text(Names.GETCONTENTTYPE);
        yield new Line(p.href(), Saying.THERE, p.etag(), type.intern());
      }
      case Response.Status s ->
          new Line(
              s.href(),
              switch (s.status()) {
                case 404, 410 -> Saying.GONE;
                case 507 -> Saying.CUT_SHORT;
                default -> Saying.UNCLEAR;
              },
              Optional.empty(),
              "");
    };
  }

  /** The id of a line that is about an item of this collection. */
  private Optional<ItemId> member(Line line, boolean literal) {
    if (line.saying() == Saying.CUT_SHORT) {
      return Optional.empty();
    }
    Optional<Href> href =
        literal ? literal(line.href()) : client.resolve(line.href(), collection.href());
    return href.filter(h -> collection.href().holds(h) && !h.endsWithSlash())
        .filter(h -> line.saying() != Saying.THERE || types.fits(h, line.type()))
        .map(spellings::id);
  }

  /** A member whose name is not escaped; the path of the collection before it may be. */
  private Optional<Href> literal(String href) {
    Href folder = collection.href();
    String before = href.substring(0, href.length() - name(href).length());
    boolean ours =
        client.resolve(before, folder).filter(folder::isSame).isPresent()
            || Href.ofLiteralPath(before).isSame(folder);
    return ours && !name(href).isEmpty()
        ? Optional.of(folder.member(name(href)))
        : Optional.empty();
  }

  private static String name(String href) {
    return href.substring(href.lastIndexOf('/') + 1);
  }

  /**
   * Whether names are not escaped, as in SOGo's sync-collection answers. What no URL may hold
   * proves it; a percent sign alone is looked up.
   */
  private boolean isLiteral(List<Line> lines) {
    if (lines.stream().anyMatch(l -> name(l.href()).chars().anyMatch(c -> c <= ' ' || c > '~'))) {
      return true;
    }
    List<Line> doubtful = lines.stream().filter(l -> name(l.href()).contains("%")).toList();
    if (!collection.groupware() || doubtful.isEmpty()) {
      return false;
    }
    return doubtful.stream()
        .filter(l -> l.saying() == Saying.THERE)
        .findFirst()
        .map(l -> client.resolve(l.href(), collection.href()).filter(this::isThere).isEmpty())
        .orElse(true);
  }

  private boolean isThere(Href href) {
    try {
      return client.propfind(href, Depth.SELF, List.of(Names.GETETAG), r -> r).rows().stream()
          .anyMatch(r -> r instanceof Response.Properties);
    } catch (DavException e) {
      if (e.status() == 404) {
        return false;
      }
      throw e;
    }
  }
}
