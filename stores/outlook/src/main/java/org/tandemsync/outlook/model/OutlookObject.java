package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/**
 * A reference to one of Outlook's objects. Closing it releases the reference; what comes out of its
 * methods is closed on its own.
 */
public abstract class OutlookObject implements AutoCloseable {
  private final Dispatch dispatch;

  OutlookObject(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  /** What stands behind. */
  public final Dispatch dispatch() {
    return dispatch;
  }

  @Override
  public final void close() {
    dispatch.close();
  }

  final Variant get(String property) {
    return dispatch.get(property);
  }

  final void put(String property, Variant value) {
    dispatch.put(property, value);
  }

  final Variant call(String method, Variant... arguments) {
    return dispatch.call(method, arguments);
  }

  /** Outlook has no value where some stores keep no text: that is "". */
  final String text(Variant value) {
    if (value instanceof Variant.Text(String text)) {
      return text;
    }
    if (value instanceof Variant.Nothing) {
      return "";
    }
    throw unexpected("a text", value);
  }

  final int integer(Variant value) {
    if (value instanceof Variant.Int(int number)) {
      return number;
    }
    throw unexpected("a number", value);
  }

  final boolean flag(Variant value) {
    if (value instanceof Variant.Flag(boolean flag)) {
      return flag;
    }
    throw unexpected("yes or no", value);
  }

  final LocalDateTime date(Variant value) {
    if (value instanceof Variant.Date date) {
      return date.value();
    }
    throw unexpected("a date", value);
  }

  final Bytes bytes(Variant value) {
    if (value instanceof Variant.Binary(Bytes bytes)) {
      return bytes;
    }
    if (value instanceof Variant.Nothing) {
      return Bytes.EMPTY;
    }
    throw unexpected("bytes", value);
  }

  final <E extends OlConstant> E constant(Variant value, E[] all) {
    int number = integer(value);
    for (E constant : all) {
      if (constant.value() == number) {
        return constant;
      }
    }
    throw unexpected("one of its known constants", value);
  }

  final Dispatch object(Variant value) {
    return found(value).orElseThrow(() -> unexpected("an object", value));
  }

  /** An object, or empty where Microsoft's reference speaks of {@code Nothing}. */
  final Optional<Dispatch> found(Variant value) {
    if (value instanceof Variant.Reference(Dispatch object)) {
      return Optional.of(object);
    }
    if (value instanceof Variant.Nothing) {
      return Optional.empty();
    }
    throw unexpected("an object", value);
  }

  /** Values in an array. An empty array comes as nothing. */
  final List<Variant> vector(Variant value) {
    if (value instanceof Variant.Vector(List<Variant> values)) {
      return values;
    }
    if (value instanceof Variant.Nothing) {
      return List.of();
    }
    throw unexpected("an array", value);
  }

  /** Rows in an array. An empty array comes as nothing. */
  final List<List<Variant>> rows(Variant value) {
    if (value instanceof Variant.Matrix(List<List<Variant>> rows)) {
      return rows;
    }
    if (value instanceof Variant.Nothing) {
      return List.of();
    }
    throw unexpected("rows", value);
  }

  private AutomationException unexpected(String wanted, Variant value) {
    return new AutomationException(
        HResult.DISP_E_TYPEMISMATCH,
        getClass().getSimpleName(),
        "Outlook answered " + value + " where " + wanted + " was expected");
  }
}
