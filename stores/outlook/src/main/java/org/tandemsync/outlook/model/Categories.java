package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The master category list of a store or a session, counted from 1. */
public final class Categories extends OutlookObject {
  public Categories(Dispatch dispatch) {
    super(dispatch);
  }

  public Category add(String name) {
    return new Category(object(call("Add", Variant.of(name))));
  }

  public Category add(String name, OlCategoryColor color) {
    return new Category(object(call("Add", Variant.of(name), Variant.of(color.value()))));
  }

  public Category add(String name, OlCategoryColor color, OlCategoryShortcutKey shortcutKey) {
    return new Category(
        object(
            call(
                "Add",
                Variant.of(name),
                Variant.of(color.value()),
                Variant.of(shortcutKey.value()))));
  }

  public int count() {
    return integer(get("Count"));
  }

  public Category item(int index) {
    return new Category(object(call("Item", Variant.of(index))));
  }

  public Category item(String index) {
    return new Category(object(call("Item", Variant.of(index))));
  }

  public void remove(int index) {
    call("Remove", Variant.of(index));
  }

  public void remove(String index) {
    call("Remove", Variant.of(index));
  }
}
