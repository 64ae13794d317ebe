package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.pst.Examination;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/**
 * Kills real processes of {@code tandem sync} at random instants and runs them again: nothing is
 * lost and nothing is doubled. More with {@code -Dtandem.kills=500}, others with {@code
 * -Dtandem.kills.seed=1}.
 */
class KilledSyncTest {
  private static final int KILLS = Integer.getInteger("tandem.kills", 10);
  private static final long SEED = Long.getLong("tandem.kills.seed", 20261122);
  private static final int LANES = 2;

  @TempDir private Path folder;

  @Test
  void nothingIsLostOrDoubledWhereverASyncIsKilled() throws Exception {
    List<Future<String>> lanes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < LANES; i++) {
        long seed = SEED + i;
        Path place = Files.createDirectory(folder.resolve("lane" + i));
        lanes.add(threads.submit(() -> new TwoWayLane(place, seed).run(KILLS / LANES)));
      }
    }
    for (Future<String> lane : lanes) {
      System.out.println(lane.get());
    }
  }

  /** 21 contacts, nine of them alike in everything: none may be taken for another. */
  @Test
  void aDataFileArrivesOnceWhereverASyncIsKilled() throws Exception {
    Path sample = Path.of("../stores/pst/src/test/resources/samples/aspose/Test_part1.pst");
    Files.copy(sample, folder.resolve("outlook.pst"));
    Assassin assassin = new Assassin(new Random(SEED));
    try (var server = EmbeddedDavServer.start()) {
      server.addUser("alice", "alicepw");
      DavCollection book = server.addressBook("alice", "book");
      Files.writeString(
          folder.resolve("tandem.toml"),
          ContactsInStep.configuration(server.url(), "outlook.pst", book.path()));
      while (assassin.kills() < KILLS / 10) {
        forget(folder.resolve("home"));
        book.names().forEach(book::delete);
        start("apply", "-f", folder.resolve("tandem.toml").toString()).awaitSuccess();
        while (assassin.kill(server.dials(), () -> start("sync"))) {
          // once more
        }
        start("sync").awaitSuccess();
        assertThat(book.bodies().values())
            .describedAs(assassin.kills() + " kills, seed " + SEED)
            .hasSize(21)
            .filteredOn(card -> card.contains("FN:Saqib Razzaq"))
            .hasSize(9);
      }
    }
  }

  /** Most kills come while the data file is written. */
  @Test
  void aServerArrivesOnceInADataFileWhereverASyncIsKilled() throws Exception {
    Path file = folder.resolve("outlook.pst");
    Random random = new Random(SEED);
    Assassin assassin = new Assassin(random, 1_500);
    try (var server = EmbeddedDavServer.start()) {
      server.addUser("alice", "alicepw");
      DavCollection book = server.addressBook("alice", "book");
      for (int i = 0; i < 600; i++) {
        book.put("c" + i + ".vcf", Cards.card("card-" + i, "note " + i));
      }
      Files.writeString(
          folder.resolve("tandem.toml"),
          ContactsInStep.configuration(server.url(), "outlook.pst", book.path()));
      while (assassin.kills() < KILLS / 3) {
        forget(folder.resolve("home"));
        Files.deleteIfExists(file);
        NewDataFile.create(file, Locale.ENGLISH, random);
        start("apply", "-f", folder.resolve("tandem.toml").toString()).awaitSuccess();
        while (assassin.kill(server.dials(), () -> start("sync"))) {
          // once more
        }
        start("sync").awaitSuccess();
        String seen = assassin.kills() + " kills, seed " + SEED;
        assertThat(uids(file)).describedAs(seen).doesNotHaveDuplicates().hasSize(600);
        assertThat(Examination.of(file).defects()).describedAs(seen).isEmpty();
        assertThat(book.bodies()).describedAs(seen).hasSize(600);
      }
    }
  }

  private static List<String> uids(Path path) {
    try (PstFile file = PstFile.open(path);
        PstStore store =
            new PstStore(
                file,
                file.folder("Contacts"),
                Family.CONTACTS,
                InstantSource.system(),
                ZoneOffset.UTC)) {
      List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
      return store.read(ids).stream()
          .map(f -> ((Found.Present<Item>) f).replica().item().uid())
          .toList();
    }
  }

  private TandemProcess start(String... arguments) throws IOException {
    return TandemProcess.start(Main.class, folder, arguments);
  }

  private static void forget(Path home) throws IOException {
    if (Files.exists(home)) {
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
