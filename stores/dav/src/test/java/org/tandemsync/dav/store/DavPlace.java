package org.tandemsync.dav.store;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.Condition;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Store;
import org.tandemsync.testkit.StoreContract;

/** A collection on some server; the foreign hand writes without conditions. */
final class DavPlace implements StoreContract.Place<Item> {
  private final DavClient client;
  private final Href collection;
  private final Family family;
  private final ResourceLens lens;
  private final Runnable after;
  private final boolean remembered;
  private int names;

  DavPlace(DavClient client, Href collection, Family family, ResourceLens lens, Runnable after) {
    this(client, collection, family, lens, false, after);
  }

  /**
   * @param remembered whether a store begins with what was said of the collection before
   */
  DavPlace(
      DavClient client,
      Href collection,
      Family family,
      ResourceLens lens,
      boolean remembered,
      Runnable after) {
    this.client = client;
    this.collection = collection;
    this.family = family;
    this.lens = lens;
    this.remembered = remembered;
    this.after = after;
  }

  @Override
  public Store<Item> open() {
    return remembered
        ? DavStore.reopen(
            client,
            Discovery.collection(client, collection).orElseThrow(),
            family,
            CollectionMemory.NONE,
            c -> lens)
        : DavStore.open(client, collection, family, lens);
  }

  @Override
  public ItemId put(Item item) {
    Href href = collection.member("foreign hand " + ++names + lens.extension(item));
    store(href, lens.create(item, ""));
    return new ItemId(href.identity());
  }

  @Override
  public void change(ItemId id, Item item) {
    store(Href.ofPath(id.value()), lens.create(item, ""));
  }

  @Override
  public void remove(ItemId id) {
    check(again(() -> client.delete(Href.ofPath(id.value()), new Condition.None())));
  }

  private void store(Href href, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    check(again(() -> client.put(href, new Condition.None(), bytes, lens.mediaType(text))));
  }

  /** Straight to sogod connections are reset now and then. */
  private static Answer again(Supplier<Answer> write) {
    try {
      return write.get();
    } catch (DavException reset) {
      return write.get();
    }
  }

  private static void check(Answer answer) {
    if (!answer.isSuccess()) {
      throw new AssertionError(answer.describe());
    }
  }

  @Override
  public void close() {
    client.close();
    after.run();
  }
}
