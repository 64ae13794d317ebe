package org.tandemsync.dav.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/**
 * Lists a collection: what changed since a token where the server knows how, nothing if the ctag is
 * the same, else everything.
 */
final class CollectionListing {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionListing.class);

  /**
   * Our checkpoints say what they are: SOGo answers to any token, also to one that was never its
   * own. And they have the day of the last complete listing: after a week there is another one, for
   * a change that a token passed over would stay hidden for ever.
   */
  private static final Pattern CHECKPOINT =
      Pattern.compile("(sync-token|ctag) (?:([0-9]{1,7}) )?(.+)", Pattern.DOTALL);

  private static final int LISTED_AFTER_DAYS = 7;
  private static final int MAX_PAGES = 10_000;

  /** So many pages without anything new: the server goes round in circles. */
  private static final int MAX_BARREN_PAGES = 3;

  /** All pages together: what one answer may hold, and as much again. */
  private static final int MAX_ROWS = 600_000;

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
  private final ListedNames names;

  CollectionListing(
      DavClient client,
      DavCollection collection,
      MemberTypes types,
      Spellings spellings,
      ListedNames names) {
    this.client = client;
    this.collection = collection;
    this.types = types;
    this.spellings = spellings;
    this.names = names;
  }

  Listing list(@Nullable Checkpoint since) {
    // RFC 3253 wants the set of reports; a server that does not give it may have this one.
    boolean reports =
        collection.capabilities().isEmpty()
            || collection.capabilities().contains(Names.SYNC_COLLECTION.getLocalPart());
    if (!reports) {
      return walk(since);
    }
    String token = value(since, "sync-token");
    if (token != null) {
      try {
        return report(Optional.of(new SyncToken(token)), since);
      } catch (DavException e) {
        if (!mayBeTheToken(e)) {
          throw e;
        }
        LOG.info("{} does not take the sync token any more: listing completely", collection.url());
      }
    }
    try {
      return report(Optional.empty(), null);
    } catch (DavException e) {
      if (!mayBeTheToken(e)) {
        throw e;
      }
      LOG.info("{} has no usable sync-collection: {}", collection.url(), e.getMessage());
      return walk(since);
    }
  }

  /** What a checkpoint holds, or null if it is another one, or too old. */
  private @Nullable String value(@Nullable Checkpoint since, String kind) {
    if (since == null) {
      return null;
    }
    Matcher parts = CHECKPOINT.matcher(since.value());
    if (!parts.matches() || !parts.group(1).equals(kind)) {
      return null;
    }
    String day = parts.group(2);
    long age = day == null ? 0 : today() - Long.parseLong(day);
    return age >= 0 && age < LISTED_AFTER_DAYS ? parts.group(3) : null;
  }

  private Checkpoint checkpoint(String kind, String value) {
    return new Checkpoint(kind + " " + today() + " " + value);
  }

  private long today() {
    return LocalDate.ofInstant(client.settings().clock().instant(), ZoneOffset.UTC).toEpochDay();
  }

  /**
   * Radicale answers 403 to a token it does not know, others 409 or 410, Xandikos 500; Synology
   * answers 404 for a calendar without entries.
   */
  private static boolean mayBeTheToken(DavException e) {
    return switch (e.status()) {
      case 0, 401, 429, 502, 503, 504 -> false;
      default -> true;
    };
  }

  /** RFC 6578, page by page: 507 for the collection itself says that there is more. */
  private Listing report(Optional<SyncToken> since, @Nullable Checkpoint before) {
    Map<ItemId, Listing.Row> rows = new LinkedHashMap<>();
    Set<ItemId> removed = new HashSet<>();
    Optional<SyncToken> token = since;
    boolean more = true;
    int barren = 0;
    for (int page = 0; more && page < MAX_PAGES && rows.size() < MAX_ROWS; page++) {
      int known = rows.size() + removed.size();
      MultiStatus<Line> answer =
          client.syncCollection(collection.href(), token, PROPERTIES, CollectionListing::line);
      record(answer.rows(), true, rows, removed);
      more = answer.rows().stream().anyMatch(l -> l.saying() == Saying.CUT_SHORT);
      boolean stuck = answer.token().isEmpty() || answer.token().equals(token);
      token = answer.token();
      barren = rows.size() + removed.size() == known ? barren + 1 : 0;
      if (more && (stuck || barren >= MAX_BARREN_PAGES)) {
        break;
      }
    }
    if (more) {
      return new Listing(Listing.Scope.PARTIAL, List.copyOf(rows.values()), Set.of(), null);
    }
    // Radicale's first report also names what was deleted; in a complete listing that says nothing.
    return since.isPresent()
        ? new Listing(
            Listing.Scope.CHANGES, List.copyOf(rows.values()), removed, next(token, since, before))
        : Listing.complete(List.copyOf(rows.values()), next(token, since, before));
  }

  /** The day of a checkpoint is that of the last complete listing. */
  private @Nullable Checkpoint next(
      Optional<SyncToken> token, Optional<SyncToken> since, @Nullable Checkpoint before) {
    if (token.isEmpty()) {
      return null;
    }
    if (since.isEmpty() || before == null) {
      return checkpoint("sync-token", token.get().value());
    }
    Matcher parts = CHECKPOINT.matcher(before.value());
    String day = parts.matches() ? parts.group(2) : null;
    return day == null
        ? checkpoint("sync-token", token.get().value())
        : new Checkpoint("sync-token " + day + " " + token.get().value());
  }

  /** Adds what the lines of one answer say. */
  private void record(
      List<Line> lines, boolean inSync, Map<ItemId, Listing.Row> rows, Set<ItemId> removed) {
    List<Line> members = lines.stream().filter(l -> l.saying() != Saying.CUT_SHORT).toList();
    Map<ItemId, Line> inThisAnswer = new LinkedHashMap<>();
    List<List<Href>> meanings = meanings(members, inSync);
    for (int i = 0; i < members.size(); i++) {
      Line line = members.get(i);
      boolean certain = meanings.get(i).size() == 1;
      for (Href href : meanings.get(i)) {
        if (isMember(href, line)) {
          Line said = certain ? line : new Line(line.href(), line.saying(), Optional.empty(), "");
          inThisAnswer.merge(spellings.id(href), said, CollectionListing::both);
        }
      }
    }
    inThisAnswer.forEach((id, line) -> record(id, line, rows, removed));
  }

  private List<List<Href>> meanings(List<Line> lines, boolean inSync) {
    if (!inSync) {
      return lines.stream()
          .map(l -> client.resolve(l.href(), collection.href()).stream().toList())
          .toList();
    }
    List<ListedNames.Listed> listed =
        lines.stream()
            .map(l -> new ListedNames.Listed(l.href(), l.saying() == Saying.GONE, l.etag()))
            .toList();
    return names.meanings(listed);
  }

  /** Two lines about the same: if they do not agree, only reading tells. */
  private static Line both(Line one, Line other) {
    boolean agree = one.saying() == other.saying() && one.etag().equals(other.etag());
    return agree ? other : new Line(one.href(), Saying.UNCLEAR, Optional.empty(), one.type());
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

  /** Without sync-collection: nothing while the ctag is the same, else RFC 4918's listing. */
  private Listing walk(@Nullable Checkpoint since) {
    // SOGo's ctag is a second of the clock: that it is the same proves nothing about that second.
    boolean useful = collection.capabilities().contains("ctag") && !collection.groupware();
    String ctag = useful ? ctag() : "";
    if (!ctag.isEmpty() && ctag.equals(value(since, "ctag"))) {
      return new Listing(Listing.Scope.CHANGES, List.of(), Set.of(), Objects.requireNonNull(since));
    }
    List<Line> lines;
    try {
      lines =
          client
              .propfind(collection.href(), Depth.MEMBERS, PROPERTIES, CollectionListing::line)
              .rows();
    } catch (DavException e) {
      if (e.status() == 404 && isStillThere()) {
        return Listing.complete(List.of(), null); // Synology, when there is nothing in it
      }
      throw e;
    }
    if (lines.isEmpty()) {
      throw new StoreException(
          StoreException.Reason.DAMAGED,
          collection.url()
              + " answered with an empty listing that does not even name the collection itself."
              + " Nothing is concluded from it; try again later.");
    }
    Map<ItemId, Listing.Row> rows = new LinkedHashMap<>();
    record(lines, false, rows, new HashSet<>());
    boolean cutShort = lines.stream().anyMatch(l -> l.saying() == Saying.CUT_SHORT);
    return new Listing(
        cutShort ? Listing.Scope.PARTIAL : Listing.Scope.COMPLETE,
        new ArrayList<>(rows.values()),
        Set.of(),
        cutShort || ctag.isEmpty() ? null : checkpoint("ctag", ctag));
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

  /** Whether a line is about an item of this collection. */
  private boolean isMember(Href href, Line line) {
    return collection.href().holds(href)
        && !href.endsWithSlash()
        && (line.saying() != Saying.THERE || types.fits(href, line.type()));
  }
}
