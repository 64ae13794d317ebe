package org.tandemsync.outlook.standin;

import java.util.List;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** The session: one mailbox, one account. */
final class NameSpaceObject extends StandInObject {
  NameSpaceObject(StandIn outlook) {
    super(outlook);
  }

  @Override
  String type() {
    return "NameSpace";
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "Type" -> Variant.of("MAPI");
      case "CurrentProfileName" -> Variant.of("Outlook");
      case "Offline" -> Variant.of(false);
      case "ExchangeConnectionMode" -> Variant.of(0);
      case "DefaultStore" -> reference(new StoreObject(outlook));
      case "Stores" ->
          reference(
              new ListObject(
                  outlook,
                  "Stores",
                  () -> List.of(new StoreObject(outlook)),
                  _ -> outlook.root().name()));
      case "Folders" ->
          reference(
              new ListObject(
                  outlook,
                  "Folders",
                  () -> List.of(new FolderObject(outlook, outlook.root())),
                  _ -> outlook.root().name()));
      case "Categories" -> reference(new CategoriesObject(outlook));
      case "SyncObjects" ->
          reference(
              new ListObject(
                  outlook,
                  "SyncObjects",
                  () -> List.of(outlook.events().sendReceive()),
                  _ -> "All Accounts"));
      case "Accounts" ->
          reference(
              new ListObject(
                  outlook,
                  "Accounts",
                  () -> List.of(new AccountObject(outlook)),
                  _ -> "alice@example.org"));
      default -> throw unsupported(name);
    };
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    return switch (name) {
      case "Logon", "Logoff" -> Variant.NOTHING;
      case "GetDefaultFolder" -> {
        int type = integer(arguments.getFirst());
        yield outlook
            .defaultFolder(type)
            .map(f -> reference(new FolderObject(outlook, f)))
            .orElseThrow(() -> notFound(name));
      }
      case "GetSharedDefaultFolder" -> {
        StoredRecipient owner = ((RecipientObject) object(arguments.getFirst())).recipient();
        yield outlook
            .sharedFolder(owner.name, integer(arguments.get(1)))
            .map(f -> reference(new FolderObject(outlook, f)))
            .orElseThrow(() -> notFound(name));
      }
      case "GetFolderFromID" ->
          outlook.folders().stream()
              .filter(f -> f.entryId().equals(text(arguments.getFirst())))
              .findFirst()
              .map(f -> reference(new FolderObject(outlook, f)))
              .orElseThrow(() -> notFound(name));
      case "GetItemFromID" -> item(text(arguments.getFirst()));
      case "CompareEntryIDs" ->
          Variant.of(text(arguments.get(0)).equalsIgnoreCase(text(arguments.get(1))));
      case "CreateRecipient" ->
          reference(new RecipientObject(outlook, new StoredRecipient(text(arguments.getFirst()))));
      default -> throw unsupported(name);
    };
  }

  private Variant item(String entryId) {
    if (!entryId.matches("([0-9A-F]{2})+")) {
      throw failure(
          HResult.MAPI_E_INVALID_ENTRYID, "GetItemFromID", "Could not open the item. Try again.");
    }
    return reference(
        ItemObject.open(
            outlook, outlook.item(entryId).orElseThrow(() -> notFound("GetItemFromID"))));
  }

  private RuntimeException notFound(String name) {
    return failure(
        HResult.MAPI_E_NOT_FOUND,
        name,
        "The attempted operation failed. An object could not be found.");
  }
}
