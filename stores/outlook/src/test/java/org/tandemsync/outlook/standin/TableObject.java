package org.tandemsync.outlook.standin;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** Rows of a folder as it is: what comes or goes meanwhile moves those behind it. */
final class TableObject extends StandInObject {
  private final List<StoredItem> all;
  private final List<TableColumn> columns = new ArrayList<>();
  private final Filter filter;
  private int position;

  TableObject(StandIn outlook, List<StoredItem> items, Filter filter) {
    super(outlook);
    this.all = items;
    this.filter = filter;
    for (String usual :
        List.of("EntryID", "Subject", "CreationTime", "LastModificationTime", "MessageClass")) {
      columns.add(TableColumn.of(usual, outlook));
    }
  }

  private List<StoredItem> rows() {
    return all.stream().filter(i -> filter.passes(i, outlook)).toList();
  }

  @Override
  String type() {
    return "Table";
  }

  List<TableColumn> columns() {
    return columns;
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "EndOfTable" -> Variant.of(position >= rows().size());
      case "Columns" -> reference(new ColumnsObject(outlook, this));
      default -> throw unsupported(name);
    };
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    return switch (name) {
      case "GetRowCount" -> Variant.of(rows().size());
      case "MoveToStart" -> {
        position = 0;
        yield Variant.NOTHING;
      }
      case "GetNextRow" ->
          position < rows().size()
              ? reference(new RowObject(outlook, values(rows().get(position++)), columns))
              : Variant.NOTHING;
      case "GetArray" -> array(integer(arguments.getFirst()));
      case "Restrict" -> {
        Filter also = Filter.parse(text(arguments.getFirst()), outlook);
        yield reference(new TableObject(outlook, all, filter.and(also)));
      }
      default -> throw unsupported(name);
    };
  }

  /** Outlook 2007 refused more than there are; after the last row the array is empty. */
  private Variant array(int most) {
    List<StoredItem> rows = rows();
    if (most < 1 || most > Math.max(1, rows.size())) {
      throw failure(
          HResult.E_INVALIDARG, "GetArray", "One or more parameter values are not valid.");
    }
    List<StoredItem> block =
        rows.subList(Math.min(position, rows.size()), Math.min(position + most, rows.size()));
    position += block.size();
    return new Variant.Matrix(block.stream().map(this::values).toList());
  }

  private List<Variant> values(StoredItem item) {
    return columns.stream().map(c -> c.value(item, outlook)).toList();
  }

  /** Columns that change begin the table anew. */
  void begin() {
    position = 0;
  }
}
