package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Photo;
import org.tandemsync.items.PostalAddress;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;

/**
 * How long data files take, beside foreign readers: {@code -Dtandem.bench=3500}. More than one
 * number, as in {@code 1000,10000,100000}, shows what adding costs as a folder grows. Prints
 * figures; machines differ, so the ratios are what counts.
 */
@EnabledIfSystemProperty(named = "tandem.bench", matches = ".+")
class DataFileBench {
  /** As many as the engine gives to a store at a time. */
  private static final int BATCH = 200;

  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-03-01T08:00:00Z"));

  @TempDir private Path folder;

  @Test
  void addsChangesAndListsContacts() throws Exception {
    for (String count : System.getProperty("tandem.bench").split(",")) {
      measure(Integer.parseInt(count.strip()));
    }
  }

  private void measure(int count) throws Exception {
    Path path = folder.resolve(count + ".pst");
    NewDataFile.create(path, Locale.ENGLISH, new Random(7));
    List<Contact> contacts = contacts(count);
    double add = seconds(() -> add(path, contacts));
    say("add", count, add, Files.size(path));
    int changes = Math.max(1, count / 100);
    say("change", changes, seconds(() -> change(path, changes)), Files.size(path));
    say("open and list", count, seconds(() -> list(path, count)), 0);
    say("open, list, read all", count, seconds(() -> readAll(path, count)), 0);
    if (count <= 10_000) {
      say("java-libpst reads all", count, seconds(() -> libpst(path, count)), 0);
      say("readpst", count, seconds(() -> readpst(path)), 0);
      double check = seconds(() -> assertThat(PstCheck.run(path)).isEmpty());
      say("strict check", count, check, 0);
    }
    Files.delete(path);
  }

  private static void say(String what, int count, double seconds, long size) {
    System.out.printf(
        Locale.ROOT,
        "%-24s %7d  %8.2f s  %8.3f ms each%s%n",
        what,
        count,
        seconds,
        seconds * 1000 / count,
        size == 0 ? "" : "  file " + (size >> 20) + " MB");
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static PstStore open(PstFile file) {
    PstFolder contacts = file.itemFolders(Family.CONTACTS).getFirst();
    return new PstStore(file, contacts, Family.CONTACTS, NOW, ZoneOffset.UTC);
  }

  private static void add(Path path, List<Contact> contacts) {
    try (PstFile file = PstFile.open(path);
        PstStore store = open(file)) {
      store.list(null);
      int number = 0;
      for (int at = 0; at < contacts.size(); at += BATCH) {
        List<Effect<Item>> effects = new ArrayList<>();
        for (Contact c : contacts.subList(at, Math.min(contacts.size(), at + BATCH))) {
          Stamp stamp = new Stamp(new LinkId("l" + number++), 1);
          effects.add(new Effect.Create<>(c.uid(), c, stamp, c.title()));
        }
        assertThat(store.write(effects)).allMatch(Written.Done.class::isInstance);
      }
    }
  }

  private static void change(Path path, int count) {
    try (PstFile file = PstFile.open(path);
        PstStore store = open(file)) {
      List<ItemId> ids =
          store.list(null).rows().stream().map(Listing.Row::id).limit(count).toList();
      List<Effect<Item>> effects = new ArrayList<>();
      for (Found<Item> found : store.read(ids)) {
        Replica<Item> r = ((Found.Present<Item>) found).replica();
        Item changed =
            ((Contact) r.item()).toBuilder().jobTitle("Captain").notes(Body.plain("!")).build();
        effects.add(
            new Effect.Update<>(
                r.id(),
                Objects.requireNonNull(r.revision()),
                changed,
                Set.of("job-title", "notes"),
                new Stamp(new LinkId("c" + r.id()), 2),
                changed.title()));
      }
      assertThat(store.write(effects)).allMatch(Written.Done.class::isInstance);
    }
  }

  private static void list(Path path, int count) {
    try (PstFile file = PstFile.open(path);
        PstStore store = open(file)) {
      assertThat(store.list(null).rows()).hasSize(count);
    }
  }

  private static void readAll(Path path, int count) {
    try (PstFile file = PstFile.open(path);
        PstStore store = open(file)) {
      List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
      int read = 0;
      for (int at = 0; at < ids.size(); at += BATCH) {
        for (Found<Item> found : store.read(ids.subList(at, Math.min(ids.size(), at + BATCH)))) {
          assertThat(found).isInstanceOf(Found.Present.class);
          read++;
        }
      }
      assertThat(read).isEqualTo(count);
    }
  }

  private static void libpst(Path path, int count) throws Exception {
    PSTFile file = new PSTFile(path.toFile());
    assertThat(libpst(file.getRootFolder())).isEqualTo(count);
    file.getFileHandle().close();
  }

  private static int libpst(PSTFolder folder) throws Exception {
    int found = 0;
    for (PSTFolder sub : subfolders(folder)) {
      found += libpst(sub);
    }
    if (folder.getContentCount() > 0) {
      for (PSTObject child = folder.getNextChild(); child != null; child = folder.getNextChild()) {
        found += child.getDisplayName().isEmpty() ? 0 : 1;
      }
    }
    return found;
  }

  /** It fails on every search folder, also those that Outlook makes. */
  private static List<PSTFolder> subfolders(PSTFolder folder) throws IOException {
    try {
      return folder.getSubFolders();
    } catch (PSTException searchFolder) {
      return List.of();
    }
  }

  private void readpst(Path path) throws IOException, InterruptedException {
    Path out = Files.createDirectories(folder.resolve("readpst"));
    Process process =
        new ProcessBuilder("readpst", "-q", "-e", "-o", out.toString(), path.toString())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
  }

  /** A tenth of them with a picture of 15 to 45 kB, which is 20 to 60 kB as base64. */
  private static List<Contact> contacts(int count) {
    Random random = new Random(7);
    List<Contact> contacts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String first = "First" + i;
      String last = "Last" + random.nextInt(10_000);
      Map<EmailSlot, EmailAddress> emails = new EnumMap<>(EmailSlot.class);
      emails.put(
          EmailSlot.EMAIL1, new EmailAddress(first.toLowerCase(Locale.ROOT) + "@example.org", ""));
      Contact.Builder contact =
          Contact.builder()
              .uid("bench-" + i)
              .name(new PersonName("", first, "", last, ""))
              .fullName(first + " " + last)
              .company("Company " + random.nextInt(100))
              .jobTitle("Engineer")
              .emails(emails)
              .phones(Map.of(PhoneSlot.BUSINESS, "+43 1 " + i, PhoneSlot.MOBILE, "+43 664 " + i))
              .addresses(
                  Map.of(
                      AddressSlot.BUSINESS,
                      new PostalAddress(
                          "Main Street " + i, "Vienna", "", "1010", "Austria", "", "")))
              .notes(Body.plain("Met at the fair. ".repeat(1 + random.nextInt(8))));
      if (i % 10 == 0) {
        byte[] picture = new byte[15_000 + random.nextInt(30_000)];
        random.nextBytes(picture);
        contact.photo(new Photo(Bytes.of(picture), "image/jpeg"));
      }
      contacts.add(contact.build());
    }
    return contacts;
  }
}
