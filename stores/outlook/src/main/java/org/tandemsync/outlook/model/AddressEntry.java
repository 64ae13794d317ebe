package org.tandemsync.outlook.model;

import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** An entry of an address book. */
public final class AddressEntry extends OutlookObject {
  public AddressEntry(Dispatch dispatch) {
    super(dispatch);
  }

  public String address() {
    return text(get("Address"));
  }

  public void setAddress(String value) {
    put("Address", Variant.of(value));
  }

  public OlAddressEntryUserType addressEntryUserType() {
    return constant(get("AddressEntryUserType"), OlAddressEntryUserType.values());
  }

  public OlDisplayType displayType() {
    return constant(get("DisplayType"), OlDisplayType.values());
  }

  public Optional<ContactItem> getContact() {
    return found(call("GetContact")).map(ContactItem::new);
  }

  public Optional<ExchangeUser> getExchangeUser() {
    return found(call("GetExchangeUser")).map(ExchangeUser::new);
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
