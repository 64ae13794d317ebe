package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk with a folder of cards that is not mounted: what is there is an empty directory. */
final class EmptiedSideTest {
  @TempDir Path folder;
  private ContactsInDataFile world;
  private Path disk;
  private Path elsewhere;

  @BeforeEach
  void start() throws IOException {
    world = new ContactsInDataFile(folder, 3);
    disk = Files.createDirectory(folder.resolve("disk"));
    elsewhere = folder.resolve("elsewhere");
    profile("");
    List.of("Alice", "Dodo", "Hatter").forEach(one -> world.makeInOutlook(one, "first"));
    assertThat(world.sync()).as("an empty folder is where one begins").contains("3 created");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void profile(String options) {
    world.shell.file(
        "tandem.toml",
        """
        [[profiles]]
        name = "Contacts"
        outlook = { pst = "outlook.pst", folder = "Contacts" }
        server = { folder = "disk" }
        family = "contacts"
        """
            + options);
    world.apply();
  }

  private void unmount() throws IOException {
    Files.move(disk, elsewhere);
    Files.createDirectory(disk);
  }

  private void mount() throws IOException {
    ContactsInDataFile.delete(disk);
    Files.move(elsewhere, disk);
  }

  private Map<String, String> onDisk() throws IOException {
    try (Stream<Path> files = Files.list(disk)) {
      Map<String, String> bodies = new TreeMap<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".vcf")).toList()) {
        bodies.put(file.toString(), Files.readString(file));
      }
      return Cards.notes(bodies.values());
    }
  }

  private Shell.Answer held() {
    Shell.Answer sync = world.shell.tandem("sync");
    assertThat(sync.status()).as(sync.all()).isEqualTo(1);
    return sync;
  }

  @Test
  void nothingIsMadeOnAMountPointOrTakenFromIt() throws IOException {
    unmount();
    world.makeInOutlook("Queen", "new");
    world.editInOutlook("Hatter", "edited");
    Files.writeString(disk.resolve("stray.vcf"), Cards.card("stray", "left here"));
    Shell.Answer plan = world.shell.tandem("plan");
    Shell.Answer sync = held();
    for (Shell.Answer one : List.of(plan, sync)) {
      assertThat(one.out())
          .contains("the server has lost all of its 3 items; nothing is deleted until")
          .contains("to be created: the server has none of the 3 items that were in step")
          .contains("nothing is written there until that is confirmed")
          .contains("nothing is taken from what is there until that is confirmed")
          .contains("5 held");
    }
    held();
    assertThat(onDisk()).containsOnlyKeys("stray");
    assertThat(world.inOutlook())
        .containsExactlyInAnyOrderEntriesOf(world.expected)
        .containsEntry("Hatter", "edited");

    mount();
    assertThat(world.sync()).contains("1 created on the server, 1 updated on the server");
    assertThat(world.inOutlook()).isEqualTo(world.expected);
    assertThat(onDisk()).isEqualTo(world.expected);
    assertThat(world.sync()).contains("nothing to do");
    assertThat(world.shell.tandem("approve").out()).contains("Nothing is held");
  }

  /** A rebuild keeps what is held: the links of which a side has lost its item, and no other. */
  @Test
  void whatARebuildKeepsIsNotTakenForAllThatThereWas() throws IOException {
    List<String> many = IntStream.range(0, 12).mapToObj(i -> "Card " + i).toList();
    many.forEach(one -> world.makeInOutlook(one, "first"));
    world.sync();
    many.forEach(world::deleteInOutlook);
    assertThat(held().out()).contains("12 held");
    assertThat(world.shell.tandem("doctor", "--rebuild", "Contacts", "--yes").out())
        .contains("12 kept");
    assertThat(held().out()).contains("12 held; 15 items in step");
    world.editInOutlook("Hatter", "edited");
    assertThat(held().out()).contains("1 updated on the server");
    assertThat(onDisk()).containsEntry("Hatter", "edited");
  }

  /** An undo forgets where listings go on, and no item that is in step. */
  @Test
  void afterAnUndoNothingIsMadeThereEither() throws IOException {
    world.makeInOutlook("Queen", "new");
    world.sync();
    assertThat(world.shell.tandem("undo", "2", "--yes").out()).contains("1 deleted");
    unmount();
    world.makeInOutlook("King", "new");
    assertThat(held().out()).contains("5 held").contains("to be created: the server has none");
    assertThat(onDisk()).isEmpty();
    mount();
    assertThat(world.sync()).contains("2 created on the server");
    assertThat(world.inOutlook()).isEqualTo(world.expected);
    assertThat(onDisk()).isEqualTo(world.expected);
  }

  /** As long as that waits the file is listed as a whole, as in a first run. */
  @Test
  void norWhileSomethingWaitsAfterARebuild() throws IOException {
    List<String> many = IntStream.range(0, 12).mapToObj(i -> "Card " + i).toList();
    many.forEach(one -> world.makeInOutlook(one, "first"));
    world.sync();
    many.forEach(world::deleteInOutlook);
    held();
    world.shell.tandem("doctor", "--rebuild", "Contacts", "--yes");
    held();
    held();
    unmount();
    world.makeInOutlook("King", "new");
    world.editInOutlook("Hatter", "edited");
    held();
    assertThat(onDisk()).isEmpty();
    mount();
    assertThat(held().out()).contains("1 created on the server, 1 updated on the server, 12 held");
    assertThat(world.inOutlook()).isEqualTo(world.expected);
    assertThat(onDisk()).hasSize(16).containsAllEntriesOf(world.expected);
  }

  /** Nothing is known of when an item was looked at last, but that the side had them all. */
  @Test
  void norInTheFirstRunWithOtherOptions() throws IOException {
    profile("exclude = [\"birthday\"]\n");
    unmount();
    world.makeInOutlook("King", "new");
    assertThat(held().out()).contains("4 held").contains("to be created: the server has none");
    assertThat(onDisk()).isEmpty();
    mount();
    assertThat(world.sync()).contains("1 created on the server");
    assertThat(world.inOutlook()).isEqualTo(world.expected);
    assertThat(onDisk()).isEqualTo(world.expected);
  }

  /** What is equal on both sides would be linked, and its loss be a deletion later. */
  @Test
  void whatIsOnAMountPointTooIsNotLinked() throws IOException {
    unmount();
    world.makeInOutlook("Queen", "new");
    Files.writeString(disk.resolve("queen.vcf"), Cards.card("Queen", "new"));
    assertThat(held().out())
        .contains("to be linked: the server has none of the 3 items")
        .doesNotContain("linked;");
    mount();
    world.sync();
    assertThat(world.inOutlook()).isEqualTo(world.expected);
    assertThat(onDisk()).isEqualTo(world.expected);
  }

  /** Nobody is asked about deletions that cannot be: then about what is to be linked. */
  @Test
  void whatIsToBeLinkedCanBeApprovedWhereTheOtherSideIsReadOnly() throws IOException {
    try (ContactsInDataFile other =
        new ContactsInDataFile(Files.createDirectory(folder.resolve("other")), 4)) {
      List.of("Alice", "Dodo").forEach(one -> other.makeOnServer(one, "first"));
      other.book.readOnly(true);
      other.sync();
      List.of("Alice", "Dodo").forEach(other::deleteInOutlook);
      other.makeInOutlook("Queen", "new");
      other.makeOnServer("Queen", "new");
      assertThat(other.shell.tandem("sync").out()).contains("to be linked: Outlook has none of");
      assertThat(other.shell.tandem("approve", "--json").json())
          .singleElement()
          .satisfies(line -> assertThat(line).containsEntry("action", "link"));
      Shell.Answer reject = other.shell.tandem("approve", "Contacts", "--reject", "--yes");
      assertThat(reject.err()).contains("nothing to bring back");
      assertThat(other.shell.tandem("approve", "Contacts", "--yes").out()).contains("1 action");
      assertThat(other.shell.tandem("sync").out()).contains("1 linked");
      assertThat(other.shell.tandem("approve").out()).contains("Nothing is held");
      assertThat(other.shell.tandem("sync").out()).doesNotContain("to be linked");
      assertThat(other.inOutlook()).containsOnlyKeys("Queen");
    }
  }

  /** It would come back as a new item. */
  @Test
  void whatIsDeletedMeanwhileIsNotForgotten() throws IOException {
    unmount();
    world.deleteInOutlook("Dodo");
    assertThat(held().out())
        .contains("3 held; 3 items in step")
        .contains("'Given Dodo' - guard: gone from both sides: the server has none of the 3 items")
        .contains("nothing is forgotten until that is confirmed");
    held();
    mount();
    assertThat(world.sync()).contains("1 deleted on the server");
    assertThat(world.inOutlook()).isEqualTo(world.expected);
    assertThat(onDisk()).isEqualTo(world.expected);
    assertThat(world.sync()).contains("nothing to do");
    assertThat(world.shell.tandem("approve").out()).contains("Nothing is held");
  }

  /** Then nothing is to be deleted or made again, and the side has lost all the same. */
  @Test
  void norIsAnythingMadeWhereAllIsDeletedMeanwhile() throws IOException {
    unmount();
    List.of("Alice", "Dodo", "Hatter").forEach(world::deleteInOutlook);
    world.makeInOutlook("King", "new");
    assertThat(held().out()).contains("4 held").contains("to be created: ");
    assertThat(onDisk()).isEmpty();
    mount();
    assertThat(held().out()).contains("4 held");
    assertThat(onDisk()).containsOnlyKeys("Alice", "Dodo", "Hatter");
    world.shell.tandem("approve", "Contacts", "--yes");
    assertThat(world.sync()).contains("1 created on the server, 3 deleted on the server");
    assertThat(onDisk()).isEqualTo(world.inOutlook()).isEqualTo(world.expected);
  }

  @Test
  void whatBothSidesReallyHaveLostIsForgottenOnceThatIsApproved() throws IOException {
    unmount();
    List.of("Alice", "Dodo", "Hatter").forEach(world::deleteInOutlook);
    assertThat(held().err()).contains("3 actions are held").doesNotContain("--reject");
    assertThat(world.shell.tandem("approve", "--json").json())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).containsEntry("action", "forget"));
    assertThat(world.shell.tandem("approve", "Contacts", "--reject", "--yes").err())
        .contains("nothing to bring back");
    assertThat(world.shell.tandem("approve", "Contacts", "--yes").out()).contains("3 actions");
    assertThat(world.sync()).contains("0 items in step");
    assertThat(world.sync()).contains("nothing to do");
    assertThat(world.shell.tandem("approve").out()).contains("Nothing is held");
    world.makeInOutlook("King", "new");
    assertThat(world.sync()).contains("1 created on the server");
  }

  /** One is soon deleted twice; nobody is asked about that. */
  @Test
  void theLastItemIsForgottenAtOnce() throws IOException {
    List.of("Alice", "Dodo").forEach(world::deleteInOutlook);
    assertThat(world.sync()).contains("2 deleted on the server");
    world.deleteInOutlook("Hatter");
    unmount();
    assertThat(world.sync()).contains("0 items in step");
  }

  @Test
  void allThatWasEditedWaitsToo() throws IOException {
    unmount();
    List.of("Alice", "Dodo", "Hatter").forEach(one -> world.editInOutlook(one, "second"));
    assertThat(held().out()).contains("3 held").doesNotContain("created on");
    mount();
    assertThat(world.sync()).contains("3 updated on the server");
    assertThat(onDisk()).isEqualTo(world.expected);
  }

  @Test
  void onceItIsApprovedAllGoesOn() throws IOException {
    unmount();
    world.makeInOutlook("Queen", "new");
    world.editInOutlook("Hatter", "edited");
    held();
    world.makeInOutlook("King", "after the run");
    assertThat(world.shell.tandem("approve", "Contacts", "--yes").out()).contains("4 actions");
    assertThat(world.sync()).contains("3 created on the server, 2 deleted in Outlook");
    assertThat(onDisk()).containsOnlyKeys("Hatter", "King", "Queen").isEqualTo(world.inOutlook());
  }

  @Test
  void onceItIsRejectedAllComesBack() throws IOException {
    unmount();
    world.makeInOutlook("Queen", "new");
    world.editInOutlook("Hatter", "edited");
    held();
    world.shell.tandem("approve", "Contacts", "--reject", "--yes");
    assertThat(world.sync()).contains("4 created on the server");
    assertThat(onDisk()).isEqualTo(world.expected).isEqualTo(world.inOutlook());
  }

  @Test
  void whoDoesNotWantToBeAskedIsNot() throws IOException {
    profile("guard = { emptied = false }\n");
    unmount();
    world.makeInOutlook("Queen", "new");
    assertThat(world.sync()).contains("1 created on the server, 3 deleted in Outlook");
    assertThat(onDisk()).containsOnlyKeys("Queen");
  }
}
