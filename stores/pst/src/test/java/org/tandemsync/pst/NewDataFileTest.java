package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pff.PSTException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.ObjectWriter;
import org.tandemsync.pst.format.PropertyContext;
import org.tandemsync.pst.format.TableContext;
import org.tandemsync.pst.format.Transaction;
import org.tandemsync.pst.format.WritableDatabase;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.year.SampleYear;

class NewDataFileTest {
  private static final String MADE_BY_OUTLOOK = "outlook-pst-rs/Empty.pst";

  @TempDir Path folder;

  private Path create(String language) {
    Path path = folder.resolve("Home.pst");
    NewDataFile.create(path, Locale.forLanguageTag(language), new Random(20261122));
    return path;
  }

  @ParameterizedTest
  @CsvSource({
    "en, Deleted Items, Calendar, Contacts, Tasks",
    "de-AT, Gelöschte Elemente, Kalender, Kontakte, Aufgaben",
    "fr, Éléments supprimés, Calendrier, Contacts, Tâches",
    "pt-PT, Itens Eliminados, Calendário, Contactos, Tarefas",
    "pt-BR, Itens Excluídos, Calendário, Contatos, Tarefas",
    "nn-NO, Slettede elementer, Kalender, Kontakter, Oppgaver",
    "ja, 削除済みアイテム, 予定表, 連絡先, タスク",
    "tlh, Deleted Items, Calendar, Contacts, Tasks"
  })
  void defaultFoldersHaveTheNamesOfTheLanguage(
      String language, String deleted, String calendar, String contacts, String tasks)
      throws IOException {
    Path path = create(language);

    assertThat(PstCheck.run(path)).isEmpty();
    try (PstFile file = PstFile.open(path)) {
      assertThat(file.displayName()).isEqualTo("Home");
      assertThat(file.folders())
          .extracting(f -> f.path() + " " + f.role() + " " + f.containerClass())
          .containsExactlyInAnyOrder(
              deleted + " DELETED_ITEMS ",
              calendar + " CALENDAR IPF.Appointment",
              contacts + " CONTACTS IPF.Contact",
              tasks + " TASKS IPF.Task");
    }
  }

  @Test
  void theSameRandomSourceMakesTheSameFile() throws IOException {
    byte[] first = Files.readAllBytes(create("en"));
    Files.delete(folder.resolve("Home.pst"));
    assertThat(create("en")).hasBinaryContent(first);
    NewDataFile.create(folder.resolve("Other.pst"), Locale.ENGLISH, new Random(1));
    try (PstFile one = PstFile.open(folder.resolve("Home.pst"));
        PstFile two = PstFile.open(folder.resolve("Other.pst"))) {
      assertThat(one.recordKey()).isNotEqualTo(two.recordKey());
    }
  }

  @Test
  void aFileThatIsThereIsLeftAlone() throws IOException {
    Path there = Files.writeString(folder.resolve("Home.pst"), "mine");

    assertThatThrownBy(() -> create("en"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is not overwritten");

    assertThat(there).hasContent("mine");
    assertOnly("Home.pst");
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    create("en");
    assertOnly("Home.pst");
  }

  @Test
  void aMissingFolderIsNamed() {
    Path path = folder.resolve("missing").resolve("Home.pst");
    assertThatThrownBy(() -> NewDataFile.create(path, Locale.ENGLISH, new Random(1)))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
        .hasMessageContaining("There is no folder " + folder.resolve("missing"));
  }

  private void assertOnly(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly(name);
    }
  }

  /** The tables that all others begin with have the columns that Outlook's have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "60d", "60e", "60f", "610", "62b", "64c", "671", "692", "6b6", "6d7", "6f8", "802d"
      })
  void templatesAreOutlooks(String node) throws IOException {
    NodeId id = new NodeId(Integer.parseInt(node, 16));
    try (Database ours = new Database(FileChannel.open(create("en")));
        Database outlooks = Samples.database(MADE_BY_OUTLOOK)) {
      Node own = ours.requireNode(id);
      Node other = outlooks.requireNode(id);
      assertThat(new TableContext(own).tags()).isEqualTo(new TableContext(other).tags());
    }
  }

  /** Names that are read from a file of Outlook are written as Outlook has written them. */
  @Test
  void namesAreWrittenAsOutlookDoes() throws IOException {
    NameMap names;
    Map<Integer, byte[]> outlooks;
    try (PstFile file = PstFile.open(Samples.path(MADE_BY_OUTLOOK))) {
      names = file.names();
      outlooks = names(file.database());
    }
    Path path = create("en");
    try (WritableDatabase file =
        new WritableDatabase(
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE), path)) {
      Transaction transaction = file.begin();
      Cells none = new Cells().integer(0x00010003, NameBook.BUCKETS);
      transaction.putNode(
          new ObjectWriter(transaction).properties(none.all()).as(NodeId.NAMES, new NodeId(0)));
      NameBook book = new NameBook(NameMap.NONE);
      for (int i = 0; i < names.size(); i++) {
        book.id(names.name(0x8000 + i).orElseThrow());
      }
      book.write(transaction);
      transaction.commit();
      Map<Integer, byte[]> ours = names(file.database());
      // Outlook pads texts with whatever was there; what they say is compared by reading them.
      int texts = 0x00040102;
      assertThat(ours.remove(texts)).hasSameSizeAs(outlooks.remove(texts));
      assertThat(ours.keySet()).isEqualTo(outlooks.keySet());
      ours.forEach((tag, value) -> assertThat(value).isEqualTo(outlooks.get(tag)));
    }
  }

