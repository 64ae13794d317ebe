package org.tandemsync.windows.automation;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/**
 * Values in memory: VARIANT ([MS-OAUT] 2.2.29, oaidl.h). Its type is in the first two bytes, its
 * value from the eighth on.
 *
 * @param memory gives and takes back what a value needs besides
 * @param objects makes of a pointer to IDispatch an object that owns the reference
 */
record VariantMemory(OleMemory memory, Function<ComPointer, Dispatch> objects) {
  /** Eight bytes and two pointers. */
  static final int SIZE = 8 + 2 * Native.POINTER_SIZE;

  private static final int VALUE = 8;
  private static final int CURRENCY_DIGITS = 4;
  private static final HResult PARAMETER_NOT_FOUND = new HResult(0x80020004);

  // ---- into memory

  /**
   * Writes a value; the memory held nothing before. Objects are lent: their references are not
   * counted, so that what holds one must not be cleared ({@link #release}).
   */
  void write(Pointer at, Variant value) {
    at.setMemory(0, SIZE, (byte) 0);
    switch (value) {
      case Variant.Nothing _ -> {}
      case Variant.Missing _ -> number(at, VarType.ERROR, PARAMETER_NOT_FOUND.code());
      case Variant.Failure(HResult error) -> number(at, VarType.ERROR, error.code());
      case Variant.Int(int number) -> number(at, VarType.I4, number);
      case Variant.Text(String text) -> address(at, VarType.BSTR, memory.text(text));
      case Variant.Reference(Dispatch object) ->
          address(at, VarType.DISPATCH, ComDispatch.of(object).address());
      case Variant.Binary(Bytes bytes) -> binary(at, bytes.toArray());
      case Variant.Vector(List<Variant> values) -> vector(at, values);
      case Variant.Matrix _ ->
          throw new AutomationException(
              HResult.DISP_E_BADVARTYPE, "VARIANT", "an array of two dimensions is only received");
      case Variant.Real(double number) -> {
        at.setShort(0, (short) VarType.R8);
        at.setDouble(VALUE, number);
      }
      case Variant.Date date -> {
        at.setShort(0, (short) VarType.DATE);
        at.setDouble(VALUE, date.days());
      }
      case Variant.Flag(boolean flag) -> {
        at.setShort(0, (short) VarType.BOOL);
        at.setShort(VALUE, (short) (flag ? -1 : 0));
      }
      case Variant.Currency(BigDecimal amount) -> {
        at.setShort(0, (short) VarType.CY);
        at.setLong(VALUE, amount.movePointRight(CURRENCY_DIGITS).longValueExact());
      }
    }
  }

  private static void number(Pointer at, int type, int value) {
    at.setShort(0, (short) type);
    at.setInt(VALUE, value);
  }

  private static void address(Pointer at, int type, Pointer value) {
    at.setShort(0, (short) type);
    at.setPointer(VALUE, value);
  }

  private void binary(Pointer at, byte[] bytes) {
    Pointer array = memory.vector(VarType.UI1, bytes.length);
    if (bytes.length > 0) {
      new SafeArray(array).elements().write(0, bytes, 0, bytes.length);
    }
    address(at, VarType.ARRAY | VarType.UI1, array);
  }

  /** As an array of variants, which is what Visual Basic's {@code Array(...)} makes. */
  private void vector(Pointer at, List<Variant> values) {
    if (values.stream().anyMatch(Variant.Reference.class::isInstance)) {
      throw new AutomationException(
          HResult.DISP_E_BADVARTYPE, "VARIANT", "arrays of objects are not sent");
    }
    Pointer array = memory.vector(VarType.VARIANT, values.size());
    for (int i = 0; i < values.size(); i++) {
      write(new SafeArray(array).element(i), values.get(i));
    }
    address(at, VarType.ARRAY | VarType.VARIANT, array);
  }

  /** Frees what {@link #write} has made; a lent object stays. */
  void release(Pointer at) {
    if (type(at) != VarType.DISPATCH) {
      memory.clear(at);
    }
  }

  // ---- out of memory

  /**
   * Reads a value. Objects in it get references of their own, so that the memory is to be cleared
   * afterwards as if nobody had read it.
   *
   * @throws AutomationException if it is of a type that Outlook does not use
   */
  Variant read(Pointer at) {
    int type = type(at);
    if (type == VarType.DECIMAL) {
      return decimal(at);
    }
    Pointer value = at.share(VALUE);
    if ((type & VarType.BYREF) != 0) {
      Pointer there = value.getPointer(0);
      int plain = type & ~VarType.BYREF;
      return there == null
          ? Variant.NOTHING
          : plain == VarType.VARIANT ? read(there) : value(there, plain);
    }
    return value(value, type);
  }

