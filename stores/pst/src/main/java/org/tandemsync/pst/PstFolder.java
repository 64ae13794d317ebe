package org.tandemsync.pst;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandemsync.items.Family;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.sync.StoreException;

/**
 * A folder of a data file.
 *
 * @param id stays the same when the folder is renamed or moved
 * @param names its name and those of the folders around it, the outermost first
 * @param containerClass what kind of items it is for: "IPF.Appointment"; may be empty
 * @param role whether it is one of Outlook's default folders
 * @param itemCount how many items it says to have
 * @param deleted whether it is in the Deleted Items
 */
public record PstFolder(
    NodeId id,
    List<String> names,
    String containerClass,
    FolderRole role,
    int itemCount,
    boolean deleted) {

  public PstFolder {
    names = List.copyOf(names);
  }

  /** The names with "/" between. */
  public String path() {
    return String.join("/", names);
  }

  /** The folder's own name. */
  public String name() {
    return names.getLast();
  }

  /** Which items are kept in step in this folder, if any. */
  public Optional<Family> family() {
    String type = containerClass.toLowerCase(Locale.ROOT);
    if (isOrBelow(type, "ipf.appointment")) {
      return Optional.of(Family.EVENTS);
    }
    if (isOrBelow(type, "ipf.task")) {
      return Optional.of(Family.TASKS);
    }
    return isOrBelow(type, "ipf.contact") ? Optional.of(Family.CONTACTS) : Optional.empty();
  }

  /** The container class of a folder for items of a family. */
  static String containerClass(Family family) {
    return switch (family) {
      case EVENTS -> "IPF.Appointment";
      case TASKS -> "IPF.Task";
      case CONTACTS -> "IPF.Contact";
    };
  }

  PstFolder withRole(FolderRole value) {
    return new PstFolder(id, names, containerClass, value, itemCount, deleted);
  }

  /**
   * What to say of a folder that is not there.
   *
   * @param others those of the file that would do
   */
  static StoreException missing(Path file, String wanted, List<PstFolder> others) {
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        file
            + " has no folder \""
            + wanted
            + "\". "
            + (others.isEmpty()
                ? "It has no calendar, task or contact folder."
                : "It has: "
                    + others.stream().map(PstFolder::path).collect(Collectors.joining(", "))
                    + "."));
  }

  private static boolean isOrBelow(String type, String prefix) {
    return type.equals(prefix) || type.startsWith(prefix + ".");
  }
}
