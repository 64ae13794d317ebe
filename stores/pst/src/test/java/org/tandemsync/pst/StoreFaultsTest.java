package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.pst.format.EditedSample;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.RecordingChannel;
import org.tandemsync.pst.format.RecordingChannel.Step;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.sync.Written;

/** A disk that fails, a program that ends, somebody else who has the file: nothing is lost. */
class StoreFaultsTest {
  private static final Stamp STAMP = new Stamp(new LinkId("link"), 1);

  @TempDir Path folder;
  private Path path = Path.of("unset");
  private byte[] start = {};

  @BeforeEach
  void before() throws IOException {
    path = Files.copy(Samples.path("java-libpst/dist-list.pst"), folder.resolve("a.pst"));
    try (PstFile file = PstFile.open(path)) {
      PstStore store = store(file);
      for (String name : List.of("Alice", "Bob")) {
        assertThat(store.write(List.of(creating(name))).getFirst())
            .isInstanceOf(Written.Done.class);
      }
    }
    start = Files.readAllBytes(path);
  }

  private static PstStore store(PstFile file) {
    return Samples.store(file, file.folder("Contacts"), Family.CONTACTS);
  }

  private static Contact contact(String name) {
    return Contact.builder().uid(name).fullName(name).build();
  }

  private static Effect.Create<Item> creating(String name) {
    return new Effect.Create<>(name, contact(name), STAMP, name);
  }

  private static List<Replica<Item>> all(PstStore store) {
    List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
    return store.read(ids).stream().map(f -> ((Found.Present<Item>) f).replica()).toList();
  }

  private static Set<String> titles(PstStore store) {
    Set<String> titles = new HashSet<>();
    all(store).forEach(r -> titles.add(r.item().title()));
    return titles;
  }

  private static final Set<String> OLD = Set.of("Alice", "Bob", "contact name 1", "test dist list");
  private static final Set<String> NEW =
      Set.of("Alice Liddell", "Carol", "contact name 1", "test dist list");

  /** Changes Alice, deletes Bob, makes Carol. */
  private static List<Effect<Item>> effects(PstStore store) {
    List<Effect<Item>> effects = new ArrayList<>();
    for (Replica<Item> r : all(store)) {
      Revision revision = r.revision();
      if (revision != null && r.item().title().equals("Alice")) {
        Contact renamed = contact("Alice").toBuilder().fullName("Alice Liddell").build();
        effects.add(
            new Effect.Update<>(r.id(), revision, renamed, Set.of("full-name"), STAMP, "x"));
      }
      if (revision != null && r.item().title().equals("Bob")) {
        effects.add(new Effect.Delete<>(r.id(), revision, "x"));
      }
    }
    effects.add(creating("Carol"));
    return effects;
  }

  @Test
  void aDiskThatFailsAtAnyStepLeavesAllOrNothingAndIsToldHonestly() throws IOException {
    int notDone = 0;
    int unknown = 0;
    boolean reached = false;
    for (int step = 1; !reached; step++) {
      Files.write(path, start);
      Disk disk = new Disk(step);
      try (PstFile file = PstFile.open(path, disk)) {
        PstStore store = store(file);
        List<Written> outcomes = store.write(effects(store));
        assertThat(outcomes).hasSize(3);
        Set<Class<?>> kinds = new HashSet<>();
        outcomes.forEach(o -> kinds.add(o.getClass()));
        assertThat(kinds).hasSize(1);
        disk.repair();
        Written first = outcomes.getFirst();
        switch (first) {
          case Written.Done done -> {
            assertThat(titles(store)).isEqualTo(NEW);
            reached = true;
          }
          case Written.NotDone not -> {
            notDone++;
            assertThatThrownBy(() -> store.list(null))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(path.toString());
            assertThat(titles(store)).isEqualTo(OLD);
          }
          case Written.Unknown open -> {
            unknown++;
            assertThat(titles(store)).isIn(OLD, NEW);
            assertThat(store.locate(List.of(creating("Carol"))).containsKey(STAMP))
                .isEqualTo(titles(store).equals(NEW));
          }
          default -> throw new AssertionError(first);
        }
        boolean again = titles(store).equals(OLD);
        List<Written> after = store.write(again ? effects(store) : List.of(creating("Carol")));
        assertThat(after).allMatch((again ? Written.Done.class : Written.Exists.class)::isInstance);
        assertThat(titles(store)).isEqualTo(NEW);
      }
      if (step % 5 == 0 || reached) {
        assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
      }
    }
    assertThat(notDone).isPositive();
    assertThat(unknown).isPositive();
  }

