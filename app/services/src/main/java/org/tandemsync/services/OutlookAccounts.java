package org.tandemsync.services;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.tandemsync.items.Family;

/** The mail accounts of the Outlook that runs. */
public interface OutlookAccounts {

  /**
   * The account behind a folder.
   *
   * @param folder as in {@code desktop:FOLDER}
   * @throws org.tandemsync.sync.StoreException if Outlook cannot be had, the folder is not there,
   *     or not exactly one account delivers into its mailbox
   */
  OutlookAccount of(String folder);

  /**
   * What Outlook tells of an account. There is no password in it, and no server of IMAP or POP3:
   * the object model has neither.
   *
   * @param user as whom it signs in, as far as Outlook says it, else the address
   * @param folders the usual folders of its mailbox, by what they hold
   */
  record OutlookAccount(String address, String user, Map<Family, String> folders) {
    public OutlookAccount {
      Map<Family, String> copy = new EnumMap<>(Family.class);
      copy.putAll(folders);
      folders = Collections.unmodifiableMap(copy);
    }
  }
}
