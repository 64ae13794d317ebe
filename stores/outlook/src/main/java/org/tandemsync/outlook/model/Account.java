package org.tandemsync.outlook.model;

import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;

/** A mail account of the profile. */
public final class Account extends OutlookObject {
  public Account(Dispatch dispatch) {
    super(dispatch);
  }

  public OlAccountType accountType() {
    return constant(get("AccountType"), OlAccountType.values());
  }

  public Recipient currentUser() {
    return new Recipient(object(get("CurrentUser")));
  }

  public Optional<Store> deliveryStore() {
    return found(get("DeliveryStore")).map(Store::new);
  }

  public String displayName() {
    return text(get("DisplayName"));
  }

  public OlExchangeConnectionMode exchangeConnectionMode() {
    return constant(get("ExchangeConnectionMode"), OlExchangeConnectionMode.values());
  }

  public String exchangeMailboxServerName() {
    return text(get("ExchangeMailboxServerName"));
  }

  public String smtpAddress() {
    return text(get("SmtpAddress"));
  }

  public String userName() {
    return text(get("UserName"));
  }
}
