package org.tandemsync.outlook.standin;

import org.tandemsync.outlook.automation.Variant;

/** The mail account: IMAP, delivered to the mailbox. */
final class AccountObject extends StandInObject {
  AccountObject(StandIn outlook) {
    super(outlook);
  }

  @Override
  String type() {
    return "Account";
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "AccountType" -> Variant.of(1);
      case "DisplayName", "SmtpAddress" -> Variant.of("alice@example.org");
      case "UserName" -> Variant.of("alice");
      case "DeliveryStore" ->
          outlook.deliversElsewhere() ? Variant.NOTHING : reference(new StoreObject(outlook));
      default -> throw unsupported(name);
    };
  }
}
