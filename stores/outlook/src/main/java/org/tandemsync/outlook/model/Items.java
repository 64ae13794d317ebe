package org.tandemsync.outlook.model;

import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * The items of a folder, counted from 1. Each read of {@link Folder#items()} is a new collection
 * with an order and a position of its own. Filters compare dates as texts in the locale of Windows;
 * see {@link Folder#getTable()} for those that do not.
 */
public final class Items extends OutlookObject {
  public Items(Dispatch dispatch) {
    super(dispatch);
  }

  public Dispatch add() {
    return object(call("Add"));
  }

  public Dispatch add(OlItemType type) {
    return object(call("Add", Variant.of(type.value())));
  }

  public Dispatch add(String type) {
    return object(call("Add", Variant.of(type)));
  }

  public int count() {
    return integer(get("Count"));
  }

  public Optional<Dispatch> find(String filter) {
    return found(call("Find", Variant.of(filter)));
  }

  public Optional<Dispatch> findNext() {
    return found(call("FindNext"));
  }

  public Optional<Dispatch> getFirst() {
    return found(call("GetFirst"));
  }

  public Optional<Dispatch> getNext() {
    return found(call("GetNext"));
  }

  public boolean includeRecurrences() {
    return flag(get("IncludeRecurrences"));
  }

  public void setIncludeRecurrences(boolean value) {
    put("IncludeRecurrences", Variant.of(value));
  }

  public Dispatch item(int index) {
    return object(call("Item", Variant.of(index)));
  }

  public Dispatch item(String index) {
    return object(call("Item", Variant.of(index)));
  }

  public void remove(int index) {
    call("Remove", Variant.of(index));
  }

  public void resetColumns() {
    call("ResetColumns");
  }

  public Items restrict(String filter) {
    return new Items(object(call("Restrict", Variant.of(filter))));
  }

  public void setColumns(String columns) {
    call("SetColumns", Variant.of(columns));
  }

  public void sort(String property) {
    call("Sort", Variant.of(property));
  }

  public void sort(String property, boolean descending) {
    call("Sort", Variant.of(property), Variant.of(descending));
  }
}
