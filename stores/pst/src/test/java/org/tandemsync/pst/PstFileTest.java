package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.pst.format.EditedSample;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/** Files that are not as they should be: what the user is told. */
class PstFileTest {
  private static final String SAMPLE = "java-libpst/dist-list.pst";

  @TempDir Path folder;

  private static StoreException failure(Path path) {
    return catchThrowableOfType(StoreException.class, () -> Reading.everything(path));
  }

  private Path file(byte[] bytes) {
    return EditedSample.write(folder.resolve("some file.pst"), bytes);
  }

  @Test
  void aMissingFile() {
    Path path = folder.resolve("none.pst");
    StoreException e = failure(path);
    assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(e).hasMessageStartingWith("There is no file " + path);
  }

  @Test
  void aFolderInsteadOfAFile() {
    StoreException e = failure(folder);
    assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(e).hasMessageContaining("is a folder");
  }

  @Test
  void somethingElseThanADataFile() throws IOException {
    for (byte[] bytes :
        List.of(
            new byte[0],
            "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8),
            Files.readAllBytes(Path.of("pom.xml")))) {
      Path path = file(bytes);
      StoreException e = failure(path);
      assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
      assertThat(e).hasMessage(path + ": it is not an Outlook data file.");
    }
  }

  @Test
  void aTruncatedFile() {
    byte[] bytes = new EditedSample(SAMPLE).bytes();
    Path path = file(Arrays.copyOf(bytes, 200_000));
    StoreException e = failure(path);
    assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(e)
        .hasMessage(
            path
                + " is damaged: it is cut short: it has 200000 bytes and should have 271360. Make"
                + " a copy of it, repair it with Outlook's Inbox Repair Tool (scanpst.exe), and"
                + " try again.");
  }

  @Test
  void aFileThatEndsWithinItsHeader() {
    StoreException e = failure(file(Arrays.copyOf(new EditedSample(SAMPLE).bytes(), 300)));
    assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(e).hasMessageContaining("ends within its header").hasMessageContaining("scanpst");
  }

  @Test
  void aDamagedHeader() {
    StoreException e = failure(new EditedSample(SAMPLE).set(40, 99).writeTo(folder));
    assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(e).hasMessageContaining("the checksum of the header is wrong");
  }

  @Test
  void aFileWithLargePages() {
    StoreException e = failure(new EditedSample(SAMPLE).setInHeader(10, 36).writeTo(folder));
    assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(e)
        .hasMessageContaining("4 KiB pages (version 36, Outlook 2013 or later)")
        .hasMessageContaining("export the folders to an Outlook data file (.pst)");
  }

  @Test
  void anUnknownFolderIsAnsweredWithThoseThatThereAre() {
    try (PstFile file = PstFile.open(Samples.path(SAMPLE))) {
      assertThatThrownBy(() -> file.folder("Kalender"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("has no folder \"Kalender\". It has: Calendar, Contacts, Tasks.");
    }
  }

  @Test
  void oneDamagedItemDoesNotHideTheOthers() {
    EditedSample sample = new EditedSample(SAMPLE);
    long block;
    try (PstFile file = PstFile.open(Samples.path(SAMPLE))) {
      block = file.database().entry(new NodeId(0x200064)).orElseThrow().data();
    }
    Path path = sample.damage(block).writeTo(folder);
    try (PstFile file = PstFile.open(path);
        PstStore store = Samples.store(file, file.folder("Contacts"), Family.CONTACTS)) {
      List<Listing.Row> rows = store.list(null).rows();
      assertThat(rows).hasSize(2).allMatch(r -> r.revision() != null);
      List<Found<Item>> found = store.read(rows.stream().map(Listing.Row::id).toList());
      assertThat(found.getFirst()).isInstanceOf(Found.Present.class);
      assertThat(found.getLast())
          .isEqualTo(
              new Found.Unreadable<Item>(
                  new ItemId("200064"),
                  rows.getLast().revision(),
                  "contact name 1",
                  "In the folder \"Contacts\" of "
                      + path
                      + ": block "
                      + Long.toHexString(block)
                      + " has a wrong checksum"));
    }
  }

  @Test
  void anItemThatTheFolderListsIsNeverAbsent() {
    EditedSample sample = new EditedSample(SAMPLE);
    // the contact's entry in the index of nodes gets another id
    for (int page : sample.pages()) {
      for (int at = 0; at < 480; at += 32) {
        boolean contact =
            (sample.bytes()[page + 496] & 0xFF) == 0x81
                && sample.bytes()[page + 491] == 0
                && sample.bytes()[page + at] == 0x64
                && sample.bytes()[page + at + 1] == 0
                && sample.bytes()[page + at + 2] == 0x20;
        if (contact) {
          sample.setInPage(page, at, 0x65);
        }
      }
    }
    try (PstFile file = PstFile.open(sample.writeTo(folder));
        PstStore store = Samples.store(file, file.folder("Contacts"), Family.CONTACTS)) {
      assertThat(store.list(null).rows()).hasSize(2);
      assertThat(store.read(List.of(new ItemId("200064"))).getFirst())
          .isInstanceOfSatisfying(
              Found.Unreadable.class,
              u -> assertThat(u.reason()).endsWith("the file does not have it"));
    }
  }

  @Test
  void aDamagedFolderIsNamed() {
    long block;
    try (PstFile file = PstFile.open(Samples.path(SAMPLE))) {
      NodeId table = file.folder("Contacts").id().withType(NodeId.CONTENTS_TABLE);
      block = file.database().entry(table).orElseThrow().data();
    }
    StoreException e = failure(new EditedSample(SAMPLE).damage(block).writeTo(folder));
    assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(e)
        .hasMessageStartingWith("The folder \"Contacts\" cannot be read: ")
        .hasMessageContaining("wrong checksum")
        .hasMessageContaining("scanpst");
  }

  @Test
  void aFolderWhosePropertiesAreDamagedIsListedFromTheTable() {
    long block;
    try (PstFile file = PstFile.open(Samples.path(SAMPLE))) {
      block = file.database().entry(file.folder("Contacts").id()).orElseThrow().data();
    }
    Path path = new EditedSample(SAMPLE).damage(block).writeTo(folder);
    try (PstFile file = PstFile.open(path)) {
      assertThat(file.folder("Contacts").family()).contains(Family.CONTACTS);
    }
    assertThat(Reading.items(path)).isEqualTo(Reading.items(Samples.path(SAMPLE)));
  }

  @Test
  void readingChangesNothing() throws IOException {
    Path copy = Files.copy(Samples.path(SAMPLE), folder.resolve("copy.pst"));
    byte[] before = Files.readAllBytes(copy);
    Reading.everything(copy);
    assertThat(Files.readAllBytes(copy)).isEqualTo(before);
  }
}
