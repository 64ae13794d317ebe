package org.tandemsync.pst.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.pst.Samples;

class TableEditorTest {
  private static final int NAME = 0x3001001F;

  @TempDir Path folder;

  @Test
  void aTransactionReadsTheTableThatItHasWritten() throws IOException {
    Path path = folder.resolve("store.pst");
    Files.copy(Samples.path("outlook-pst-rs/Empty.pst"), path);
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      Node template = file.database().requireNode(new NodeId(0x60E));
      TableEditor editor = TableEditor.create(change, TableShape.of(template));
      editor.addColumns(List.of(NAME));
      editor.put(new TableRow(0x24, Map.of(NAME, new byte[] {65, 0})));
      editor.put(new TableRow(0x44, Map.of(NAME, new byte[10_000])));
      editor.put(new TableRow(0x64, Map.of()));
      NodeId id = change.newNode(NodeId.CONTENTS_TABLE);
      change.putNode(editor.finish().as(id, new NodeId(0)));
      TableEditor again = TableEditor.of(change, change.node(id).orElseThrow());
      assertThat(again.rowIds()).containsExactly(0x24, 0x44, 0x64);
      assertThat(again.cells(0x44).orElseThrow().get(NAME)).hasSize(10_000);
      assertThat(again.remove(0x24)).isTrue();
      assertThat(again.remove(0x24)).isFalse();
      change.putNode(again.finish().as(id, new NodeId(0)));
      change.commit();
      TableContext read = new TableContext(file.database().requireNode(id));
      assertThat(read.rows())
          .containsExactlyInAnyOrder(new TableContext.Row(0x44, 1), new TableContext.Row(0x64, 0));
    }
  }
}
