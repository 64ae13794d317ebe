package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Family;
import org.tandemsync.items.Timing;
import org.tandemsync.pst.FolderMoves;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** Two appointments of one folder of Outlook may have one UID; each of them comes back. */
final class UndoneSameUidTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatWasMergedIntoAnItemWithTheSameUidComesBack() {
    Path file = folder.resolve("outlook.pst");
    NewDataFile.create(file, Locale.ENGLISH, new Random(1));
    try (PstFile made = PstFile.open(file)) {
      made.addFolder("Calendar/Team", Family.EVENTS);
    }
    String kept = make(file, "Calendar/Team", "Kitchen", Categories.of()).id().value();
    Written.Done moved = make(file, "Calendar", "Garden", Categories.of("OnlyInGarden"));
    try (PstFile opened = PstFile.open(file)) {
      Map<ItemId, Revision> items = Map.of(moved.id(), Objects.requireNonNull(moved.revision()));
      assertThat(
              FolderMoves.move(
                  opened, opened.folder("Calendar"), opened.folder("Calendar/Team"), items, NOW))
          .allMatch(written -> written instanceof Written.Done);
    }
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "alicepw")) {
      Shell shell = inStep(server, server.calendar("alice", "team"));
      Shell.Answer merged =
          shell.tandem("duplicates", "Team", "--merge", kept, moved.id().value(), "--yes");
      assertThat(merged.status()).as(merged.all()).isZero();
      assertThat(outlook(shell)).hasSize(1);
      Shell.Answer planned = shell.tandem("undo", "2", "--plan");
      assertThat(planned.out()).contains("Would do: 2 restored");
      Shell.Answer undone = shell.tandem("undo", "2", "--yes");
      assertThat(undone.status()).as(undone.all()).isZero();
      assertThat(outlook(shell))
          .hasSize(2)
          .anySatisfy(
              item ->
                  assertThat(item)
                      .containsEntry("location", "Garden")
                      .containsEntry("categories", List.of("OnlyInGarden")))
          .anySatisfy(
              item ->
                  assertThat(item)
                      .containsEntry("location", "Kitchen")
                      .doesNotContainKey("categories"));
      assertThat(shell.tandem("undo", "2", "--yes").out()).contains("0 restored, 0 deleted");
      assertThat(outlook(shell)).hasSize(2);
    }
  }

  private static Written.Done make(Path file, String name, String location, Categories categories) {
    LocalDateTime start = LocalDateTime.of(2026, 3, 10, 9, 0);
    Appointment made =
        Appointment.builder()
            .uid("copy")
            .subject("copy")
            .location(location)
            .categories(categories)
            .timing(Timing.timed(start, start.plusHours(1), InStep.BERLIN))
            .build();
    Stamp stamp = new Stamp(new LinkId("outlook-itself"), 1);
    try (PstFile opened = PstFile.open(file);
        PstStore store =
            new PstStore(opened, opened.folder(name), Family.EVENTS, () -> NOW, ZoneOffset.UTC)) {
      return (Written.Done)
          store.write(List.of(new Effect.Create<>("copy", made, stamp, "copy"))).getFirst();
    }
  }

  private Shell inStep(EmbeddedDavServer server, DavCollection team) {
    Shell shell = new Shell(folder).set("PW", "alicepw");
    new HomeAccount(server.url()).profile("Team", "Calendar/Team", team.path()).apply(shell);
    Shell.Answer synced = shell.tandem("sync");
    assertThat(synced.status()).as(synced.all()).isZero();
    return shell;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> outlook(Shell shell) {
    return shell.tandem("items", "pst:outlook.pst#Calendar/Team", "--json").json().stream()
        .map(line -> (Map<String, Object>) Objects.requireNonNull(line.get("item")))
        .toList();
  }
}