  /** A disk that fails after so many steps, until it is repaired. */
  private static final class Disk implements UnaryOperator<FileChannel> {
    private final List<RecordingChannel> opened = new ArrayList<>();
    private final int steps;
    private boolean repaired;

    Disk(int steps) {
      this.steps = steps;
    }

    @Override
    public FileChannel apply(FileChannel file) {
      RecordingChannel channel = RecordingChannel.over(file, false);
      channel.failAfter(repaired ? -1 : opened.isEmpty() ? steps : 0);
      opened.add(channel);
      return channel;
    }

    void repair() {
      repaired = true;
      opened.forEach(c -> c.failAfter(-1));
    }
  }

  @Test
  void aProgramThatEndsAtAnyWriteLeavesAllOrNothing() throws IOException {
    List<RecordingChannel> channels = new ArrayList<>();
    try (PstFile file =
        PstFile.open(
            path,
            c -> {
              RecordingChannel channel = RecordingChannel.over(c, true);
              channels.add(channel);
              return channel;
            })) {
      PstStore store = store(file);
      assertThat(store.write(effects(store))).allMatch(Written.Done.class::isInstance);
    }
    List<Step> steps = channels.getFirst().steps();
    byte[] image = start;
    int old = 0;
    for (int cut = 0; cut <= steps.size(); cut++) {
      Files.write(path, image);
      try (PstFile file = PstFile.open(path)) {
        PstStore store = store(file);
        Set<String> found = titles(store);
        assertThat(found).isIn(OLD, NEW);
        old += found.equals(OLD) ? 1 : 0;
        Map<Stamp, Replica<Item>> located = store.locate(List.of(creating("Carol")));
        assertThat(located.containsKey(STAMP)).isEqualTo(found.equals(NEW));
        store.write(found.equals(OLD) ? effects(store) : List.of(creating("Carol")));
        assertThat(titles(store)).isEqualTo(NEW);
      }
      if (cut % 5 == 0) {
        assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
      }
      if (cut < steps.size() && steps.get(cut) instanceof Step.Write(long at, byte[] header)) {
        if (at == 0) {
          expectRepaired(apply(image, new Step.Write(0, Arrays.copyOf(header, 512))), header);
        }
      }
      image = cut < steps.size() ? apply(image, steps.get(cut)) : image;
    }
    assertThat(old).isBetween(1, steps.size());
  }

  /** Power was cut in the middle of a header: opening it for reading has to repair it. */
  private void expectRepaired(byte[] torn, byte[] journal) throws IOException {
    Files.write(path, torn);
    Path beside = path.resolveSibling(path.getFileName() + ".tandem-journal");
    Files.write(beside, journal);
    try (PstFile file = PstFile.open(path)) {
      assertThat(titles(store(file))).isIn(OLD, NEW);
    }
    Files.deleteIfExists(beside);
  }

  private static byte[] apply(byte[] image, Step step) {
    return switch (step) {
      case Step.Write(long at, byte[] bytes) -> {
        byte[] next = Arrays.copyOf(image, (int) Math.max(image.length, at + bytes.length));
        System.arraycopy(bytes, 0, next, (int) at, bytes.length);
        yield next;
      }
      case Step.Truncate(long size) -> Arrays.copyOf(image, (int) size);
      case Step.Force() -> image;
    };
  }

  @Test
  void aDamagedItemIsRefusedAndTheOthersAreWritten() {
    NodeId contact = new NodeId(0x200064);
    long block;
    try (PstFile file = PstFile.open(Samples.path("java-libpst/dist-list.pst"))) {
      block = file.database().requireNode(contact).entry().data();
    }
    Path damaged = new EditedSample("java-libpst/dist-list.pst").damage(block).writeTo(folder);
    try (PstFile file = PstFile.open(damaged)) {
      PstStore store = store(file);
      ItemId id = FolderItems.itemId(contact);
      Revision revision =
          store.list(null).rows().stream()
              .filter(r -> r.id().equals(id))
              .map(Listing.Row::revision)
              .findFirst()
              .orElseThrow();
      List<Written> outcomes =
          store.write(
              List.of(
                  creating("Carol"),
                  new Effect.Update<>(id, revision, contact("x"), Set.of("full-name"), STAMP, "x"),
                  creating("Dave")));
      assertThat(outcomes.get(0)).isInstanceOf(Written.Done.class);
      assertThat(outcomes.get(1))
          .isInstanceOfSatisfying(
              Written.Refused.class, r -> assertThat(r.reason()).contains("scanpst"));
      assertThat(outcomes.get(2)).isInstanceOf(Written.Done.class);
      assertThat(store.write(List.of(new Effect.Delete<>(id, revision, "x"))).getFirst())
          .isInstanceOf(Written.Refused.class);
      assertThat(store.list(null).rows()).hasSize(4);
    }
  }

