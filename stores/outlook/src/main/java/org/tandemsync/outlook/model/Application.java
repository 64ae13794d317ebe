package org.tandemsync.outlook.model;

import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * Outlook itself: what {@code CreateObject("Outlook.Application")} gives. There is at most one in a
 * session of Windows; asking for a second gives the first.
 */
public final class Application extends OutlookObject {
  public Application(Dispatch dispatch) {
    super(dispatch);
  }

  public Optional<Explorer> activeExplorer() {
    return found(call("ActiveExplorer")).map(Explorer::new);
  }

  public Dispatch createItem(OlItemType itemType) {
    return object(call("CreateItem", Variant.of(itemType.value())));
  }

  public String defaultProfileName() {
    return text(get("DefaultProfileName"));
  }

  public NameSpace getNamespace(String type) {
    return new NameSpace(object(call("GetNamespace", Variant.of(type))));
  }

  public boolean isTrusted() {
    return flag(get("IsTrusted"));
  }

  public String name() {
    return text(get("Name"));
  }

  public void quit() {
    call("Quit");
  }

  public NameSpace session() {
    return new NameSpace(object(get("Session")));
  }

  public TimeZones timeZones() {
    return new TimeZones(object(get("TimeZones")));
  }

  public String version() {
    return text(get("Version"));
  }
}
