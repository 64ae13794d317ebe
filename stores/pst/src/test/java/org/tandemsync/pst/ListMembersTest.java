package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;
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

  private static Contact person(String uid, String address) {
    return Contact.builder()
        .uid(uid)
        .fullName(uid)
        .emails(Map.of(EmailSlot.EMAIL1, new EmailAddress(address, uid)))
        .build();
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

  /**
   * Ann has a new address, and Bob has hers now: on the server both are members of the list.
   *
   * @param onServer what the server calls Ann and Bob: those whom both sides had before have a UID
   *     of their own on each
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "of the server "})
  void anAddressThatPassesToAnotherMemberDropsNobody(String onServer) {
    Path path = folder.resolve("new.pst");
    NewDataFile.create(path, Locale.ENGLISH, new Random(1));
    Item list =
        choir(new Member("ann", "a@x.example", "ann"), new Member("bob", "b@x.example", "bob"));
    Member ann = new Member("ann", "new@x.example", onServer + "ann");
    Member bob = new Member("bob", "a@x.example", onServer + "bob");
    try (PstFile file = PstFile.open(path);
        PstStore store = Samples.store(file, file.folder("Contacts"), Family.CONTACTS)) {
      List<Written> made =
          store.write(
              List.of(
                  create(person("ann", "a@x.example")),
                  create(person("bob", "b@x.example")),
                  create(list)));
      List<Written> done =
          store.write(
              List.of(
                  update(made.get(2), choir(bob, ann), "members"),
                  update(made.get(0), person("ann", "new@x.example"), "emails"),
                  update(made.get(1), person("bob", "a@x.example"), "emails")));
      assertThat(done).allSatisfy(w -> assertThat(((Written.Done) w).losses()).isEmpty());
      assertThat(members(store, made.get(2))).containsExactlyInAnyOrder("ann", "bob");
    }
  }

  private static List<String> members(PstStore store, Written list) {
    ItemId id = ((Written.Done) list).id();
    Item read = ((Found.Present<Item>) store.read(List.of(id)).getFirst()).replica().item();
    return ((DistributionList) read).members().stream().map(Member::uid).toList();
  }
}
