package org.tandemsync.outlook.model;

import java.util.List;
import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * Rows of a folder, read in blocks without opening an item. After {@code Columns.RemoveAll} and
 * {@code Add} with names of MAPI properties, dates are UTC and binary values are bytes; of columns
 * that are named as object-model properties dates are local and entry ids are text.
 */
public final class Table extends OutlookObject {
  public Table(Dispatch dispatch) {
    super(dispatch);
  }

  public Columns columns() {
    return new Columns(object(get("Columns")));
  }

  public boolean endOfTable() {
    return flag(get("EndOfTable"));
  }

  public Optional<Row> findNextRow() {
    return found(call("FindNextRow")).map(Row::new);
  }

  public Optional<Row> findRow(String filter) {
    return found(call("FindRow", Variant.of(filter))).map(Row::new);
  }

  public List<List<Variant>> getArray(int maxRows) {
    return rows(call("GetArray", Variant.of(maxRows)));
  }

  public Optional<Row> getNextRow() {
    return found(call("GetNextRow")).map(Row::new);
  }

  public int getRowCount() {
    return integer(call("GetRowCount"));
  }

  public void moveToStart() {
    call("MoveToStart");
  }

  public Table restrict(String filter) {
    return new Table(object(call("Restrict", Variant.of(filter))));
  }

  public void sort(String sortProperty) {
    call("Sort", Variant.of(sortProperty));
  }

  public void sort(String sortProperty, boolean descending) {
    call("Sort", Variant.of(sortProperty), Variant.of(descending));
  }
}
