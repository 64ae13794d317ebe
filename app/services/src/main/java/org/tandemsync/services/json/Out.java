package org.tandemsync.services.json;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the members of an object; what is empty, zero, false or null is left out. */
record Out(JsonGenerator json) {

  Out text(String name, String value) {
    if (!value.isEmpty()) {
      json.writeStringProperty(name, value);
    }
    return this;
  }

  Out number(String name, int value) {
    if (value != 0) {
      json.writeNumberProperty(name, value);
    }
    return this;
  }

  Out flag(String name, boolean value) {
    if (value) {
      json.writeBooleanProperty(name, true);
    }
    return this;
  }

  <V> Out value(String name, @Nullable V value, Form<V> form) {
    if (value != null) {
      json.writeName(name);
      form.write(json, value);
    }
    return this;
  }

  /** Left out if it is the usual one. */
  <V> Out unless(V usual, String name, V value, Form<V> form) {
    return value.equals(usual) ? this : value(name, value, form);
  }

  <V> Out list(String name, Collection<V> values, Form<V> form) {
    return values.isEmpty() ? this : value(name, List.copyOf(values), Form.list(form));
  }
}
