package org.tandemsync.outlook.automation;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.tandemsync.items.Bytes;

/** A value that travels to an object or comes from it: VARIANT ([MS-OAUT] 2.2.29). */
public sealed interface Variant {

  /** No value: VT_EMPTY, VT_NULL, or a reference to nothing. */
  record Nothing() implements Variant {}

  /** An optional argument that is left out: VT_ERROR with DISP_E_PARAMNOTFOUND. */
  record Missing() implements Variant {}

  /** VT_BSTR. */
  record Text(String value) implements Variant {}

  /** VT_I4; smaller integers arrive as one too. */
  record Int(int value) implements Variant {}

  /** VT_R8; VT_R4 arrives as one too. */
  record Real(double value) implements Variant {}

  /** VT_CY. */
  record Currency(BigDecimal value) implements Variant {}

  /** VT_BOOL. */
  record Flag(boolean value) implements Variant {}

  /**
   * VT_DATE: a date and time without a zone.
   *
   * @param days as {@link OleDate} counts them
   */
  record Date(double days) implements Variant {
    public LocalDateTime value() {
      return OleDate.toLocal(days);
    }
  }

  /** VT_DISPATCH: a reference, to be closed by whoever receives it. */
  record Reference(Dispatch value) implements Variant {}

  /** VT_ERROR: in the place of a value that could not be had. */
  record Failure(HResult error) implements Variant {}

  /** VT_ARRAY of VT_UI1. */
  record Binary(Bytes value) implements Variant {}

  /** VT_ARRAY with one dimension. */
  record Vector(List<Variant> values) implements Variant {
    public Vector {
      values = List.copyOf(values);
    }
  }

  /** VT_ARRAY with two dimensions, the first of which counts the rows. */
  record Matrix(List<List<Variant>> rows) implements Variant {
    public Matrix {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  Nothing NOTHING = new Nothing();
  Missing MISSING = new Missing();

  static Variant of(String value) {
    return new Text(value);
  }

  static Variant of(int value) {
    return new Int(value);
  }

  static Variant of(double value) {
    return new Real(value);
  }

  static Variant of(boolean value) {
    return new Flag(value);
  }

  static Variant of(LocalDateTime value) {
    return new Date(OleDate.of(value));
  }

  static Variant of(Bytes value) {
    return new Binary(value);
  }

  static Variant of(Dispatch value) {
    return new Reference(value);
  }

  /** An array of texts. */
  static Variant of(List<String> values) {
    return new Vector(values.stream().<Variant>map(Text::new).toList());
  }
}
