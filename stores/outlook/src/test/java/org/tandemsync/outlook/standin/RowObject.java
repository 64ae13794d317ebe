package org.tandemsync.outlook.standin;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** A row of a table. */
final class RowObject extends StandInObject {
  private final List<Variant> values;
  private final List<TableColumn> columns;

  RowObject(StandIn outlook, List<Variant> values, List<TableColumn> columns) {
    super(outlook);
    this.values = List.copyOf(values);
    this.columns = List.copyOf(columns);
  }

  @Override
  String type() {
    return "Row";
  }

  @Override
  Variant call(String method, List<Variant> arguments) {
    return switch (method) {
      case "GetValues" -> new Variant.Vector(values);
      case "Item" -> value(arguments.getFirst());
      case "BinaryToString" -> {
        if (!(value(arguments.getFirst()) instanceof Variant.Binary(Bytes bytes))) {
          throw failure(HResult.E_INVALIDARG, method, "The value is not binary.");
        }
        yield Variant.of(HexFormat.of().formatHex(bytes.toArray()).toUpperCase(Locale.ROOT));
      }
      default -> throw unsupported(method);
    };
  }

  private Variant value(Variant index) {
    for (int i = 0; i < columns.size(); i++) {
      if (index.equals(Variant.of(i + 1)) || index.equals(Variant.of(columns.get(i).name()))) {
        return values.get(i);
      }
    }
    throw failure(HResult.DISP_E_BADINDEX, "Item", "There is no such column.");
  }
}
