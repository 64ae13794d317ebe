package org.tandemsync.pst;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Store;
import org.tandemsync.testkit.ReadingContract;

/** What every store must do when it is read. */
class PstStoreContractTest extends ReadingContract<Item> {
  private final PstFile file = PstFile.open(Samples.path("java-libpst/dist-list.pst"));

  @AfterEach
  void close() {
    file.close();
  }

  @Override
  protected Store<Item> openFilled() {
    return Samples.store(file, file.folder("Contacts"), Family.CONTACTS);
  }

  @Override
  protected ItemId unknownId() {
    return new ItemId("200fe4");
  }

  @Override
  protected Set<String> differing(Item a, Item b) {
    return a.equals(b) ? Set.of() : Set.of("item");
  }
}
