package org.tandemsync.windows.automation;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** An object of another program: a counted reference to its IDispatch. */
final class ComDispatch implements Dispatch {
  private static final int INVOKE = 6;
  private static final int METHOD = 1;
  private static final int PROPERTY_GET = 2;
  private static final int PROPERTY_PUT = 4;
  private static final int PROPERTY_PUT_REFERENCE = 8;

  /** DISPID_PROPERTYPUT: the name of the value that is put. */
  private static final int VALUE = -3;

  private final ApartmentObjects objects;
  private @Nullable ComPointer pointer;
  private @Nullable Map<String, Integer> numbers;

  /** Takes over the reference. */
  ComDispatch(ApartmentObjects objects, ComPointer pointer) {
    this.objects = objects;
    this.pointer = pointer;
  }

  /** What a Dispatch of ours points at. */
  static ComPointer of(Dispatch object) {
    if (object instanceof ComDispatch ours) {
      return ours.pointer();
    }
    throw new AutomationException(
        HResult.E_INVALIDARG, object.getClass().getSimpleName(), "is no object of Windows");
  }

  private ComPointer pointer() {
    ComPointer open = pointer;
    if (open == null) {
      throw new AutomationException(HResult.E_INVALIDARG, "Release", "the reference is closed");
    }
    return open;
  }

  @Override
  public Variant get(String property) {
    return objects.turn().on(() -> invoke(property, PROPERTY_GET));
  }

  /** An object is put as a value first, and as a reference (Visual Basic's Set) if that fails. */
  @Override
  public void put(String property, Variant value) {
    Supplier<Variant> put =
        () -> {
          try {
            return invoke(property, PROPERTY_PUT, value);
          } catch (AutomationException e) {
            if (value instanceof Variant.Reference
                && e.result().equals(HResult.DISP_E_MEMBERNOTFOUND)) {
              return invoke(property, PROPERTY_PUT_REFERENCE, value);
            }
            throw e;
          }
        };
    Variant _ = objects.turn().on(put);
  }

  @Override
  public Variant call(String method, Variant... arguments) {
    return objects.turn().on(() -> invoke(method, METHOD | PROPERTY_GET, arguments));
  }

  /** Some calls later the reference is released; who closes does not wait for it. */
  @Override
  public void close() {
    objects
        .turn()
        .later(
            () -> {
              ComPointer open = pointer;
              pointer = null;
              if (open != null) {
                open.release();
              }
            });
  }

  // ---- on the thread of the apartment

  private int number(String name) {
    Map<String, Integer> known = numbers;
    if (known == null) {
      known = objects.names().of(pointer());
      numbers = known;
    }
    Integer number = known.get(name);
    if (number == null) {
      number = DispatchNames.ask(pointer(), name);
      known.put(name, number);
    }
    return number;
  }

  private Variant invoke(String member, int kind, Variant... arguments) {
    int number = number(member);
    VariantMemory variants = objects.variants();
    boolean put = kind == PROPERTY_PUT || kind == PROPERTY_PUT_REFERENCE;
    try (Memory none = Guid.of(Guid.NULL);
        Arguments passed = new Arguments(variants, arguments, put);
        Memory result = new Memory(VariantMemory.SIZE);
        Memory wrong = new Memory(Integer.BYTES);
        ExceptionDetails details = new ExceptionDetails(variants.memory())) {
      result.clear();
      int status =
          pointer()
              .call(
                  INVOKE,
                  number,
                  none,
                  DispatchNames.LOCALE,
                  (short) kind,
                  passed.address(),
                  put ? Pointer.NULL : result,
                  details.address(),
                  wrong);
      try {
        if (status < 0) {
          throw details.exception(status, member);
        }
        return variants.read(result);
      } finally {
        variants.memory().clear(result);
      }
    }
  }

  /** DISPPARAMS (oaidl.h): the last argument comes first. */
  private static final class Arguments implements AutoCloseable {
    private static final int P = Native.POINTER_SIZE;

    private final VariantMemory variants;
    private final int count;
    private final Memory values;
    private final Memory names = new Memory(Integer.BYTES);
    private final Memory parameters = new Memory(2L * P + 8);

    Arguments(VariantMemory variants, Variant[] arguments, boolean put) {
      this.variants = variants;
      this.count = arguments.length;
      this.values = new Memory((long) VariantMemory.SIZE * Math.max(1, count));
      values.clear();
      try {
        for (int i = 0; i < count; i++) {
          variants.write(value(count - 1 - i), arguments[i]);
        }
      } catch (RuntimeException e) {
        close();
        throw e;
      }
      names.setInt(0, VALUE);
      parameters.setPointer(0, count == 0 ? Pointer.NULL : values);
      parameters.setPointer(P, put ? names : Pointer.NULL);
      parameters.setInt(2L * P, count);
      parameters.setInt(2L * P + 4, put ? 1 : 0);
    }

    private Pointer value(int index) {
      return values.share((long) VariantMemory.SIZE * index, VariantMemory.SIZE);
    }

    Pointer address() {
      return parameters;
    }

    @Override
    public void close() {
      for (int i = 0; i < count; i++) {
        variants.release(value(i));
      }
      values.close();
      names.close();
      parameters.close();
    }
  }
}
