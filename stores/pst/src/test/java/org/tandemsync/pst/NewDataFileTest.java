package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pff.PSTException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.PropertyContext;
import org.tandemsync.pst.format.RawProperty;
import org.tandemsync.pst.format.TableContext;
import org.tandemsync.pst.mapi.NameStreams;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

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
  void namesAreWrittenAsOutlookDoes() {
    try (PstFile file = PstFile.open(Samples.path(MADE_BY_OUTLOOK))) {
      Map<Integer, byte[]> ours = new TreeMap<>(NameStreams.of(file.names()));
      Map<Integer, byte[]> outlooks = new TreeMap<>();
      for (RawProperty p :
          new PropertyContext(file.database().requireNode(NodeId.NAMES)).properties()) {
        outlooks.put(p.id() << 16 | p.type(), p.value().all(1 << 20).toArray());
      }
      // Outlook pads texts with whatever was there; what they say is compared by reading them.
      int texts = 0x00040102;
      assertThat(ours.get(texts)).hasSameSizeAs(outlooks.get(texts));
      ours.remove(texts);
      outlooks.remove(texts);
      assertThat(ours.keySet()).isEqualTo(outlooks.keySet());
      ours.forEach((tag, value) -> assertThat(value).isEqualTo(outlooks.get(tag)));
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
