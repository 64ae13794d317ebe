package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;
import org.tandemsync.pst.FolderMoves;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** A contact that is moved between two folders of a data file. */
final class MovedContactsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  @TempDir private Path folder;

  /** SOGo gives a card that it moves another name; nobody minds one that is made anew. */
  @Test
  void aCardIsMadeAnewAndNeverMovedByTheServer() {
    Path file = folder.resolve("outlook.pst");
    NewDataFile.create(file, Locale.ENGLISH, new Random(1));
    try (PstFile made = PstFile.open(file)) {
      made.addFolder("Contacts/Friends", Family.CONTACTS);
    }
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "alicepw")) {
      DavCollection contacts = server.addressBook("alice", "contacts");
      DavCollection friends = server.addressBook("alice", "friends");
      Shell shell = new Shell(folder).set("PW", "alicepw");
      new HomeAccount(server.url())
          .profile("Contacts", "Contacts", contacts.path())
          .profile("Friends", "Contacts/Friends", friends.path())
          .apply(shell);
      contacts.put(
          "hatter.vcf",
          "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:hatter\r\nFN:The Hatter\r\nN:Hatter;The;;;\r\n"
              + "X-OF-ANOTHER:kept\r\nEND:VCARD\r\n");
      assertThat(shell.tandem("sync").status()).isZero();
      assertThat(shell.tandem("sync").out()).contains("nothing to do");
      moveInOutlook(file);
      server.log().clear();
      Shell.Answer moved = shell.tandem("sync");
      assertThat(moved.status()).as(moved.all()).isZero();
      assertThat(moved.out()).contains("1 moved to 'Friends'");
      assertThat(server.log().count("MOVE")).isZero();
      assertThat(contacts.size()).isZero();
      assertThat(friends.bodies().values())
          .singleElement()
          .asString()
          .contains("X-OF-ANOTHER:kept", "UID:hatter");
      shell.tandem("sync");
      assertThat(shell.tandem("sync").out()).doesNotContain("moved", "created", "deleted");
    }
  }

  private static void moveInOutlook(Path file) {
    Listing.Row row;
    try (PstFile opened = PstFile.open(file);
        PstStore store =
            new PstStore(
                opened, opened.folder("Contacts"), Family.CONTACTS, () -> NOW, ZoneOffset.UTC)) {
      row = store.list(null).rows().getFirst();
    }
    try (PstFile opened = PstFile.open(file)) {
      assertThat(
              FolderMoves.move(
                  opened,
                  opened.folder("Contacts"),
                  opened.folder("Contacts/Friends"),
                  Map.of(row.id(), Objects.requireNonNull(row.revision())),
                  NOW))
          .allMatch(written -> written instanceof Written.Done);
    }
  }
}
