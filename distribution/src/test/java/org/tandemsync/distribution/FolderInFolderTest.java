package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile names a directory, and means that one, whatever is in it beside its items. */
final class FolderInFolderTest {
  @TempDir Path folder;
  private ContactsInDataFile world;
  private Path disk;
  private Path archive;

  @BeforeEach
  void start() throws IOException {
    world = new ContactsInDataFile(folder, 3);
    disk = Files.createDirectory(folder.resolve("disk"));
    archive = disk.resolve("archive");
    world.shell.file(
        "tandem.toml",
        """
        [[profiles]]
        name = "Contacts"
        outlook = { pst = "outlook.pst", folder = "Contacts" }
        server = { folder = "disk" }
        family = "contacts"
        """);
    world.apply();
    world.makeInOutlook("Alice", "tea");
    world.makeInOutlook("Dodo", "tea");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void archived(String uid) throws IOException {
    Files.createDirectories(archive);
    Files.writeString(archive.resolve(uid + ".vcf"), Cards.card(uid, "archived"));
  }

  private static List<Path> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private Path card(String uid) throws IOException {
    for (Path file : in(disk)) {
      if (Files.isRegularFile(file) && Files.readString(file).contains("UID:" + uid)) {
        return file;
      }
    }
    throw new AssertionError("no card of " + uid);
  }

  @Test
  void aFolderInItMayHoldItemsToo() throws IOException {
    world.sync();
    Files.createDirectory(archive);
    assertThat(world.sync()).contains("nothing to do; 2 items in step");
    archived("old");
    assertThat(world.sync()).contains("nothing to do; 2 items in step");
    world.editInOutlook("Alice", "more tea");
    world.sync();
    assertThat(Files.readString(card("Alice"))).contains("more tea");
    assertThat(in(archive)).hasSize(1);
  }

  /** What was in it until now is not what is in the folder in it. */
  @Test
  void itIsMeantAlsoWhenItsLastItemGoes() throws IOException {
    world.sync();
    Files.createDirectory(archive);
    Files.move(card("Alice"), archive.resolve("Alice.vcf"));
    Files.move(card("Dodo"), archive.resolve("Dodo.vcf"));
    archived("old");
    Shell.Answer held = world.shell.tandem("sync");
    assertThat(held.status()).as(held.all()).isEqualTo(1);
    assertThat(held.all()).contains("2 held").doesNotContain("other folders");
    assertThat(world.inOutlook()).isEqualTo(world.expected);
    assertThat(world.shell.tandem("approve", "Contacts", "--yes").status()).isZero();
    assertThat(world.sync()).contains("2 deleted in Outlook");
    assertThat(world.inOutlook()).isEmpty();
    assertThat(in(archive)).hasSize(3);
  }

  @Test
  void whatItHoldsOfOtherKindsIsNoReasonEither() throws IOException {
    world.sync();
    Files.writeString(disk.resolve("note.ics"), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    Files.delete(card("Alice"));
    Files.delete(card("Dodo"));
    Shell.Answer held = world.shell.tandem("sync");
    assertThat(held.status()).as(held.all()).isEqualTo(1);
    assertThat(held.all()).contains("2 held");
  }

  /** As programs keep address books: before anything is written there, a person says which. */
  @Test
  void aNewProfileOfAFolderThatHoldsOnlyFoldersOfItemsNamesOne() throws IOException {
    archived("old");
    Files.createDirectory(disk.resolve("lost+found"));
    Shell.Answer refused = world.shell.tandem("sync");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.all())
        .contains("holds no items itself, but folders that do", "name one of them: archive");
    assertThat(in(disk)).hasSize(2);
  }

  @Test
  void aNewDiskHasAFolderOfItsOwn() throws IOException {
    Files.createDirectory(disk.resolve("lost+found"));
    world.sync();
    assertThat(Files.readString(card("Alice"))).contains("tea");
    assertThat(in(disk.resolve("lost+found"))).isEmpty();
  }
}
