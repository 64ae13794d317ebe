package org.tandemsync.outlook.model;

import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** A window of Outlook that shows a folder. */
public final class Explorer extends OutlookObject {
  public Explorer(Dispatch dispatch) {
    super(dispatch);
  }

  public Optional<Folder> currentFolder() {
    return found(get("CurrentFolder")).map(Folder::new);
  }

  public void setCurrentFolder(Folder value) {
    put("CurrentFolder", Variant.of(value.dispatch()));
  }
}
