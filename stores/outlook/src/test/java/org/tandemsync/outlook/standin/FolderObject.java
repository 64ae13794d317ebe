package org.tandemsync.outlook.standin;

import java.util.List;
import java.util.Map;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** A folder. */
final class FolderObject extends StandInObject {
  private static final Map<String, Integer> ITEM_TYPES =
      Map.of("IPM.Note", 0, "IPM.Appointment", 1, "IPM.Contact", 2, "IPM.Task", 3);
  private static final Map<Integer, String> CLASSES_BY_FOLDER =
      Map.of(6, "IPM.Note", 9, "IPM.Appointment", 10, "IPM.Contact", 13, "IPM.Task");

  private final StoredFolder folder;

  FolderObject(StandIn outlook, StoredFolder folder) {
    super(outlook);
    this.folder = folder;
  }

  StoredFolder folder() {
    return folder;
  }

  @Override
  String type() {
    return "Folder";
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "Name" -> Variant.of(folder.name());
      case "EntryID" -> Variant.of(folder.entryId());
      case "StoreID" -> Variant.of(StoreObject.ID);
      case "FolderPath" -> Variant.of(folder.path());
      case "DefaultItemType" -> Variant.of(ITEM_TYPES.getOrDefault(folder.messageClass(), 0));
      case "DefaultMessageClass" -> Variant.of(folder.messageClass());
      case "Store" -> reference(new StoreObject(outlook));
      case "Items" -> reference(new ItemsObject(outlook, folder, Filter.NONE));
      case "Folders" -> reference(folders());
      case "Parent" -> {
        StoredFolder above = folder.parent();
        yield reference(
            above == null ? new NameSpaceObject(outlook) : new FolderObject(outlook, above));
      }
      default -> throw unsupported(name);
    };
  }

  private List<StoredFolder> below() {
    return outlook.folders().stream().filter(f -> folder.equals(f.parent())).toList();
  }

  private StandInObject folders() {
    return new ListObject(
        outlook,
        "Folders",
        () -> below().stream().map(f -> new FolderObject(outlook, f)).toList(),
        o -> o instanceof FolderObject f ? f.folder.name() : "") {
      @Override
      Variant call(String method, List<Variant> arguments) {
        return method.equals("Add") ? added(arguments) : super.call(method, arguments);
      }
    };
  }

  private Variant added(List<Variant> arguments) {
    String name = text(arguments.getFirst());
    if (below().stream().anyMatch(f -> f.name().equalsIgnoreCase(name))) {
      throw failure(HResult.E_FAIL, "Folders.Add", "A folder with this name already exists.");
    }
    String messageClass =
        arguments.size() > 1
            ? CLASSES_BY_FOLDER.getOrDefault(integer(arguments.get(1)), "IPM.Note")
            : folder.messageClass();
    return reference(new FolderObject(outlook, outlook.folder(folder, name, messageClass)));
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    if (!name.equals("GetTable")) {
      throw unsupported(name);
    }
    boolean hidden = arguments.size() > 1 && integer(arguments.get(1)) == 1;
    Filter filter =
        arguments.isEmpty() || text(arguments.getFirst()).isEmpty()
            ? Filter.NONE
            : Filter.parse(text(arguments.getFirst()), outlook);
    return reference(new TableObject(outlook, hidden ? List.of() : folder.items(), filter));
  }
}
