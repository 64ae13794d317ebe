package org.tandemsync.outlook.standin;

import java.util.Arrays;
import java.util.List;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.library.LibraryMember;
import org.tandemsync.outlook.library.TypeLibrary;

/** A reference across the border: counts, and lets through only what the type library has. */
final class Reference implements Dispatch {
  private final StandIn outlook;
  private final StandInObject object;
  private boolean released;

  Reference(StandIn outlook, StandInObject object) {
    this.outlook = outlook;
    this.object = object;
  }

  StandInObject object() {
    return object;
  }

  boolean released() {
    return released;
  }

  private LibraryMember member(String name) {
    if (released) {
      throw new IllegalStateException(object.type() + "." + name + " after its release");
    }
    outlook.called(object.type() + "." + name);
    return TypeLibrary.outlook2010()
        .member(object.type(), name)
        .orElseThrow(() -> refused(HResult.DISP_E_UNKNOWNNAME, name));
  }

  private AutomationException refused(HResult result, String name) {
    return new AutomationException(result, object.type() + "." + name, "refused");
  }

  @Override
  public Variant get(String name) {
    if (!(member(name) instanceof LibraryMember.Property)) {
      throw refused(HResult.DISP_E_MEMBERNOTFOUND, name);
    }
    return object.get(name);
  }

  @Override
  public void put(String name, Variant value) {
    if (!(member(name) instanceof LibraryMember.Property property) || property.readOnly()) {
      throw refused(HResult.DISP_E_MEMBERNOTFOUND, name);
    }
    takes(name, property.type(), value);
    object.put(name, value);
  }

  @Override
  public Variant call(String name, Variant... arguments) {
    if (!(member(name) instanceof LibraryMember.Method method)) {
      throw refused(HResult.DISP_E_MEMBERNOTFOUND, name);
    }
    List<Variant> given =
        Arrays.stream(arguments).takeWhile(a -> !(a instanceof Variant.Missing)).toList();
    if (given.size() < method.required() || arguments.length > method.parameters().size()) {
      throw refused(HResult.DISP_E_BADPARAMCOUNT, name);
    }
    for (int i = 0; i < given.size(); i++) {
      takes(name, method.parameters().get(i).type(), given.get(i));
    }
    return object.call(name, given);
  }

  private void takes(String name, String type, Variant value) {
    boolean fits =
        switch (type) {
          case "any" -> true;
          case "string" -> value instanceof Variant.Text;
          case "boolean" -> value instanceof Variant.Flag;
          case "number" -> value instanceof Variant.Int;
          case "VarDate" -> value instanceof Variant.Date;
          default ->
              TypeLibrary.outlook2010().isEnum(type)
                  ? value instanceof Variant.Int
                  : value instanceof Variant.Reference(Reference other)
                      && other.object.type().equals(type);
        };
    if (!fits) {
      throw refused(HResult.DISP_E_TYPEMISMATCH, name);
    }
  }

  @Override
  public void close() {
    if (!released) {
      released = true;
      outlook.released();
      object.released();
    }
  }

  @Override
  public String toString() {
    return object.type();
  }
}