  /** It is met when all items are prepared: by then it is too late to refuse one of them. */
  @Test
  void whatIsFoundDamagedInTheCommitIsToldWithTheNextStep() {
    long queue;
    try (PstFile file = PstFile.open(path)) {
      queue = file.database().requireNode(new NodeId(0x1E1)).entry().data();
    }
    Path damaged = new EditedSample(path.toAbsolutePath().toString()).damage(queue).writeTo(folder);
    try (PstFile file = PstFile.open(damaged)) {
      PstStore store = store(file);
      assertThatThrownBy(() -> store.write(List.of(creating("Carol"))))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
          .hasMessageContaining(damaged.toString())
          .hasMessageContaining("scanpst");
      assertThat(titles(store)).isEqualTo(OLD);
    }
  }

  // ---- refusals ----

  @Test
  void aFileThatSomebodyElseHasLockedIsBusyAndCanStillBeRead() throws IOException {
    try (FileChannel outlook =
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        PstFile file = PstFile.open(path)) {
      PstStore store = store(file);
      try (var lock = outlook.lock()) {
        assertThat(lock.isValid()).isTrue();
        assertThatThrownBy(() -> store.write(List.of(creating("Carol"))))
            .isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY))
            .hasMessageContaining("close it")
            .hasMessageContaining("Nothing was changed");
        assertThat(titles(store)).isEqualTo(OLD);
      }
      assertThat(Files.readAllBytes(path)).isEqualTo(start);
      assertThat(store.write(List.of(creating("Carol"))).getFirst())
          .isInstanceOf(Written.Done.class);
    }
  }

  @Test
  void twoFoldersOfOneFileAreWrittenOneAfterTheOther() {
    try (PstFile file = PstFile.open(path)) {
      PstStore contacts = store(file);
      PstStore more = Samples.store(file, file.folder("Journal"), Family.CONTACTS);
      assertThat(contacts.write(List.of(creating("Carol"))).getFirst())
          .isInstanceOf(Written.Done.class);
      assertThat(more.write(List.of(creating("Dave"))).getFirst()).isInstanceOf(Written.Done.class);
      assertThat(titles(more)).containsExactly("Dave");
      assertThat(titles(contacts)).contains("Carol");
    }
  }

  @Test
  void kindsOfFilesThatAreNeverWrittenAreRefusedWithTheReason() {
    assertRefused("aspose/SampleOstFile.ost", "Contacts", "offline copy of a mailbox");
    assertRefused("pst-extractor/contacts97-2002.pst", "連絡先 (Contact dedicated)", "ANSI data file");
    assertRefused("aspose/SampleContacts1.pst", "Contacts", "scanpst");
    assertRefused("aspose/Test_part1.pst", "Contacts", "scanpst");
  }

  private void assertRefused(String sample, String name, String reason) {
    try {
      Path copy = folder.resolve("refused");
      Files.deleteIfExists(copy);
      Files.copy(Samples.path(sample), copy);
      byte[] before = Files.readAllBytes(copy);
      try (PstFile file = PstFile.open(copy)) {
        PstStore store = Samples.store(file, file.folder(name), Family.CONTACTS);
        assertThat(store.traits().readOnly()).contains(reason);
        assertThat(store.write(List.of(creating("Carol"))).getFirst())
            .isInstanceOfSatisfying(
                Written.Refused.class, r -> assertThat(r.reason()).contains(reason));
      }
      assertThat(Files.readAllBytes(copy)).isEqualTo(before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFileThatWasReplacedMeanwhileIsNotWrittenTo() throws IOException {
    try (PstFile file = PstFile.open(path)) {
      PstStore store = store(file);
      assertThat(titles(store)).isEqualTo(OLD);
      Files.delete(path);
      Files.copy(Samples.path("libyal/outlook.pst"), path);
      byte[] other = Files.readAllBytes(path);
      assertThatThrownBy(() -> store.write(List.of(creating("Carol"))))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("replaced");
      assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
      assertThat(other).isNotEmpty();
    }
  }
}
