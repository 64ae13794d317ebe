package org.tandemsync.services.json;

import java.util.List;
import org.tandemsync.items.Item;

/** Builds one line of JSON output, name by name, in the order of the calls. */
public final class JsonLine {

  public JsonLine text(String name, String value) {
    throw new UnsupportedOperationException();
  }

  public JsonLine number(String name, long value) {
    throw new UnsupportedOperationException();
  }

  public JsonLine flag(String name, boolean value) {
    throw new UnsupportedOperationException();
  }

  public JsonLine texts(String name, Iterable<String> values) {
    throw new UnsupportedOperationException();
  }

  public JsonLine object(String name, JsonLine value) {
    throw new UnsupportedOperationException();
  }

  public JsonLine objects(String name, List<JsonLine> values) {
    throw new UnsupportedOperationException();
  }

  /** An item without its {@code kind}. */
  public JsonLine item(String name, Item item) {
    throw new UnsupportedOperationException();
  }
}
