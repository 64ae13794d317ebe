package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.MasterCategoryList.Category;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.pst.check.Finding;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableContext;
import org.tandemsync.sync.StoreException;

/** Outlook's list of categories in data files. */
class CategoryListsTest {
  @TempDir Path folder;

  private Path copy(String sample) throws IOException {
    return Files.copy(Samples.path(sample), folder.resolve("file.pst"));
  }

  private static boolean recolour(Path path, Map<String, CategoryColor> wanted) {
    try (PstFile file = PstFile.open(path)) {
      boolean written = file.recolour(wanted, Samples.NOW);
      wanted.forEach((n, c) -> assertThat(file.categories().color(n)).isEqualTo(c));
      return written;
    }
  }

  private static String xml(Path path) {
    try (PstFile file = PstFile.open(path)) {
      CategoryLists lists = new CategoryLists(file);
      MessageNode message = lists.message(lists.folder().orElseThrow()).orElseThrow();
      return new String(
          message.properties().bytes(Tags.ROAMING_XML).toArray(), StandardCharsets.UTF_8);
    }
  }

  /** One file that Outlook made with hidden messages, and one without any. */
  @ParameterizedTest
  @ValueSource(strings = {"aspose/Outlook_1.pst", "java-libpst/dist-list.pst"})
  void aListIsMadeAndChanged(String sample) throws Exception {
    Path path = copy(sample);
    try (PstFile file = PstFile.open(path)) {
      assertThat(file.categories().categories()).isEmpty();
    }
    assertThat(recolour(path, Map.of("Kunden & <Partner>", CategoryColor.DARK_MAROON))).isTrue();
    assertThat(PstCheck.run(path)).allMatch(Finding::harmless);
    String first = xml(path);
    assertThat(recolour(path, Map.of("Work", CategoryColor.RED))).isTrue();
    assertThat(xml(path)).startsWith(first.substring(0, first.indexOf("</categories>")));
    assertThat(recolour(path, Map.of("work", CategoryColor.NONE))).isTrue();
    assertThat(PstCheck.run(path)).allMatch(Finding::harmless);
    try (PstFile file = PstFile.open(path)) {
      assertThat(file.categories().categories())
          .containsExactly(
              new Category("Kunden & <Partner>", CategoryColor.DARK_MAROON, 0),
              new Category("Work", CategoryColor.NONE, 0));
    }
  }

  @Test
  void whatHasItsColourIsNotWritten() throws Exception {
    Path path = copy("aspose/Outlook_1.pst");
    recolour(path, Map.of("Work", CategoryColor.RED));
    byte[] before = Files.readAllBytes(path);
    assertThat(recolour(path, Map.of("WORK", CategoryColor.RED))).isFalse();
    assertThat(Files.readAllBytes(path)).isEqualTo(before);
  }

  /** As Outlook's own hidden messages are, of which the sample has four. */
  @Test
  void theHiddenMessageIsLikeOutlooksOwn() throws Exception {
    Path path = copy("aspose/Outlook_1.pst");
    recolour(path, Map.of("Work", CategoryColor.RED));
    try (PstFile file = PstFile.open(path)) {
      NodeId calendar = new CategoryLists(file).folder().orElseThrow();
      NodeId table = calendar.withType(NodeId.ASSOCIATED_TABLE);
      List<PropertyBag> all =
          new TableContext(file.database().requireNode(table))
              .rows().stream()
                  .map(r -> file.message(file.database().requireNode(new NodeId(r.id()))))
                  .map(MessageNode::properties)
                  .toList();
      assertThat(all).hasSize(5);
      PropertyBag ours = all.getLast();
      PropertyBag outlooks =
          all.stream()
              .filter(b -> b.text(Tags.MESSAGE_CLASS).equals("IPM.Configuration.WorkHours"))
              .findFirst()
              .orElseThrow();
      assertThat(ours.raw().keySet()).isEqualTo(outlooks.raw().keySet());
      assertThat(ours.integer(Tags.MESSAGE_FLAGS, 0))
          .isEqualTo(outlooks.integer(Tags.MESSAGE_FLAGS, 0));
      assertThat(ours.integer(Tags.ROAMING_TYPES, 0))
          .isEqualTo(outlooks.integer(Tags.ROAMING_TYPES, 0));
      assertThat(outlooks.text(Tags.SUBJECT)).endsWith("IPM.Configuration.WorkHours");
      assertThat(ours.text(Tags.SUBJECT).substring(0, 2))
          .isEqualTo(outlooks.text(Tags.SUBJECT).substring(0, 2));
    }
  }

  @Test
  void aNewDataFileHasAPlaceForIt() throws IOException {
    Path path = folder.resolve("new.pst");
    NewDataFile.create(path, Locale.ENGLISH, new Random(1));
    assertThat(recolour(path, Map.of("Work", CategoryColor.TEAL))).isTrue();
    assertThat(PstCheck.run(path)).allMatch(Finding::harmless);
  }

  @Test
  void aFileThatIsNotWrittenToSaysWhy() throws Exception {
    Path path = copy("pst-extractor/contacts97-2002.pst");
    try (PstFile file = PstFile.open(path)) {
      assertThatThrownBy(() -> file.recolour(Map.of("Work", CategoryColor.RED), Samples.NOW))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("can be given a colour");
    }
  }
}