  private static Map<Integer, byte[]> names(Database database) {
    Map<Integer, byte[]> values = new TreeMap<>();
    for (RawProperty p : new PropertyContext(database.requireNode(NodeId.NAMES)).properties()) {
      values.put(p.id() << 16 | p.type(), p.value().all(1 << 20).toArray());
    }
    return values;
  }

  @Test
  void foldersAreMadeWithThoseAroundThem() throws IOException {
    Path path = create("en");
    try (PstFile file = PstFile.open(path)) {
      PstFolder team = file.addFolder("Calendar/Team", Family.EVENTS);
      assertThat(team.path()).isEqualTo("Calendar/Team");
      assertThat(file.addFolder("Projects/Rjukan/People", Family.CONTACTS).family())
          .contains(Family.CONTACTS);
      assertThat(file.addFolder("Calendar/Team", Family.EVENTS).id()).isEqualTo(team.id());
      assertThat(file.folders()).extracting(PstFolder::path).contains("Projects/Rjukan");
    }
    assertThat(PstCheck.run(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java-libpst/dist-list.pst", "libyal/outlook.pst", MADE_BY_OUTLOOK})
  void foldersAreMadeInFilesOfOutlook(String sample) throws IOException {
    Path path = Files.copy(Samples.path(sample), folder.resolve("copy.pst"));
    try (PstFile file = PstFile.open(path)) {
      List<String> before = file.folders().stream().map(PstFolder::path).toList();
      file.addFolder("Calendar/Team", Family.EVENTS);
      assertThat(file.folders())
          .extracting(PstFolder::path)
          .contains("Calendar/Team")
          .containsAll(before);
    }
    assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
  }

  /** The sample year goes in and comes out again, and foreign readers find all of it. */
  @Test
  void aYearIsWrittenAndReadBack() throws IOException, PSTException {
    Path path = create("en");
    SampleYear year = SampleYear.of(Year.of(2026), 20261122);
    List<Item> people = new ArrayList<>(year.contacts());
    people.addAll(year.lists());
    try (PstFile file = PstFile.open(path)) {
      fill(file, Family.EVENTS, year.appointments());
      fill(file, Family.TASKS, year.tasks());
      fill(file, Family.CONTACTS, people);
    }
    assertThat(PstCheck.run(path)).isEmpty();
    com.pff.PSTFile foreign = new com.pff.PSTFile(path.toFile());
    try {
      Map<String, Integer> counts = new TreeMap<>();
      for (com.pff.PSTFolder top : foreign.getRootFolder().getSubFolders()) {
        // java-libpst throws for search folders
        if (top.getDisplayName().startsWith("Top of")) {
          top.getSubFolders().forEach(f -> counts.put(f.getDisplayName(), f.getContentCount()));
        }
      }
      assertThat(counts)
          .containsEntry("Calendar", year.appointments().size())
          .containsEntry("Tasks", year.tasks().size())
          .containsEntry("Contacts", people.size());
    } finally {
      foreign.close();
    }
  }

  private static void fill(PstFile file, Family family, List<? extends Item> items) {
    PstStore store =
        new PstStore(
            file,
            file.itemFolders(family).getFirst(),
            family,
            () -> Instant.parse("2026-06-15T08:00:00Z"),
            ZoneId.of("Europe/Vienna"));
    List<Effect<Item>> creates = new ArrayList<>();
    Map<String, Item> wanted = new TreeMap<>();
    for (Item item : items) {
      Stamp stamp = new Stamp(new LinkId("year-" + wanted.size()), 1);
      creates.add(new Effect.Create<>(item.uid(), item, stamp, item.title()));
      wanted.put(item.uid(), item);
    }
    assertThat(store.write(creates)).allMatch(w -> w instanceof Written.Done);
    List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
    assertThat(ids).hasSameSizeAs(creates);
    for (Found<Item> found : store.read(ids)) {
      assertThat(found)
          .isInstanceOfSatisfying(
              Found.Present.class,
              present -> {
                Item item = (Item) present.replica().item();
                assertThat(
                        Projection.EVERYTHING.differing(
                            item, Objects.requireNonNull(wanted.get(item.uid()))))
                    .as(item.title())
                    .isEmpty();
              });
    }
  }

  @Test
  void javaLibpstReadsIt() throws IOException, PSTException {
    com.pff.PSTFile file = new com.pff.PSTFile(create("en").toFile());
    try {
      List<String> found =
          file.getRootFolder().getSubFolders().stream()
              .map(com.pff.PSTFolder::getDisplayName)
              .toList();
      assertThat(found)
          .containsExactlyInAnyOrder(
              "SPAM Search Folder 2",
              "Top of Outlook data file",
              "Search Root",
              "IPM_COMMON_VIEWS");
      assertThat(file.getMessageStore().getDisplayName()).isEqualTo("Home");
    } finally {
      file.close();
    }
  }

  @Test
  void readpstReadsIt() throws IOException, InterruptedException {
    String said =
        ForeignReadersTest.output(
            List.of("readpst", "-o", folder.toString(), create("de").toString()), folder);
    assertThat(said)
        .contains("Processing Folder \"Kalender\"", "Folder \"Kontakte\"", "Folder \"Aufgaben\"");
  }

  @Test
  void pffexportReadsIt() throws IOException, InterruptedException {
    Path exported = folder.resolve("x");
    ForeignReadersTest.output(
        List.of("pffexport", "-t", exported.toString(), "-m", "all", create("de").toString()),
        folder);
    assertThat(folder.resolve("x.export/Top of Outlook data file"))
        .isDirectoryContaining(p -> p.endsWith("Kalender"))
        .isDirectoryContaining(p -> p.endsWith("Kontakte"))
        .isDirectoryContaining(p -> p.endsWith("Aufgaben"));
  }
}
