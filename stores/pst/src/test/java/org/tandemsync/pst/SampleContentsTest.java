package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.Tags;
import org.tandemsync.pst.Samples.Expected;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Listing;

/** Names, folders and messages of every sample file against the figures of expected.tsv. */
class SampleContentsTest {
  private static final PropertyName RECURRING = PropertyName.of(PropertySets.APPOINTMENT, 0x8223);

  static Stream<Expected> samples() {
    return Samples.expected();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theFileHasWhatTheTableSays(Expected expected) {
    try (PstFile file = PstFile.open(Samples.path(expected.file()))) {
      List<NodeId> nodes = new ArrayList<>();
      file.database().forEachNode(e -> nodes.add(e.id()));
      assertThat(file.names().size()).isEqualTo(expected.number("named_props"));
      assertThat(count(nodes, NodeId.FOLDER)).isEqualTo(expected.number("folders"));
      assertThat(count(nodes, NodeId.SEARCH_FOLDER)).isEqualTo(expected.number("search_folders"));
      assertThat(count(nodes, NodeId.MESSAGE)).isEqualTo(expected.number("messages"));
      assertThat(count(nodes, NodeId.ASSOCIATED_MESSAGE)).isEqualTo(expected.number("fai"));
      List<Message> messages =
          nodes.stream()
              .filter(n -> n.type() == NodeId.MESSAGE)
              .<Message>map(n -> file.message(file.database().requireNode(n)))
              .toList();
      assertThat(classes(messages)).isEqualTo(expected.value("classes"));
      assertThat(messages.stream().filter(m -> m.properties().flag(RECURRING)).count())
          .isEqualTo(expected.number("recurring"));
    }
  }

  private static long count(List<NodeId> nodes, int type) {
    return nodes.stream().filter(n -> n.type() == type).count();
  }

  private static String classes(List<Message> messages) {
    return messages.stream()
        .collect(
            Collectors.groupingBy(
                m -> m.properties().text(Tags.MESSAGE_CLASS), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyItemOfEveryFolderCanBeRead(Expected expected) {
    try (PstFile file = PstFile.open(Samples.path(expected.file()))) {
      for (PstFolder folder : file.itemFolders()) {
        try (PstStore store = Samples.store(file, folder, folder.family().orElseThrow())) {
          List<Listing.Row> rows = store.list(null).rows();
          assertThat(rows).hasSize(folder.itemCount());
          assertThat(store.read(rows.stream().map(Listing.Row::id).toList()))
              .allMatch(Found.Present.class::isInstance);
        }
      }
    }
  }
}
