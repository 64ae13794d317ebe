package org.tandemsync.testkit;

import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.testkit.items.ItemPair;

/** The contract for a folder of Outlook's that holds one family of items. */
public abstract class FamilyStoreContract extends ItemStoreContract {
  protected abstract Family family();

  /** The folder's name. */
  protected abstract String folder();

  @Override
  protected Item a() {
    return ItemPair.of(family()).a();
  }

  @Override
  protected Item b() {
    return ItemPair.of(family()).b();
  }
}
