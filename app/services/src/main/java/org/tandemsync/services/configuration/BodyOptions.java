package org.tandemsync.services.configuration;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.body]}.
 *
 * @param html whether the formatted text goes to the server beside the plain one
 */
public record BodyOptions(boolean html) implements OptionGroup {
  public static final BodyOptions USUAL = new BodyOptions(true);

  static final String NAME = "body";

  static BodyOptions read(TomlMembers m) {
    m.allow("html");
    return new BodyOptions(m.flag("html", USUAL.html));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.of(Family.EVENTS, Family.TASKS);
  }

  @Override
  public Map<String, Object> unusual() {
    return html ? Map.of() : Map.of("html", false);
  }
}
