package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Projection;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.MemberSource;
import org.tandemsync.mapi.item.Unread;
import org.tandemsync.mapi.sample.Bags;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.items.GeneratedItems;

/** What does not get into a data file, or out of it, is told. */
class FileLossesTest {
  private static final int TRIES = 5;
  private static final Stamp STAMP = new Stamp(new LinkId("link"), 1);

  @Provide
  Arbitrary<List<Item>> appointments() {
    return GeneratedItems.appointments().map(Item.class::cast).list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Item>> tasks() {
    return GeneratedItems.tasks().map(Item.class::cast).list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Item>> contacts() {
    return GeneratedItems.contacts().map(Item.class::cast).list().ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = TRIES, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void ofAppointments(@ForAll("appointments") List<Item> items) throws IOException {
    everyDifferenceIsNamed("Calendar", Family.EVENTS, items);
  }

  @Property(tries = TRIES, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void ofTasks(@ForAll("tasks") List<Item> items) throws IOException {
    everyDifferenceIsNamed("Tasks", Family.TASKS, items);
  }

  @Property(tries = TRIES, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void ofContacts(@ForAll("contacts") List<Item> items) throws IOException {
    everyDifferenceIsNamed("Contacts", Family.CONTACTS, items);
  }

  /** The fields that come back different are those that were told, and foretold. */
  private static void everyDifferenceIsNamed(String folder, Family family, List<Item> items)
      throws IOException {
    Path path = Files.createTempFile("losses", ".pst");
    try {
      Files.write(path, Files.readAllBytes(Samples.path("java-libpst/dist-list.pst")));
      try (PstFile file = PstFile.open(path)) {
        PstStore store = Samples.store(file, file.folder(folder), family);
        List<Effect<Item>> effects = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          Item item = items.get(i).withUid("uid-" + i);
          effects.add(new Effect.Create<>(item.uid(), item, STAMP, item.title()));
        }
        List<List<Lost>> foretold = effects.stream().map(store::losses).toList();
        List<Written> outcomes = store.write(effects);
        for (int i = 0; i < outcomes.size(); i++) {
          if (outcomes.get(i) instanceof Written.Done done) {
            Item wanted = ((Effect.Create<Item>) effects.get(i)).item();
            Replica<Item> held =
                ((Found.Present<Item>) store.read(List.of(done.id())).getFirst()).replica();
            assertThat(names(done.losses()))
                .containsExactlyInAnyOrderElementsOf(
                    Projection.EVERYTHING.differing(wanted, held.item()));
            assertThat(foretold.get(i)).isEqualTo(done.losses());
          }
        }
      }
    } finally {
      Files.deleteIfExists(path);
    }
  }

  private static Set<String> names(List<Lost> losses) {
    return losses.stream().map(Lost::field).collect(Collectors.toCollection(HashSet::new));
  }

  // ---- reading ----

  private static List<String> unread(ItemType type, Message message) {
    return Unread.of(type, message, MemberSource.NONE).stream()
        .map(l -> "L" + l.kind().number() + " " + l.field() + ": " + l.detail())
        .toList();
  }

  @Test
  void guestsThatOnlyExchangeKnows() {
    PropertyBag exchange =
        new Bags()
            .text(Tags.DISPLAY_NAME, "Bob")
            .text(Tags.ADDRESS_TYPE, "EX")
            .text(Tags.EMAIL_ADDRESS, "/O=ORG/CN=BOB")
            .bag();
    PropertyBag mail =
        new Bags().text(Tags.DISPLAY_NAME, "Eve").text(Tags.SMTP_ADDRESS, "e@x.example").bag();
    assertThat(unread(ItemType.APPOINTMENT, new Bags().message(List.of(exchange, mail), List.of())))
        .containsExactly("L40 attendees: 'Bob' ('EX:/O=ORG/CN=BOB') has no mail address");
  }

  @Test
  void mailAddressesThatOnlyExchangeKnows() {
    Message contact =
        new Bags()
            .text(PropertyName.of(PropertySets.ADDRESS, 0x8082), "EX")
            .text(PropertyName.of(PropertySets.ADDRESS, 0x8083), "/O=ORG/CN=ANN")
            .message();
    assertThat(unread(ItemType.CONTACT, contact))
        .containsExactly("L40 emails: 'EX:/O=ORG/CN=ANN' has no mail address");
  }

  @Test
  void whatIsAttachedToPeople() {
    AttachedObject file =
        new Bags()
            .integer(Tags.ATTACHMENT_METHOD, AttachedObject.BY_VALUE)
            .text(Tags.ATTACHMENT_LONG_NAME, "cv.pdf")
            .attachment();
    Message contact = new Bags().message(List.of(), List.of(file));
    assertThat(unread(ItemType.CONTACT, contact)).singleElement().asString().startsWith("L46");
    assertThat(unread(ItemType.TASK, contact)).isEmpty();
  }
}
