package org.tandemsync.services.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the members of an object; what is not there is empty, zero, false or null. */
record In(Map<String, Json> members) {

  String text(String name) {
    return or("", name, Form.TEXT);
  }

  int number(String name) {
    return or(0, name, Form.NUMBER);
  }

  boolean flag(String name) {
    return or(false, name, Form.FLAG);
  }

  <V> List<V> list(String name, Form<V> form) {
    return or(List.of(), name, Form.list(form));
  }

  <V> V or(V usual, String name, Form<V> form) {
    V value = value(name, form);
    return value == null ? usual : value;
  }

  <V> V needed(String name, Form<V> form) {
    V value = value(name, form);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  <V> @Nullable V value(String name, Form<V> form) {
    Json json = members.get(name);
    if (json == null || json instanceof Json.Nothing) {
      return null;
    }
    try {
      return form.read(json);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
