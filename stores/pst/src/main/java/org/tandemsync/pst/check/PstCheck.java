package org.tandemsync.pst.check;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.pst.format.BlockEntry;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.NodeEntry;

/** Checks a whole file. */
public final class PstCheck {
  private PstCheck() {}

  /**
   * Reads the whole file.
   *
   * @return what is wrong, in the order of the invariants; empty for a sound file
   * @throws org.tandemsync.pst.format.UnsupportedFileException if it is no data file at all
   * @throws IOException if it cannot be opened
   */
  public static List<Finding> run(Path path) throws IOException {
    Findings findings = new Findings();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        Database database = new Database(channel)) {
      RawFile file = new RawFile(channel, database.header());
      HeaderCheck.run(file, findings);
      IndexCheck nodeIndex = IndexCheck.nodes(file, findings);
      IndexCheck blockIndex = IndexCheck.blocks(file, findings);
      List<NodeEntry> nodes = nodeIndex.nodeEntries();
      List<BlockEntry> blocks = blockIndex.blockEntries();
      new BlockCheck(file, findings).run(blocks, List.of(nodeIndex.pages(), blockIndex.pages()));
      new ReferenceCheck(database, file, findings)
          .run(nodes, blocks, Math.max(nodeIndex.highestPageId(), blockIndex.highestPageId()));
      new HeapsCheck(database, findings).run(nodes);
      MessagingCheck.run(database, nodes, findings);
    } catch (DamagedException e) {
      findings.add(Invariant.HEADER, "file", "%s", String.valueOf(e.getMessage()));
    }
    return findings.all();
  }
}
