package org.tandemsync.dav.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Excerpt;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.Family;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Revision;

/** Makes rows of the lines of answers: which are about members, and what they say in the end. */
final class ListedRows {
  private static final Logger LOG = LoggerFactory.getLogger(ListedRows.class);

  private final DavClient client;
  private final DavCollection collection;
  private final MemberTypes types;
  private final Spellings spellings;
  private final ListedNames names;
  private final ResourceReader reader;

  ListedRows(
      DavClient client,
      DavCollection collection,
      Family family,
      Spellings spellings,
      ListedNames names,
      ResourceReader reader) {
    this.client = client;
    this.collection = collection;
    this.types = new MemberTypes(family);
    this.spellings = spellings;
    this.names = names;
    this.reader = reader;
  }

  /** What the answers of one listing have said so far. */
  final class Gathered {
    private final Map<ItemId, Listing.Row> rows = new LinkedHashMap<>();
    private final Set<ItemId> removed = new HashSet<>();
    private int elsewhere;

    List<Listing.Row> rows() {
      return List.copyOf(rows.values());
    }

    Set<ItemId> removed() {
      return removed;
    }

    /** How many items were named. */
    int size() {
      return rows.size() + removed.size();
    }

    /** Whether all items that were named are in the collection: else some of it is not known. */
    boolean isAllHere() {
      return elsewhere == 0;
    }

    /**
     * Adds what the lines of one answer say.
     *
     * @param inSync whether they are from sync-collection, where some servers escape nothing
     * @throws DavException if they are all about other addresses: that is no empty collection
     */
    void add(List<ListingLine> lines, boolean inSync) {
      List<ListingLine> members =
          lines.stream().filter(l -> l.saying() != ListingLine.Saying.CUT_SHORT).toList();
      place(members, inSync ? "REPORT" : "PROPFIND");
      Map<ItemId, ListingLine> said = new LinkedHashMap<>();
      List<List<Href>> meanings = meanings(members, inSync);
      for (int i = 0; i < members.size(); i++) {
        ListingLine line = members.get(i);
        boolean certain = meanings.get(i).size() == 1;
        for (Href href : meanings.get(i)) {
          if (isMember(href, line)) {
            said.merge(spellings.id(href), certain ? line : line.withoutTag(), ListingLine::both);
          }
        }
      }
      said.forEach(this::add);
    }

    private void place(List<ListingLine> members, String method) {
      List<ListingLine> strange =
          members.stream().filter(l -> names.isElsewhere(l.href())).toList();
      if (strange.isEmpty()) {
        return;
      }
      String first = strange.getFirst().href();
      if (strange.size() == members.size()) {
        throw client.elsewhere(method, collection.href(), first);
      }
      long items = strange.stream().filter(this::mayBeItem).count();
      if (items > 0) {
        elsewhere += (int) items;
        LOG.warn(
            "{} of {} lines about {} are about something else, such as {}",
            items,
            members.size(),
            collection.url(),
            Excerpt.of(first));
      }
    }

    /** Other collections and what is above this one are none. */
    private boolean mayBeItem(ListingLine line) {
      Href href = client.located(line.href(), collection.href());
      return !line.type().equals(MemberTypes.FOLDER) && !href.covers(collection.href());
    }

    private void add(ItemId id, ListingLine line) {
      Href href = spellings.href(id);
      if (line.saying() == ListingLine.Saying.GONE) {
        rows.remove(id);
        removed.add(id);
        reader.forget(href);
        return;
      }
      removed.remove(id);
      rows.put(id, new Listing.Row(id, line.etag().map(e -> new Revision(e.text())).orElse(null)));
      if (line.body() != null) {
        reader.came(href, line.body());
      }
    }
  }

  private List<List<Href>> meanings(List<ListingLine> lines, boolean inSync) {
    if (!inSync) {
      return lines.stream().map(l -> List.of(client.located(l.href(), collection.href()))).toList();
    }
    List<ListedNames.Listed> listed =
        lines.stream()
            .map(
                l ->
                    new ListedNames.Listed(
                        l.href(), l.saying() == ListingLine.Saying.GONE, l.etag()))
            .toList();
    return names.meanings(listed);
  }

  /** Whether a line is about an item of this collection. */
  private boolean isMember(Href href, ListingLine line) {
    return collection.href().holds(href)
        && !href.endsWithSlash()
        && (line.saying() != ListingLine.Saying.THERE || types.fits(href, line.type()));
  }
}
