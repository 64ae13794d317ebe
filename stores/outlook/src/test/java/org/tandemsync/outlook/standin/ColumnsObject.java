package org.tandemsync.outlook.standin;

import java.util.List;
import org.tandemsync.outlook.automation.Variant;

/** The columns of a table. */
final class ColumnsObject extends ListObject {
  private final TableObject table;

  ColumnsObject(StandIn outlook, TableObject table) {
    super(
        outlook,
        "Columns",
        () -> table.columns().stream().map(c -> new ColumnObject(outlook, c)).toList(),
        o -> o instanceof ColumnObject c ? c.column().name() : "");
    this.table = table;
  }

  @Override
  Variant call(String method, List<Variant> arguments) {
    switch (method) {
      case "Add" -> {
        TableColumn column = TableColumn.of(text(arguments.getFirst()), outlook);
        table.columns().add(column);
        table.begin();
        return reference(new ColumnObject(outlook, column));
      }
      case "RemoveAll" -> {
        table.columns().clear();
        table.begin();
        return Variant.NOTHING;
      }
      case "Remove" -> {
        table.columns().remove(position(arguments.getFirst()));
        table.begin();
        return Variant.NOTHING;
      }
      default -> {
        return super.call(method, arguments);
      }
    }
  }

  private static final class ColumnObject extends StandInObject {
    private final TableColumn column;

    ColumnObject(StandIn outlook, TableColumn column) {
      super(outlook);
      this.column = column;
    }

    TableColumn column() {
      return column;
    }

    @Override
    String type() {
      return "Column";
    }

    @Override
    Variant get(String property) {
      if (property.equals("Name")) {
        return Variant.of(column.name());
      }
      throw unsupported(property);
    }
  }
}
