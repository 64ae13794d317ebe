package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * A folder and where it lies ({@code FolderPath} begins with two backslashes and the name of the
 * store).
 */
public final class Folder extends OutlookObject {
  public Folder(Dispatch dispatch) {
    super(dispatch);
  }

  public OlItemType defaultItemType() {
    return constant(get("DefaultItemType"), OlItemType.values());
  }

  public String defaultMessageClass() {
    return text(get("DefaultMessageClass"));
  }

  public void delete() {
    call("Delete");
  }

  public String entryID() {
    return text(get("EntryID"));
  }

  public String folderPath() {
    return text(get("FolderPath"));
  }

  public Folders folders() {
    return new Folders(object(get("Folders")));
  }

  public Table getTable() {
    return new Table(object(call("GetTable")));
  }

  public Table getTable(String filter) {
    return new Table(object(call("GetTable", Variant.of(filter))));
  }

  public Table getTable(String filter, OlTableContents tableContents) {
    return new Table(
        object(call("GetTable", Variant.of(filter), Variant.of(tableContents.value()))));
  }

  public Items items() {
    return new Items(object(get("Items")));
  }

  public String name() {
    return text(get("Name"));
  }

  public void setName(String value) {
    put("Name", Variant.of(value));
  }

  public Dispatch parent() {
    return object(get("Parent"));
  }

  public PropertyAccessor propertyAccessor() {
    return new PropertyAccessor(object(get("PropertyAccessor")));
  }

  public Store store() {
    return new Store(object(get("Store")));
  }

  public String storeID() {
    return text(get("StoreID"));
  }
}
