package org.tandemsync.testkit;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;

/** {@link StoreContract} for stores of Outlook items, with every field included. */
public abstract class ItemStoreContract extends StoreContract<Item> {

  @Override
  protected Set<String> differing(Item a, Item b) {
    return new LinkedHashSet<>(Projection.EVERYTHING.differing(a, b));
  }

  @Override
  protected Item overlay(Item onto, Item from, Set<String> fields) {
    return Projection.overlay(onto, from, fields);
  }

  @Override
  protected String uid(Item item) {
    return item.uid();
  }

  @Override
  protected Item withUid(Item item, String uid) {
    return item.withUid(uid);
  }
}
