package org.tandemsync.outlook.model;

import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The custom properties of an item, counted from 1. */
public final class UserProperties extends OutlookObject {
  public UserProperties(Dispatch dispatch) {
    super(dispatch);
  }

  public UserProperty add(String name, OlUserPropertyType type) {
    return new UserProperty(object(call("Add", Variant.of(name), Variant.of(type.value()))));
  }

  public UserProperty add(String name, OlUserPropertyType type, boolean addToFolderFields) {
    return new UserProperty(
        object(
            call(
                "Add", Variant.of(name), Variant.of(type.value()), Variant.of(addToFolderFields))));
  }

  public int count() {
    return integer(get("Count"));
  }

  public Optional<UserProperty> find(String name) {
    return found(call("Find", Variant.of(name))).map(UserProperty::new);
  }

  public Optional<UserProperty> find(String name, boolean custom) {
    return found(call("Find", Variant.of(name), Variant.of(custom))).map(UserProperty::new);
  }

  public UserProperty item(int index) {
    return new UserProperty(object(call("Item", Variant.of(index))));
  }

  public UserProperty item(String index) {
    return new UserProperty(object(call("Item", Variant.of(index))));
  }

  public void remove(int index) {
    call("Remove", Variant.of(index));
  }
}
