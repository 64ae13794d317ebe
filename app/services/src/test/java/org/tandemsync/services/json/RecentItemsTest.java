package org.tandemsync.services.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Item;
import org.tandemsync.items.Photo;

class RecentItemsTest {

  private static List<Item> contacts(int count, int photo) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Contact.Builder contact = Contact.builder().fullName("Contact " + i);
      items.add(
          i % 10 == 0
              ? contact.photo(new Photo(Bytes.of(new byte[photo]), "image/jpeg")).build()
              : contact.build());
    }
    return items;
  }

  private static List<PartedJson> asked(RecentItems recent, List<Item> items) {
    return items.stream().map(recent::json).toList();
  }

  /** Three batches, of which every tenth item has a picture. */
  @Test
  void whatIsUnderWayIsWrittenOnce() {
    RecentItems recent = new RecentItems();
    List<Item> items = contacts(600, 40_000);
    List<PartedJson> first = asked(recent, items);
    List<PartedJson> again = asked(recent, items);
    for (int i = 0; i < items.size(); i++) {
      assertThat(again.get(i)).as("item %s", i).isSameAs(first.get(i));
    }
  }

  /** Memory is bounded: what was written long ago, and what is very large, is written anew. */
  @Test
  void whatIsLongAgoIsForgotten() {
    RecentItems recent = new RecentItems();
    List<Item> items = contacts(1, 100_000);
    PartedJson first = asked(recent, items).getFirst();
    asked(recent, contacts(1_000, 100_000));
    assertThat(recent.json(items.getFirst())).isEqualTo(first).isNotSameAs(first);
    List<Item> large = contacts(1, 1_000_000);
    assertThat(recent.json(large.getFirst())).isNotSameAs(recent.json(large.getFirst()));
  }
}
