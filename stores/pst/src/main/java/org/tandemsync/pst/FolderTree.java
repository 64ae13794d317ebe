package org.tandemsync.pst;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableContext;

/** Finds the folders that a user sees: those below the top of the personal folders. */
final class FolderTree {
  private static final int MOST_DEPTH = 64;
  private static final int MOST_FOLDERS = 100_000;

  /** Properties of the inbox (or the root folder) that lead to default folders. */
  private static final Map<Integer, FolderRole> DEFAULTS =
      Map.of(
          0x36D0, FolderRole.CALENDAR,
          0x36D1, FolderRole.CONTACTS,
          0x36D2, FolderRole.JOURNAL,
          0x36D3, FolderRole.NOTES,
          0x36D4, FolderRole.TASKS,
          0x36D7, FolderRole.DRAFTS);

  private static final int RECEIVE_FOLDERS = 0x62B;
  private static final PropertyTag FOLDER_ID = new PropertyTag(0x6605);

  private final PstFile file;
  private final Database database;
  private final PropertyBag store;
  private final Map<NodeId, FolderRole> roles = new HashMap<>();
  private final List<PstFolder> found = new ArrayList<>();
  private final Set<NodeId> seen = new HashSet<>();

  FolderTree(PstFile file, PropertyBag store) {
    this.file = file;
    this.database = file.database();
    this.store = store;
  }

  List<PstFolder> read() {
    findRoles();
    NodeId top = folder(store, Tags.IPM_SUBTREE).orElse(NodeId.ROOT_FOLDER);
    visit(top, List.of(), false, 0);
    Optional<PstFolder> mailbox = found.stream().filter(FolderTree::isMailboxTop).findFirst();
    if (top.equals(NodeId.ROOT_FOLDER) && mailbox.isPresent()) {
      found.clear();
      seen.clear();
      visit(mailbox.get().id(), List.of(), false, 0);
    }
    return withDefaults();
  }

  /** An offline copy of a mailbox does not say where the folders of its user begin. */
  private static boolean isMailboxTop(PstFolder folder) {
    return folder.names().equals(List.of("Root - Mailbox", "IPM_SUBTREE"));
  }

  /** A file that names no default folder (an archive) has the first of its kind as default. */
  private List<PstFolder> withDefaults() {
    Set<FolderRole> taken = EnumSet.noneOf(FolderRole.class);
    found.forEach(f -> taken.add(f.role()));
    return found.stream()
        .map(
            f -> {
              FolderRole role = byClass(f);
              boolean first = f.role() == FolderRole.OTHER && !f.deleted() && !taken.contains(role);
              if (first) {
                taken.add(role);
              }
              return first ? f.withRole(role) : f;
            })
        .toList();
  }

  private static FolderRole byClass(PstFolder folder) {
    Family family = folder.family().orElse(null);
    if (family == null) {
      return FolderRole.OTHER;
    }
    return switch (family) {
      case EVENTS -> FolderRole.CALENDAR;
      case TASKS -> FolderRole.TASKS;
      case CONTACTS -> FolderRole.CONTACTS;
    };
  }

  private Optional<NodeId> folder(PropertyBag bag, PropertyTag tag) {
    return EntryId.parse(bag.bytes(tag), bag.ansi())
        .nodeIn(file.recordKey())
        .map(NodeId::new)
        .filter(id -> id.type() == NodeId.FOLDER);
  }

  private void findRoles() {
    folder(store, Tags.DELETED_ITEMS).ifPresent(id -> roles.put(id, FolderRole.DELETED_ITEMS));
    inbox().ifPresent(id -> roles.putIfAbsent(id, FolderRole.INBOX));
    List<NodeId> sources = new ArrayList<>();
    inbox().ifPresent(sources::add);
    sources.add(NodeId.ROOT_FOLDER);
    for (NodeId source : sources) {
      Optional<Node> node = database.node(source);
      if (node.isPresent()) {
        PropertyBag bag = file.bag(node.get());
        DEFAULTS.forEach(
            (tag, role) ->
                folder(bag, new PropertyTag(tag)).ifPresent(id -> roles.putIfAbsent(id, role)));
      }
    }
  }

  /** Where new mail goes, by the table of receive folders; a file of archived items has none. */
  private Optional<NodeId> inbox() {
    Optional<Node> node = database.node(new NodeId(RECEIVE_FOLDERS));
    if (node.isEmpty()) {
      return Optional.empty();
    }
    TableContext table = new TableContext(node.get());
    for (TableContext.Row row : table.rows()) {
      int id = file.bag(table.cells(row)).integer(FOLDER_ID, 0);
      if (new NodeId(id).type() == NodeId.FOLDER && id != NodeId.ROOT_FOLDER.value()) {
        return Optional.of(new NodeId(id));
      }
    }
    return Optional.empty();
  }

  private void visit(NodeId parent, List<String> names, boolean deleted, int depth) {
    if (depth > MOST_DEPTH || found.size() > MOST_FOLDERS || !seen.add(parent)) {
      throw new DamagedException("its folders lead in circles");
    }
    Optional<Node> hierarchy = database.node(parent.withType(NodeId.HIERARCHY_TABLE));
    if (hierarchy.isEmpty()) {
      return;
    }
    TableContext table = new TableContext(hierarchy.get());
    for (TableContext.Row row : table.rows()) {
      NodeId id = new NodeId(row.id());
      if (id.type() == NodeId.FOLDER) {
        add(id, properties(id, table, row), names, deleted, depth);
      }
    }
  }

  /** The table repeats what counts, for a folder whose own properties are damaged. */
  private PropertyBag properties(NodeId id, TableContext table, TableContext.Row row) {
    try {
      PropertyBag own = file.bag(database.requireNode(id));
      own.text(Tags.DISPLAY_NAME);
      own.text(Tags.CONTAINER_CLASS);
      return own;
    } catch (DamagedException e) {
      return file.bag(table.cells(row));
    }
  }

  private void add(NodeId id, PropertyBag bag, List<String> names, boolean deleted, int depth) {
    FolderRole role = roles.getOrDefault(id, FolderRole.OTHER);
    boolean gone = deleted || role == FolderRole.DELETED_ITEMS;
    List<String> path = new ArrayList<>(names);
    path.add(bag.text(Tags.DISPLAY_NAME));
    found.add(
        new PstFolder(
            id,
            path,
            bag.text(Tags.CONTAINER_CLASS),
            role,
            bag.integer(Tags.CONTENT_COUNT, 0),
            gone));
    visit(id, path, gone, depth + 1);
  }
}
