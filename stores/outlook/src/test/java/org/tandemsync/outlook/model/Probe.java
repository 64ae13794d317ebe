package org.tandemsync.outlook.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.library.LibraryMember;
import org.tandemsync.outlook.library.TypeLibrary;

/**
 * An object that only the type library knows: it takes no call that the library does not have, and
 * answers with a value of the type that the library says.
 *
 * @param asked what was asked for, in order
 */
record Probe(String type, Collection<LibraryMember> asked) implements Dispatch {
  static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 29, 2, 30);

  /** What the library only calls a variant, by Microsoft's reference. */
  private static final Set<String> ARRAYS =
      Set.of(
          "Row.GetValues",
          "PropertyAccessor.GetProperties",
          "PropertyAccessor.SetProperties",
          "PropertyAccessor.DeleteProperties");

  private static final Set<String> BYTES =
      Set.of(
          "PropertyAccessor.StringToBinary",
          "AppointmentItem.RTFBody",
          "TaskItem.RTFBody",
          "ContactItem.RTFBody",
          "DistListItem.RTFBody");

  private static final Set<String> VALUES =
      Set.of("Row.Item", "PropertyAccessor.GetProperty", "UserProperty.Value");

  private LibraryMember.Property property(String name) {
    LibraryMember member = member(name);
    return member instanceof LibraryMember.Property property
        ? property
        : fail("%s.%s is a method", type, name);
  }

  private LibraryMember member(String name) {
    LibraryMember member =
        TypeLibrary.outlook2010()
            .member(type, name)
            .orElseGet(() -> fail("the type library has no %s.%s", type, name));
    asked.add(member);
    return member;
  }

  @Override
  public Variant get(String name) {
    return sample(name, property(name).type());
  }

  @Override
  public void put(String name, Variant value) {
    LibraryMember.Property property = property(name);
    assertThat(property.readOnly()).as("%s.%s is read-only", type, name).isFalse();
    takes(name, property.type(), value);
  }

  @Override
  public Variant call(String name, Variant... arguments) {
    if (!(member(name) instanceof LibraryMember.Method method)) {
      return fail("%s.%s is a property", type, name);
    }
    assertThat((long) arguments.length)
        .as("arguments of %s.%s", type, name)
        .isBetween(method.required(), (long) method.parameters().size());
    for (int i = 0; i < arguments.length; i++) {
      takes(name, method.parameters().get(i).type(), arguments[i]);
    }
    return sample(name, method.type());
  }

  /** Whether a value is of a type of the library. */
  private void takes(String name, String wanted, Variant value) {
    boolean fits =
        switch (wanted) {
          case "any" -> true;
          case "string" -> value instanceof Variant.Text;
          case "boolean" -> value instanceof Variant.Flag;
          case "number" -> value instanceof Variant.Int;
          case "VarDate" -> value.equals(Variant.of(TIME));
          default ->
              TypeLibrary.outlook2010().isEnum(wanted)
                  ? value instanceof Variant.Int
                  : value instanceof Variant.Reference(Probe probe) && probe.type.equals(wanted);
        };
    assertThat(fits).as("%s.%s takes %s, not %s", type, name, wanted, value).isTrue();
  }

  private Variant sample(String name, String wanted) {
    TypeLibrary library = TypeLibrary.outlook2010();
    return switch (wanted) {
      case "void" -> Variant.NOTHING;
      case "string" -> Variant.of(name);
      case "boolean" -> Variant.of(true);
      case "number" -> Variant.of(1);
      case "VarDate" -> Variant.of(TIME);
      case "any" -> variant(type + "." + name);
      default ->
          library.isEnum(wanted)
              ? Variant.of(library.constants(wanted).values().iterator().next())
              : Variant.of(new Probe(wanted, asked));
    };
  }

  private Variant variant(String name) {
    if (name.equals("Table.GetArray")) {
      return new Variant.Matrix(List.of(List.of(Variant.of(1), Variant.of(2))));
    }
    if (ARRAYS.contains(name)) {
      return new Variant.Vector(List.of(Variant.of(1)));
    }
    if (BYTES.contains(name)) {
      return Variant.of(Bytes.of(new byte[] {1}));
    }
    return VALUES.contains(name)
        ? Variant.of("value")
        : Variant.of(new Probe("AppointmentItem", asked));
  }

  @Override
  public void close() {}
}
