package org.tandemsync.dav.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tandemsync.convert.AddressBook;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;

/**
 * Finds the cards that lists of the collection name as members. Cards that were read anyway are
 * known; the others are looked for under the name that their UID suggests, and only then in the
 * whole collection, once.
 */
final class ListMembers {
  /** The ending of SOGo's lists, which name their members by file. */
  static final String VLIST = ".vlf";

  /** Their media type. */
  static final String VLIST_TYPE = "text/x-vlist";

  private static final int GUESSES = 100;

  private final DavCollection collection;
  private final ResourceReader reader;
  private final ResourceLens lens;
  private final Supplier<List<Href>> all;
  private final AddressBook book = new AddressBook();
  private boolean complete;

  /**
   * @param all lists the resources of the collection
   */
  ListMembers(
      DavCollection collection,
      ResourceReader reader,
      ResourceLens lens,
      Supplier<List<Href>> all) {
    this.collection = collection;
    this.reader = reader;
    this.lens = lens;
    this.all = all;
  }

  /** Takes note of what was read. */
  void saw(Href href, Item item) {
    switch (item.type()) {
      case CONTACT, DISTRIBUTION_LIST -> book.add(href.name(), item);
      case APPOINTMENT, TASK -> {}
    }
  }

  /** Looks for members that were not seen yet. */
  synchronized void find(Collection<DistributionList> lists) {
    Set<String> unseen = unseen(lists);
    if (unseen.isEmpty() || complete) {
      return;
    }
    read(
        unseen.stream()
            .flatMap(uid -> Stream.of(uid, ResourceNames.of(uid, ".vcf")))
            .filter(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith(".vcf"))
            .filter(name -> name.indexOf('/') < 0)
            .limit(GUESSES)
            .map(collection.href()::member)
            .toList());
    if (!unseen(lists).isEmpty()) {
      read(all.get());
      complete = true;
    }
  }

  private Set<String> unseen(Collection<DistributionList> lists) {
    Set<String> unseen = new TreeSet<>();
    lists.forEach(list -> unseen.addAll(book.unseen(list)));
    return unseen;
  }

  private void read(List<Href> hrefs) {
    for (Resource resource : reader.bodies(new ArrayList<>(hrefs))) {
      if (resource instanceof Resource.There there
          && lens.get(there.text()) instanceof ResourceLens.Reading.Understood understood) {
        saw(there.href(), understood.item());
      }
    }
  }

  /** The item as Outlook is to see it. */
  Item asRead(Item item) {
    return item instanceof DistributionList list ? book.asRead(list) : item;
  }

  /**
   * The item as it is to be written.
   *
   * @param files whether the list names files (VLIST)
   */
  Item asWritten(Item item, boolean files) {
    return item instanceof DistributionList list ? book.asWritten(list, files) : item;
  }

  /** The lists whose members are about to be written. */
  static List<DistributionList> written(List<Effect<Item>> effects) {
    List<DistributionList> lists = new ArrayList<>();
    for (Effect<Item> effect : effects) {
      switch (effect) {
        case Effect.Create<Item> create when create.item() instanceof DistributionList list ->
            lists.add(list);
        case Effect.Update<Item> update
            when update.item() instanceof DistributionList list
                && update.fields().contains("members") ->
            lists.add(list);
        default -> {}
      }
    }
    return lists;
  }
}
