package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** An entry of the address book of Exchange, which knows the mail address. */
public final class ExchangeUser extends OutlookObject {
  public ExchangeUser(Dispatch dispatch) {
    super(dispatch);
  }

  public String address() {
    return text(get("Address"));
  }

  public void setAddress(String value) {
    put("Address", Variant.of(value));
  }

  public String alias() {
    return text(get("Alias"));
  }

  public String id() {
    return text(get("ID"));
  }

  public String name() {
    return text(get("Name"));
  }

  public void setName(String value) {
    put("Name", Variant.of(value));
  }

  public String primarySmtpAddress() {
    return text(get("PrimarySmtpAddress"));
  }

  public PropertyAccessor propertyAccessor() {
    return new PropertyAccessor(object(get("PropertyAccessor")));
  }

  public String type() {
    return text(get("Type"));
  }

  public void setType(String value) {
    put("Type", Variant.of(value));
  }
}
