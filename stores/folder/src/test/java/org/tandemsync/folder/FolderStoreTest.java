package org.tandemsync.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.ItemStoreContract;

class FolderStoreTest extends ItemStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Stamp STAMP = new Stamp(new LinkId("link"), 1);

  @TempDir @Nullable Path temporary;
  private int places;

  private Path fresh() {
    Path directory = java.util.Objects.requireNonNull(temporary).resolve("place" + ++places);
    try {
      return Files.createDirectory(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FolderStore open(Path directory) {
    return FolderStore.open(
        directory, Family.CONTACTS, new TinyCardLens(), InstantSource.fixed(NOW));
  }

  @Override
  protected Place<Item> place() {
    return new Directory(fresh());
  }

  /** The foreign hand works with plain file operations. */
  private record Directory(Path path) implements Place<Item> {
    @Override
    public Store<Item> open() {
      return FolderStoreTest.open(path);
    }

    @Override
    public ItemId put(Item item) {
      ItemId id = new ItemId("someone's " + item.uid() + ".vcf");
      change(id, item);
      return id;
    }

    @Override
    public void change(ItemId id, Item item) {
      write(id, new TinyCardLens().create(item, ""));
    }

    @Override
    public ItemId putBroken() {
      ItemId id = new ItemId("broken.vcf");
      write(id, "no card");
      return id;
    }

    private void write(ItemId id, String text) {
      try {
        Files.writeString(path.resolve(id.value()), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void remove(ItemId id) {
      try {
        Files.delete(path.resolve(id.value()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }

  @Override
  protected Item a() {
    return Contact.builder().uid("uid-a").fullName("Zoë Ärmel").nickname("zo").build();
  }

  @Override
  protected Item b() {
    return Contact.builder().uid("uid-b").fullName("Bob").nickname("bo").build();
  }

  @Override
  protected ItemId unknownId() {
    return new ItemId("nothing.vcf");
  }

  private static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void filesOfOtherKindsAreLeftAlone() throws IOException {
    Path directory = fresh();
    Files.writeString(directory.resolve("readme.txt"), "x");
    Files.writeString(directory.resolve("event.ics"), "BEGIN:VCALENDAR");
    Files.writeString(directory.resolve(".hidden.vcf"), "x");
    Files.writeString(directory.resolve("a.VCF"), new TinyCardLens().create(a(), ""));
    Files.createDirectory(directory.resolve("folder.vcf"));
    Files.createSymbolicLink(directory.resolve("link.vcf"), directory.resolve("a.VCF"));
    try (FolderStore store = open(directory)) {
      assertThat(store.list(null).rows().stream().map(Listing.Row::id))
          .containsExactly(new ItemId("a.VCF"));
    }
  }

  @Test
  void leftoversOfACrashAreNeverListedAndInTimeRemoved() throws IOException {
    Path directory = fresh();
    Path old = Files.writeString(directory.resolve(".tandem-old.tmp"), "half");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(7200)));
    Path current = Files.writeString(directory.resolve(".tandem-current.tmp"), "half");
    Files.setLastModifiedTime(current, FileTime.from(NOW.minusSeconds(5)));
    try (FolderStore store = open(directory)) {
      assertThat(store.list(null).rows()).isEmpty();
      assertThat(names(directory)).containsExactly(".tandem-current.tmp");
    }
  }

  @Test
  void nothingIsLeftBesideTheItemsAfterWriting() throws IOException {
    Path directory = fresh();
    try (FolderStore store = open(directory)) {
      Written created =
          store.write(List.of(new Effect.Create<>("uid-a", a(), STAMP, "A"))).getFirst();
      Written.Done done = (Written.Done) created;
      Revision revision = java.util.Objects.requireNonNull(done.revision());
      store.write(
          List.of(new Effect.Update<>(done.id(), revision, b(), Set.of("nickname"), STAMP, "A")));
      assertThat(names(directory)).containsExactly("uid-a.vcf");
    }
  }

  /** What only its owner may read stays so, also while it is being replaced. */
  @Test
  void anUpdateLeavesTheRightsOfAFileAsTheyAre() throws IOException {
    Path directory = fresh();
    assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
    for (String rights : List.of("rw-------", "rw-rw-rw-", "r--r-----")) {
      Path file = directory.resolve("a.vcf");
      Files.writeString(file, new TinyCardLens().create(a(), ""));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      try (FolderStore store = open(directory)) {
        Listing.Row row = store.list(null).rows().getFirst();
        Revision seen = java.util.Objects.requireNonNull(row.revision());
        assertThat(
                store
                    .write(
                        List.of(
                            new Effect.Update<>(
                                row.id(), seen, b(), Set.of("nickname"), STAMP, "A")))
                    .getFirst())
            .isInstanceOf(Written.Done.class);
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(rights);
      Files.delete(file);
    }
  }

  /** Something that is no file any more is a name that cannot be replaced, on every system. */
  @Test
  void aFileThatCannotBeWrittenKeepsNoOtherBack() throws IOException {
    Path directory = fresh();
    Files.createDirectories(directory.resolve("stuck.vcf/inside"));
    try (FolderStore store = open(directory)) {
      ItemId stuck = new ItemId("stuck.vcf");
      List<Written> outcomes =
          store.write(
              List.of(
                  new Effect.Update<>(
                      stuck, new Revision("x"), a(), Set.of("nickname"), STAMP, "S"),
                  new Effect.Delete<>(stuck, new Revision("x"), "S"),
                  new Effect.Create<>("uid-a", a(), STAMP, "A")));
      assertThat(outcomes.subList(0, 2))
          .allSatisfy(
              outcome ->
                  assertThat(outcome)
                      .isInstanceOfSatisfying(
                          Written.Refused.class,
                          refused -> assertThat(refused.reason()).contains("stuck.vcf")));
      assertThat(outcomes.getLast()).isInstanceOf(Written.Done.class);
      assertThat(store.list(null).rows()).hasSize(1);
    }
  }

  /** No item is refused for what would be so for every other one too. */
  @Test
  void whoseRightsAreTakenAwayIsNoMatterOfSingleItems() throws IOException {
    Directory directory = new Directory(fresh());
    List<ItemId> ids = List.of(directory.put(a()), directory.put(b()));
    try (FolderStore store = open(directory.path())) {
      List<Effect<Item>> deletions = deletions(store, ids);
      try (Locked _ = new Locked(directory.path())) {
        assertThatThrownBy(() -> store.write(deletions)).isInstanceOf(StoreException.class);
      }
      assertThat(store.write(deletions)).allMatch(Written.Done.class::isInstance);
    }
  }

  @Test
  void whoseRightsAreTakenAwayMeanwhileIsNoMatterOfSingleItemsEither() throws IOException {
    Directory directory = new Directory(fresh());
    List<ItemId> ids = List.of(directory.put(a()), directory.put(b()));
    List<Locked> locked = new ArrayList<>();
    ResourceLens locking =
        new TinyCardLens() {
          @Override
          public String extension(Item item) {
            locked.add(new Locked(directory.path()));
            throw new IllegalStateException("no item of these");
          }
        };
    try (FolderStore store =
        FolderStore.open(directory.path(), Family.CONTACTS, locking, InstantSource.fixed(NOW))) {
      List<Effect<Item>> deletions = deletions(store, ids);
      List<Effect<Item>> effects = new ArrayList<>(deletions);
      effects.addFirst(new Effect.Create<>("uid-c", a(), STAMP, "C"));
      try {
        assertThat(store.write(effects).subList(1, 3)).allMatch(Written.NotDone.class::isInstance);
      } finally {
        locked.forEach(Locked::close);
      }
      assertThatThrownBy(() -> store.write(deletions)).isInstanceOf(StoreException.class);
      assertThat(store.write(deletions)).allMatch(Written.Done.class::isInstance);
    }
  }

  private static List<Effect<Item>> deletions(FolderStore store, List<ItemId> ids) {
    return store.list(null).rows().stream()
        .filter(row -> ids.contains(row.id()))
        .<Effect<Item>>map(
            row -> new Effect.Delete<>(row.id(), Objects.requireNonNull(row.revision()), "x"))
        .toList();
  }

  @Test
  void aFolderThatIsNotThereIsNotAnEmptyOne() throws IOException {
    Path directory = fresh();
    try (FolderStore store = open(directory)) {
      Files.delete(directory);
      assertThatThrownBy(() -> store.list(null))
          .isInstanceOfSatisfying(
              StoreException.class,
              e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.NOT_FOUND))
          .hasMessageContaining(directory.toString());
      assertThatThrownBy(() -> store.read(List.of(new ItemId("a.vcf"))))
          .isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> store.write(List.of(new Effect.Create<>("uid-a", a(), STAMP, "A"))))
          .isInstanceOf(StoreException.class);
    }
    assertThatThrownBy(() -> open(directory)).isInstanceOf(StoreException.class);
  }

  @Test
  void makingAFolderMakesItOnce() throws IOException {
    Path directory = fresh().resolve("deep/er");
    FolderStore.make(directory, Family.CONTACTS, new TinyCardLens(), InstantSource.fixed(NOW))
        .close();
    assertThat(directory).isDirectory();
  }

  @Test
  void namesThatLeadOutOfTheFolderAreNotFollowed() throws IOException {
    Path directory = fresh();
    Files.writeString(directory.resolveSibling("outside.vcf"), new TinyCardLens().create(a(), ""));
    try (FolderStore store = open(directory)) {
      ItemId outside = new ItemId("../outside.vcf");
      assertThat(store.read(List.of(outside)).getFirst()).isInstanceOf(Found.Unreadable.class);
      store.write(List.of(new Effect.Delete<>(outside, new Revision("x"), "A")));
      assertThat(directory.resolveSibling("outside.vcf")).exists();
    }
  }

  @Test
  void aFileInAnotherEncodingIsUnreadableAndKept() throws IOException {
    Path directory = fresh();
    byte[] latin = new TinyCardLens().create(a(), "").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(directory.resolve("latin.vcf"), latin);
    try (FolderStore store = open(directory)) {
      Found<Item> found = store.read(List.of(new ItemId("latin.vcf"))).getFirst();
      assertThat(found).isInstanceOf(Found.Unreadable.class);
      assertThat(((Found.Unreadable<Item>) found).reason()).contains("UTF-8");
    }
    assertThat(Files.readAllBytes(directory.resolve("latin.vcf"))).isEqualTo(latin);
  }

  @Test
  void oddIdentitiesGetNamesThatEveryFileSystemTakes() throws IOException {
    Path directory = fresh();
    List<String> uids = List.of("a/b", "..", "con", "x".repeat(500), "ends.", "ü", "a:b", "{1}");
    try (FolderStore store = open(directory)) {
      for (String uid : uids) {
        Written created =
            store.write(List.of(new Effect.Create<>(uid, a().withUid(uid), STAMP, "A"))).getFirst();
        assertThat(created).as(uid).isInstanceOf(Written.Done.class);
      }
      assertThat(names(directory))
          .hasSize(uids.size())
          .allMatch(n -> n.matches("[0-9a-f]{40}.vcf"));
    }
  }

  private static Effect.Create<Item> creating(int write) {
    Item item = Contact.builder().uid("uid-a").fullName("Zoë Ärmel").nickname("zo").build();
    return new Effect.Create<>("uid-a", item, new Stamp(new LinkId("again"), write), "Title");
  }

  /** Somebody may have put it back, in a file of any name; what is new cannot be there. */
  @Test
  void whatIsMadeAgainIsLocatedInWhateverFileItIs() throws IOException {
    Path directory = fresh();
    Files.writeString(directory.resolve("mine.vcf"), new TinyCardLens().create(a(), ""));
    Files.writeString(directory.resolve("other.vcf"), new TinyCardLens().create(b(), ""));
    try (FolderStore store = open(directory)) {
      assertThat(store.locate(List.of(creating(1)))).isEmpty();
      assertThat(store.locate(List.of(creating(2))).get(creating(2).stamp()))
          .extracting(found -> found.id().value())
          .isEqualTo("mine.vcf");
    }
  }

  @Test
  void ofSeveralWithOneUidTheOneThatHoldsTheSameIsLocated() throws IOException {
    Path directory = fresh();
    Item another = b().withUid("uid-a");
    Files.writeString(directory.resolve("1.vcf"), new TinyCardLens().create(another, ""));
    Files.writeString(directory.resolve("uid-a.vcf"), new TinyCardLens().create(another, ""));
    try (FolderStore store = open(directory)) {
      assertThat(store.locate(List.of(creating(2))).get(creating(2).stamp()))
          .extracting(found -> found.id().value())
          .isEqualTo("uid-a.vcf");
      Files.writeString(directory.resolve("2.vcf"), new TinyCardLens().create(a(), ""));
      assertThat(store.locate(List.of(creating(2))).get(creating(2).stamp()))
          .extracting(found -> found.id().value())
          .isEqualTo("2.vcf");
    }
  }
}
