package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** A data file or a mailbox. */
public final class Store extends OutlookObject {
  public Store(Dispatch dispatch) {
    super(dispatch);
  }

  public Categories categories() {
    return new Categories(object(get("Categories")));
  }

  public String displayName() {
    return text(get("DisplayName"));
  }

  public OlExchangeStoreType exchangeStoreType() {
    return constant(get("ExchangeStoreType"), OlExchangeStoreType.values());
  }

  public String filePath() {
    return text(get("FilePath"));
  }

  public Folder getDefaultFolder(OlDefaultFolders folderType) {
    return new Folder(object(call("GetDefaultFolder", Variant.of(folderType.value()))));
  }

  public Folder getRootFolder() {
    return new Folder(object(call("GetRootFolder")));
  }

  public boolean isCachedExchange() {
    return flag(get("IsCachedExchange"));
  }

  public boolean isDataFileStore() {
    return flag(get("IsDataFileStore"));
  }

  public boolean isOpen() {
    return flag(get("IsOpen"));
  }

  public PropertyAccessor propertyAccessor() {
    return new PropertyAccessor(object(get("PropertyAccessor")));
  }

  public String storeID() {
    return text(get("StoreID"));
  }
}
