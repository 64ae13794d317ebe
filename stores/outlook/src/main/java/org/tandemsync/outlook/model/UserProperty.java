package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** A custom property. */
public final class UserProperty extends OutlookObject {
  public UserProperty(Dispatch dispatch) {
    super(dispatch);
  }

  public void delete() {
    call("Delete");
  }

  public boolean isUserProperty() {
    return flag(get("IsUserProperty"));
  }

  public String name() {
    return text(get("Name"));
  }

  public OlUserPropertyType type() {
    return constant(get("Type"), OlUserPropertyType.values());
  }

  public Variant value() {
    return get("Value");
  }

  public void setValue(Variant value) {
    put("Value", value);
  }
}
