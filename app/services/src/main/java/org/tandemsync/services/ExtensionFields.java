package org.tandemsync.services;

import java.util.Set;
import org.tandemsync.items.ItemType;

/**
 * The fields that iCalendar and vCard have no property for that every server knows: they travel in
 * extensions (X-...) and attachments, which some servers and programs drop without a word.
 */
final class ExtensionFields {
  private static final Set<String> APPOINTMENT =
      Set.of("color", "attachments", "online-meeting-url", "business", "user-properties");
  private static final Set<String> TASK =
      Set.of(
          "owner",
          "delegator",
          "delegation-state",
          "role",
          "team-task",
          "total-work",
          "actual-work",
          "attachments",
          "business",
          "user-properties");
  private static final Set<String> CONTACT =
      Set.of(
          "file-as",
          "initials",
          "yomi",
          "office-location",
          "manager",
          "assistant",
          "im-address",
          "mailing-address",
          "ftp-site",
          "free-busy-url",
          "anniversary",
          "spouse",
          "children",
          "hobbies",
          "referred-by",
          "gender",
          "language",
          "account",
          "customer-id",
          "government-id",
          "organizational-id",
          "computer-network-name",
          "mail-location",
          "user-fields",
          "certificates",
          "business",
          "user-properties");
  private static final Set<String> DISTRIBUTION_LIST =
      Set.of("file-as", "nickname", "user-properties");

  private ExtensionFields() {}

  static Set<String> of(ItemType type) {
    return switch (type) {
      case APPOINTMENT -> APPOINTMENT;
      case TASK -> TASK;
      case CONTACT -> CONTACT;
      case DISTRIBUTION_LIST -> DISTRIBUTION_LIST;
    };
  }
}
