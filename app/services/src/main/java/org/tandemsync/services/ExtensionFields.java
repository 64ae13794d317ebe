package org.tandemsync.services;

import java.util.Set;
import org.tandemsync.items.ItemType;

/**
 * The fields that travel in properties of our own and in attachments, which some servers and
 * programs drop without a word. Not those that phones show too: there, empty means removed.
 */
final class ExtensionFields {
  private static final Set<String> APPOINTMENT =
      Set.of("attachments", "online-meeting-url", "business", "user-properties");
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
          "mailing-address",
          "ftp-site",
          "referred-by",
          "language",
          "account",
          "customer-id",
          "government-id",
          "organizational-id",
          "computer-network-name",
          "mail-location",
          "user-fields",
          "business",
          "user-properties");
  private static final Set<String> DISTRIBUTION_LIST = Set.of("file-as", "user-properties");

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
