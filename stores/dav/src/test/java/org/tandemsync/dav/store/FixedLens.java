package org.tandemsync.dav.store;

import java.util.Set;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Item;

/** Writes always the same. */
record FixedLens(String text, String extension) implements ResourceLens {
  @Override
  public Reading get(String resource) {
    return new Reading.Broken("", "not read");
  }

  @Override
  public String create(Item item, String stamp) {
    return text;
  }

  @Override
  public String marked(String resource, String stamp) {
    return resource;
  }

  @Override
  public String update(String previous, Item item, Set<String> fields, String stamp) {
    return text;
  }

  @Override
  public String mediaType(String resource) {
    return "text/calendar; charset=utf-8";
  }

  @Override
  public String extension(Item item) {
    return extension;
  }
}
