package org.tandemsync.outlook.model;

import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The folders in a folder, counted from 1. */
public final class Folders extends OutlookObject {
  public Folders(Dispatch dispatch) {
    super(dispatch);
  }

  public Folder add(String name) {
    return new Folder(object(call("Add", Variant.of(name))));
  }

  public Folder add(String name, OlDefaultFolders type) {
    return new Folder(object(call("Add", Variant.of(name), Variant.of(type.value()))));
  }

  public int count() {
    return integer(get("Count"));
  }

  public Optional<Folder> getFirst() {
    return found(call("GetFirst")).map(Folder::new);
  }

  public Optional<Folder> getNext() {
    return found(call("GetNext")).map(Folder::new);
  }

  public Folder item(int index) {
    return new Folder(object(call("Item", Variant.of(index))));
  }

  public Folder item(String index) {
    return new Folder(object(call("Item", Variant.of(index))));
  }

  public void remove(int index) {
    call("Remove", Variant.of(index));
  }
}