  private Variant value(Pointer at, int type) {
    return (type & VarType.ARRAY) == 0
        ? single(at, type)
        : array(at.getPointer(0), type & ~VarType.ARRAY);
  }

  private static int type(Pointer at) {
    return Short.toUnsignedInt(at.getShort(0));
  }

  private Variant single(Pointer at, int type) {
    return switch (type) {
      case VarType.EMPTY, VarType.NULL -> Variant.NOTHING;
      case VarType.I1 -> Variant.of(at.getByte(0));
      case VarType.UI1 -> Variant.of(Byte.toUnsignedInt(at.getByte(0)));
      case VarType.I2 -> Variant.of(at.getShort(0));
      case VarType.UI2 -> Variant.of(Short.toUnsignedInt(at.getShort(0)));
      case VarType.I4, VarType.UI4, VarType.INT, VarType.UINT -> Variant.of(at.getInt(0));
      case VarType.R4 -> Variant.of((double) at.getFloat(0));
      case VarType.R8 -> Variant.of(at.getDouble(0));
      case VarType.DATE -> new Variant.Date(at.getDouble(0));
      case VarType.CY -> new Variant.Currency(BigDecimal.valueOf(at.getLong(0), CURRENCY_DIGITS));
      case VarType.BOOL -> Variant.of(at.getShort(0) != 0);
      case VarType.ERROR -> failure(new HResult(at.getInt(0)));
      case VarType.BSTR -> Variant.of(text(at.getPointer(0)));
      case VarType.DISPATCH -> object(at.getPointer(0));
      case VarType.VARIANT -> read(at);
      default ->
          throw new AutomationException(
              HResult.DISP_E_BADVARTYPE, "VARIANT", "a value of type " + type);
    };
  }

  private static Variant failure(HResult error) {
    return error.equals(PARAMETER_NOT_FOUND) ? Variant.MISSING : new Variant.Failure(error);
  }

  /** A BSTR: its length in bytes is before it, and it may be null where it is empty. */
  static String text(Pointer at) {
    if (at == null) {
      return "";
    }
    int length = at.getInt(-4);
    return new String(at.getByteArray(0, length), StandardCharsets.UTF_16LE);
  }

  private Variant object(Pointer address) {
    if (address == null) {
      return Variant.NOTHING;
    }
    ComPointer object = new ComPointer(address);
    object.addRef();
    return Variant.of(objects.apply(object));
  }

  /** 96 bits, a scale and a sign; it fills the memory of its type too. */
  private static Variant decimal(Pointer at) {
    BigInteger high = BigInteger.valueOf(Integer.toUnsignedLong(at.getInt(4)));
    BigInteger low = new BigInteger(Long.toUnsignedString(at.getLong(VALUE)));
    BigInteger digits = high.shiftLeft(64).add(low);
    boolean negative = at.getByte(3) < 0;
    return new Variant.Currency(new BigDecimal(negative ? digits.negate() : digits, at.getByte(2)));
  }

  private Variant array(Pointer at, int type) {
    if (at == null) {
      return Variant.NOTHING;
    }
    SafeArray array = new SafeArray(at);
    int size = VarType.size(type);
    int dimensions = array.dimensions();
    if (array.elementSize() != size || dimensions < 1 || dimensions > 2) {
      throw new AutomationException(
          HResult.DISP_E_BADVARTYPE,
          "SAFEARRAY",
          "an array of " + dimensions + " dimensions and type " + type);
    }
    if (dimensions == 2) {
      return matrix(array, type);
    }
    int length = array.length(0);
    if (type == VarType.UI1) {
      return Variant.of(
          length == 0 ? Bytes.EMPTY : Bytes.of(array.elements().getByteArray(0, length)));
    }
    List<Variant> values = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      values.add(single(array.element(i), type));
    }
    return new Variant.Vector(values);
  }

  private Variant matrix(SafeArray array, int type) {
    int columns = array.length(1);
    List<List<Variant>> rows = new ArrayList<>();
    for (int i = 0; i < array.length(0); i++) {
      List<Variant> row = new ArrayList<>(columns);
      for (int j = 0; j < columns; j++) {
        row.add(single(array.element(i, j), type));
      }
      rows.add(row);
    }
    return new Variant.Matrix(rows);
  }
}
