package org.tandemsync.outlook.library;

import java.util.List;

/** A member of an object in the type library. Types are spelled as in the definitions. */
public sealed interface LibraryMember {
  String name();

  record Property(String name, boolean readOnly, String type) implements LibraryMember {}

  /**
   * A method.
   *
   * @param type what it returns, or "void"
   */
  record Method(String name, List<Parameter> parameters, String type) implements LibraryMember {
    public Method {
      parameters = List.copyOf(parameters);
    }

    public long required() {
      return parameters.stream().filter(p -> !p.optional()).count();
    }
  }

  record Parameter(String name, boolean optional, String type) {}
}
