package org.tandemsync.outlook.standin;

import java.util.List;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** The mailbox. */
final class StoreObject extends StandInObject {
  static final String ID = "0000000038A1BB1005E5101AA1BB08002B2A56C2";

  StoreObject(StandIn outlook) {
    super(outlook);
  }

  @Override
  String type() {
    return "Store";
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "DisplayName" -> Variant.of(outlook.root().name());
      case "StoreID" -> Variant.of(ID);
      case "FilePath" -> Variant.of("C:\\Users\\alice\\outlook.pst");
      case "IsDataFileStore", "IsOpen" -> Variant.of(true);
      case "IsCachedExchange" -> Variant.of(false);
      case "ExchangeStoreType" -> Variant.of(3);
      case "Categories" -> reference(new CategoriesObject(outlook));
      default -> throw unsupported(name);
    };
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    return switch (name) {
      case "GetRootFolder" -> reference(new FolderObject(outlook, outlook.root()));
      case "GetDefaultFolder" ->
          outlook
              .defaultFolder(integer(arguments.getFirst()))
              .map(f -> reference(new FolderObject(outlook, f)))
              .orElseThrow(
                  () -> failure(HResult.MAPI_E_NOT_FOUND, name, "There is no such folder."));
      default -> throw unsupported(name);
    };
  }
}
