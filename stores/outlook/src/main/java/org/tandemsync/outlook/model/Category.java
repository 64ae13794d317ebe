package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** A category of the master list. */
public final class Category extends OutlookObject {
  public Category(Dispatch dispatch) {
    super(dispatch);
  }

  public String categoryID() {
    return text(get("CategoryID"));
  }

  public OlCategoryColor color() {
    return constant(get("Color"), OlCategoryColor.values());
  }

  public void setColor(OlCategoryColor value) {
    put("Color", Variant.of(value.value()));
  }

  public String name() {
    return text(get("Name"));
  }

  public void setName(String value) {
    put("Name", Variant.of(value));
  }

  public OlCategoryShortcutKey shortcutKey() {
    return constant(get("ShortcutKey"), OlCategoryShortcutKey.values());
  }

  public void setShortcutKey(OlCategoryShortcutKey value) {
    put("ShortcutKey", Variant.of(value.value()));
  }
}
