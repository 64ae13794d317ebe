package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Store;

/** A data file that Outlook made and a server, kept in step both ways. */
final class DataFileInStepTest extends InStep {

  @Override
  Shell tandem(Path directory) {
    return new Shell(directory).sample("demo/outlook.pst", "outlook.pst");
  }

  @Override
  String configured(String name) {
    return "{ pst = \"outlook.pst\", folder = \"" + name + "\" }";
  }

  @Override
  <T> T outlook(String name, Family family, Function<Store<Item>, T> work) {
    try (PstFile file = PstFile.open(folder.resolve("outlook.pst"));
        PstStore store =
            new PstStore(
                file,
                file.folder(name),
                family,
                InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")),
                ZoneOffset.UTC)) {
      return work.apply(store);
    }
  }

  @Override
  Object fingerprint() {
    try {
      return Bytes.of(Files.readAllBytes(folder.resolve("outlook.pst")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void assertWhole() {
    assertThat(shell.tandem("doctor", "pst:outlook.pst").out()).contains("no findings");
  }

  /**
   * What is done with Outlook is apart from what is done with the server: as long as the server is
   * asked, and also when it is written to, the data file is free for Outlook.
   */
  @Test
  void improve13OutlookDoesNotWaitForTheServer() throws Exception {
    sync();
    makeInOutlook(
        "Contacts", Family.CONTACTS, Contact.builder().uid("dodo").fullName("Dodo").build());
    contacts.put(
        "hatter.vcf",
        crlf("BEGIN:VCARD\nVERSION:3.0\nUID:hatter\nFN:The Hatter\nN:Hatter;The;;;\nEND:VCARD\n"));
    List<String> held = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger asked = new AtomicInteger();
    server.dials().cutBefore =
        request -> {
          asked.incrementAndGet();
          try (FileChannel outlook =
                  FileChannel.open(folder.resolve("outlook.pst"), StandardOpenOption.WRITE);
              FileLock lock = outlook.tryLock()) {
            if (lock == null) {
              held.add(request.method() + " " + request.path());
            }
          } catch (OverlappingFileLockException | IOException e) {
            held.add(request.method() + " " + request.path() + ": " + e);
          }
          return false;
        };
    assertThat(shell.tandem("plan").out()).contains("The Hatter", "Dodo");
    sync();
    assertThat(titles("Contacts", Family.CONTACTS)).contains("The Hatter");
    assertThat(contacts.bodies().values()).anyMatch(b -> b.contains("Dodo"));
    assertThat(asked.get()).isGreaterThan(5);
    assertThat(held).isEmpty();
  }

  @Test
  void aPlanAndAnIdleRunNeverChangeTheFile() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("outlook.pst"));
    contacts.put(
        "hatter.vcf",
        crlf("BEGIN:VCARD\nVERSION:3.0\nUID:hatter\nFN:The Hatter\nN:Hatter;The;;;\nEND:VCARD\n"));
    assertThat(shell.tandem("plan").out()).contains("create  outlook  The Hatter");
    assertThat(Files.readAllBytes(folder.resolve("outlook.pst"))).isEqualTo(before);
  }

  @Test
  void aCopyWritesIntoADataFileAndTheNextOneFindsAllThere() throws Exception {
    Path samples = Path.of("../stores/pst/src/test/resources/samples");
    Files.copy(samples.resolve("libyal/outlook.pst"), folder.resolve("other.pst"));
    Shell.Answer first = shell.tandem("copy", "pst:outlook.pst", "pst:other.pst");
    assertThat(first.status()).as(first.all()).isZero();
    assertThat(first.out()).contains("3 copied, 0 already there, 0 failed");
    Shell.Answer second = shell.tandem("copy", "pst:outlook.pst", "pst:other.pst");
    assertThat(second.out()).contains("0 copied, 3 already there, 0 failed");
    assertThat(shell.tandem("items", "pst:other.pst").out())
        .contains("Test appointment", "contact name 1", "test dist list");
    assertThat(shell.tandem("doctor", "pst:other.pst").out()).contains("no findings");
  }
}
