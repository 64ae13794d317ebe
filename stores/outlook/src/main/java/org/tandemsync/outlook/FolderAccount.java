package org.tandemsync.outlook;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.tandemsync.items.Family;

/**
 * The mail account that delivers into the mailbox or data file of a folder, as Outlook's object
 * model tells it. That knows no server's name but that of an Exchange mailbox, and no password.
 *
 * @param address the mail address
 * @param user as whom it signs in, or else the address
 * @param folders the usual folders beside it, by what they hold: paths that {@link
 *     FolderAddress#parse} finds again
 */
public record FolderAccount(String address, String user, Map<Family, String> folders) {
  public FolderAccount {
    folders = Collections.unmodifiableMap(copy(folders));
  }

  private static Map<Family, String> copy(Map<Family, String> folders) {
    Map<Family, String> copy = new EnumMap<>(Family.class);
    copy.putAll(folders);
    return copy;
  }
}
