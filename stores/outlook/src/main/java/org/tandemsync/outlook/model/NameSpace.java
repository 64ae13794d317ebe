package org.tandemsync.outlook.model;

import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * The MAPI session of the profile that Outlook was started with. Object-model dates are local to
 * its time zone.
 */
public final class NameSpace extends OutlookObject {
  public NameSpace(Dispatch dispatch) {
    super(dispatch);
  }

  public Accounts accounts() {
    return new Accounts(object(get("Accounts")));
  }

  public void addStoreEx(String store, OlStoreType type) {
    call("AddStoreEx", Variant.of(store), Variant.of(type.value()));
  }

  public Categories categories() {
    return new Categories(object(get("Categories")));
  }

  public boolean compareEntryIDs(String firstEntryID, String secondEntryID) {
    return flag(call("CompareEntryIDs", Variant.of(firstEntryID), Variant.of(secondEntryID)));
  }

  public Recipient createRecipient(String recipientName) {
    return new Recipient(object(call("CreateRecipient", Variant.of(recipientName))));
  }

  public String currentProfileName() {
    return text(get("CurrentProfileName"));
  }

  public Optional<Recipient> currentUser() {
    return found(get("CurrentUser")).map(Recipient::new);
  }

  public Store defaultStore() {
    return new Store(object(get("DefaultStore")));
  }

  public OlExchangeConnectionMode exchangeConnectionMode() {
    return constant(get("ExchangeConnectionMode"), OlExchangeConnectionMode.values());
  }

  public Folders folders() {
    return new Folders(object(get("Folders")));
  }

  public AddressEntry getAddressEntryFromID(String id) {
    return new AddressEntry(object(call("GetAddressEntryFromID", Variant.of(id))));
  }

  public Folder getDefaultFolder(OlDefaultFolders folderType) {
    return new Folder(object(call("GetDefaultFolder", Variant.of(folderType.value()))));
  }

  public Folder getFolderFromID(String entryIDFolder) {
    return new Folder(object(call("GetFolderFromID", Variant.of(entryIDFolder))));
  }

  public Folder getFolderFromID(String entryIDFolder, String entryIDStore) {
    return new Folder(
        object(call("GetFolderFromID", Variant.of(entryIDFolder), Variant.of(entryIDStore))));
  }

  public Dispatch getItemFromID(String entryIDItem) {
    return object(call("GetItemFromID", Variant.of(entryIDItem)));
  }

  public Dispatch getItemFromID(String entryIDItem, String entryIDStore) {
    return object(call("GetItemFromID", Variant.of(entryIDItem), Variant.of(entryIDStore)));
  }

  public Recipient getRecipientFromID(String entryID) {
    return new Recipient(object(call("GetRecipientFromID", Variant.of(entryID))));
  }

  public Folder getSharedDefaultFolder(Recipient recipient, OlDefaultFolders folderType) {
    return new Folder(
        object(
            call(
                "GetSharedDefaultFolder",
                Variant.of(recipient.dispatch()),
                Variant.of(folderType.value()))));
  }

  public Store getStoreFromID(String id) {
    return new Store(object(call("GetStoreFromID", Variant.of(id))));
  }

  public void logoff() {
    call("Logoff");
  }

  public void logon() {
    call("Logon");
  }

  public void logon(String profile, String password, boolean showDialog, boolean newSession) {
    call(
        "Logon",
        Variant.of(profile),
        Variant.of(password),
        Variant.of(showDialog),
        Variant.of(newSession));
  }

  public boolean offline() {
    return flag(get("Offline"));
  }

  public void removeStore(Folder folder) {
    call("RemoveStore", Variant.of(folder.dispatch()));
  }

  public void sendAndReceive(boolean showProgressDialog) {
    call("SendAndReceive", Variant.of(showProgressDialog));
  }

  public Stores stores() {
    return new Stores(object(get("Stores")));
  }

  public SyncObjects syncObjects() {
    return new SyncObjects(object(get("SyncObjects")));
  }

  public String type() {
    return text(get("Type"));
  }
}
