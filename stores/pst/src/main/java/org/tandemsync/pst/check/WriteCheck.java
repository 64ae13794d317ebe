package org.tandemsync.pst.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;

/**
 * The part of the check that comes before a file is written to. It reads little: what every write
 * relies on, and what programs other than Outlook get wrong.
 */
public final class WriteCheck {
  private WriteCheck() {}

  /** What is wrong with the store as a whole and with the names of properties, if anything. */
  public static Optional<Finding> store(Database database) {
    Findings findings = new Findings();
    heaps(database, findings, List.of(NodeId.STORE, NodeId.NAMES));
    findings.guarded(Invariant.NAMES, "named properties", () -> NamesCheck.run(database, findings));
    return first(findings);
  }

  /** What is wrong with a folder and its tables, if anything. */
  public static Optional<Finding> folder(Database database, NodeId folder) {
    Findings findings = new Findings();
    List<NodeId> parts = new ArrayList<>();
    parts.add(folder);
    parts.add(folder.withType(NodeId.CONTENTS_TABLE));
    findings.guarded(
        Invariant.NODES,
        "node " + folder,
        () ->
            database
                .entry(folder)
                .ifPresent(f -> parts.add(f.parent().withType(NodeId.HIERARCHY_TABLE))));
    heaps(database, findings, parts);
    return first(findings);
  }

  private static void heaps(Database database, Findings findings, List<NodeId> parts) {
    List<NodeEntry> entries = new ArrayList<>();
    for (NodeId id : parts) {
      findings.guarded(
          Invariant.NODES, "node " + id, () -> entries.add(database.requireNode(id).entry()));
    }
    new HeapsCheck(database, findings).run(entries);
  }

  private static Optional<Finding> first(Findings findings) {
    return findings.all().stream().filter(f -> !f.harmless()).findFirst();
  }
}
