package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;

class ListMembersTest {
  @TempDir Path folder;

  private static Effect<Item> create(Item item) {
    return new Effect.Create<>(
        item.uid(), item, new Stamp(new LinkId("link of " + item.uid()), 1), item.title());
  }

  /** Servers list them in any order. */
  @Test
  void aListFindsMembersThatAreMadeAfterIt() {
    Path path = folder.resolve("new.pst");
    NewDataFile.create(path, Locale.ENGLISH, new Random(1));
    Item list =
        DistributionList.builder()
            .uid("list")
            .name("Choir")
            .members(List.of(new Member("Ann", "ann@x.example", "ann")))
            .build();
    Item ann =
        Contact.builder()
            .uid("ann")
            .fullName("Ann")
            .emails(Map.of(EmailSlot.EMAIL1, new EmailAddress("ann@x.example", "Ann")))
            .build();
    try (PstFile file = PstFile.open(path);
        PstStore store = Samples.store(file, file.folder("Contacts"), Family.CONTACTS)) {
      List<Written> done = store.write(List.of(create(list), create(ann)));
      Written.Done first = (Written.Done) done.getFirst();
      Item read =
          ((Found.Present<Item>) store.read(List.of(first.id())).getFirst()).replica().item();
      assertThat(((DistributionList) read).members())
          .extracting(Member::uid)
          .containsExactly("ann");
    }
  }
}
