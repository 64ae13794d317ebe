package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

class OwnWritesTest {
  @TempDir Path temporary;
  private Path path = Path.of("");
  private int made;

  /** Of a file that Outlook has written the first write makes the allocation maps anew. */
  @BeforeEach
  void aFileIntoWhichTandemWrote() throws IOException {
    path = Files.copy(Samples.path("java-libpst/dist-list.pst"), temporary.resolve("copy.pst"));
    try (PstFile file = PstFile.open(path)) {
      create(store(file));
    }
  }

  private static Checkpoint listed(Store<Item> store) {
    return Objects.requireNonNull(store.list(null).next());
  }

  private void create(Store<Item> store) {
    String uid = "uid-" + ++made;
    Item item = Contact.builder().uid(uid).fullName("Somebody").build();
    Stamp stamp = new Stamp(new LinkId(uid), 1);
    List<Written> outcomes = store.write(List.of(new Effect.Create<>(uid, item, stamp, "t")));
    assertThat(outcomes.getFirst()).isInstanceOf(Written.Done.class);
  }

  private static PstStore store(PstFile file) {
    return Samples.store(file, file.folder("Contacts"), Family.CONTACTS);
  }

  private Listing next(Checkpoint since, Duration later) {
    try (PstFile file = PstFile.open(path)) {
      return new PstStore(
              file,
              file.folder("Contacts"),
              Family.CONTACTS,
              InstantSource.fixed(Samples.NOW.plus(later)),
              ZoneOffset.UTC)
          .list(since);
    }
  }

  private Checkpoint behindTwoWrites() {
    try (PstFile file = PstFile.open(path)) {
      PstStore store = store(file);
      Checkpoint listed = listed(store);
      assertThat(store.behindOwnWrites(listed)).isEqualTo(listed);
      create(store);
      create(store);
      return store.behindOwnWrites(listed);
    }
  }

  @Test
  void whatWasWrittenIsNotListedInTheNextRun() {
    assertThat(next(behindTwoWrites(), Duration.ZERO).isUnchanged()).isTrue();
  }

  @Test
  void theListingIsAsOldAsItWas() {
    Checkpoint behind = behindTwoWrites();
    assertThat(next(behind, Duration.ofDays(6)).isUnchanged()).isTrue();
    assertThat(next(behind, Duration.ofDays(7)).scope()).isEqualTo(Listing.Scope.COMPLETE);
  }

  @Test
  void anotherTimeOfTheFileIsAnotherState() throws IOException {
    Checkpoint behind = behindTwoWrites();
    Files.setLastModifiedTime(path, FileTime.fromMillis(1));
    assertThat(next(behind, Duration.ZERO).scope()).isEqualTo(Listing.Scope.COMPLETE);
  }

  @Test
  void theRunAfterThatGoesOnBehindItsOwnWritesToo() {
    Checkpoint behind = behindTwoWrites();
    try (PstFile file = PstFile.open(path)) {
      PstStore store = store(file);
      assertThat(store.list(behind).isUnchanged()).isTrue();
      create(store);
      behind = store.behindOwnWrites(behind);
    }
    assertThat(next(behind, Duration.ZERO).isUnchanged()).isTrue();
  }

  /** Of another profile with the same folder. */
  @Test
  void whatAnotherStoreWroteToTheSameFileIsNotOurs() {
    for (boolean before : new boolean[] {true, false}) {
      Checkpoint behind;
      try (PstFile file = PstFile.open(path)) {
        PstStore store = store(file);
        PstStore other = store(file);
        Checkpoint listed = listed(store);
        create(before ? other : store);
        create(before ? store : other);
        behind = store.behindOwnWrites(listed);
        assertThat(behind).isEqualTo(listed);
      }
      assertThat(next(behind, Duration.ZERO).scope()).isEqualTo(Listing.Scope.COMPLETE);
    }
  }

  @Test
  void whatOutlookWroteBeforeIsNotOurs() {
    try (PstFile file = PstFile.open(path)) {
      PstStore store = store(file);
      Checkpoint listed = listed(store);
      try (PstFile outlook = PstFile.open(path)) {
        create(store(outlook));
      }
      create(store);
      assertThat(store.behindOwnWrites(listed)).isEqualTo(listed);
    }
  }

  @Test
  void aCopyThatIsPutBackIsNoticed() throws IOException {
    byte[] before = Files.readAllBytes(path);
    Checkpoint behind = behindTwoWrites();
    Files.write(path, before);
    Listing listing = next(behind, Duration.ZERO);
    assertThat(listing.scope()).isEqualTo(Listing.Scope.COMPLETE);
    assertThat(listing.continuity()).isEqualTo(Listing.Continuity.REVERSED);
  }
}
