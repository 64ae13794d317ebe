package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
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

  private static Contact person(String uid, EmailAddress... addresses) {
    Map<EmailSlot, EmailAddress> emails = new EnumMap<>(EmailSlot.class);
    for (EmailAddress address : addresses) {
      emails.put(EmailSlot.values()[emails.size()], address);
    }
    return Contact.builder().uid(uid).fullName(uid).emails(emails).build();
  }

  private static EmailAddress address(String address) {
    return new EmailAddress(address, "");
  }

  private static DistributionList choir(Member... members) {
    return DistributionList.builder().uid("list").name("Choir").members(List.of(members)).build();
  }

  private static Effect<Item> update(Written made, Item item, String field) {
    Written.Done done = (Written.Done) made;
    return new Effect.Update<>(
        done.id(),
        Objects.requireNonNull(done.revision()),
        item,
        Set.of(field),
        new Stamp(new LinkId("link of " + item.uid()), 2),
        item.title());
  }

  private static List<Member> members(PstStore store, Written list) {
    ItemId id = ((Written.Done) list).id();
    Item read = ((Found.Present<Item>) store.read(List.of(id)).getFirst()).replica().item();
    return ((DistributionList) read).members();
  }

  /** Ann has a new address, and Bob has hers now: both are members of the list. */
  @Test
  void anAddressThatPassesToAnotherMemberDropsNobody() {
    Path path = folder.resolve("new.pst");
    NewDataFile.create(path, Locale.ENGLISH, new Random(1));
    Member ann = new Member("ann", "new@x.example", "ann");
    Member bob = new Member("bob", "a@x.example", "bob");
    try (PstFile file = PstFile.open(path);
        PstStore store = Samples.store(file, file.folder("Contacts"), Family.CONTACTS)) {
      List<Written> made =
          store.write(
              List.of(
                  create(person("ann", address("a@x.example"))),
                  create(person("bob", address("b@x.example"))),
                  create(
                      choir(
                          new Member("ann", "a@x.example", "ann"),
                          new Member("bob", "b@x.example", "bob")))));
      store.write(
          List.of(
              update(made.get(2), choir(bob, ann), "members"),
              update(made.get(0), person("ann", address("new@x.example")), "emails"),
              update(made.get(1), person("bob", address("a@x.example")), "emails")));
      assertThat(members(store, made.get(2))).containsExactlyInAnyOrder(ann, bob);
    }
  }

  @Test
  void aContactThatIsAMemberByTwoAddressesIsNotOneByThree() {
    Path path = folder.resolve("new.pst");
    NewDataFile.create(path, Locale.ENGLISH, new Random(1));
    Member work = new Member("ann", "work@x.example", "ann");
    Member home = new Member("ann", "home@x.example", "ann");
    Member gus = new Member("gus", "gus@y.example", "");
    try (PstFile file = PstFile.open(path);
        PstStore store = Samples.store(file, file.folder("Contacts"), Family.CONTACTS)) {
      List<Written> made =
          store.write(
              List.of(
                  create(person("ann", address("work@x.example"), address("home@x.example"))),
                  create(choir(work, home))));
      store.write(List.of(update(made.get(1), choir(work, home, gus), "members")));
      assertThat(entries(file, made.get(1))).isEqualTo(3);
    }
  }

  /** Also those that are read as one. */
  private static int entries(PstFile file, Written list) {
    NodeId node = FolderItems.node(((Written.Done) list).id()).orElseThrow();
    PropertyBag bag = file.message(file.database().requireNode(node)).properties();
    return bag.binaries(PropertyName.of(PropertySets.ADDRESS, 0x8055)).size();
  }
}
