package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.outlook.FolderAddress;
import org.tandemsync.outlook.OutlookFolders;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.StandInMachine;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Store;

/**
 * Outlook on the desktop and a server, kept in step both ways: what goes well with a data file goes
 * well through the object model of the stand-in, with the same items.
 */
final class DesktopInStepTest extends InStep {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final StandIn standIn =
      new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> NOW);
  private final StandInMachine machine = new StandInMachine(standIn);
  private final Application application = standIn.application();

  @AfterEach
  void nothingIsHeldAndNothingWasSent() {
    application.close();
    assertThat(standIn.references()).isZero();
    assertThat(machine.sessions()).isZero();
    assertThat(standIn.callsByMember().keySet()).noneMatch(m -> m.endsWith(".Send"));
  }

  @Override
  Shell tandem(Path directory) throws Exception {
    Path sample = Files.createTempFile(directory, "sample", ".pst");
    Files.delete(sample);
    new Shell(directory).sample("demo/outlook.pst", sample.getFileName().toString());
    try (PstFile file = PstFile.open(sample)) {
      copy(file, "Calendar", Family.EVENTS);
      copy(file, "Contacts", Family.CONTACTS);
    }
    return new Shell(directory)
        .composedBy(new Wiring(surroundings -> OutlookDesktop.of(machine, surroundings.clock())));
  }

  @Override
  String configured(String name) {
    return "{ desktop = \"" + name + "\" }";
  }

  private void copy(PstFile file, String name, Family family) {
    InstantSource clock = InstantSource.fixed(NOW);
    try (PstStore from = new PstStore(file, file.folder(name), family, clock, ZoneOffset.UTC)) {
      List<Effect<Item>> creates = new ArrayList<>();
      for (Replica<Item> replica : all(from)) {
        Item item = replica.item();
        creates.add(new Effect.Create<>(item.uid(), item, OUTLOOK, item.title()));
      }
      outlook(name, family, store -> store.write(creates));
    }
  }

  @Override
  <T> T outlook(String name, Family family, Function<Store<Item>, T> work) {
    try (Store<Item> store =
        new OutlookFolders(application, () -> NOW).open(FolderAddress.parse(name), family, true)) {
      return work.apply(store);
    }
  }

  @Override
  Object fingerprint() {
    return List.of(rows("Calendar", Family.EVENTS), rows("Contacts", Family.CONTACTS));
  }

  private List<Listing.Row> rows(String name, Family family) {
    return outlook(name, family, store -> store.list(null).rows());
  }
}
