package org.tandemsync.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.services.CannotRun;

/** A colour as it is typed: {@code #RRGGBB}, {@code #RGB}, or one of Outlook's by name. */
final class ColorArgument {
  private ColorArgument() {}

  /** {@code #RRGGBB} in upper case. */
  static String parse(String typed) {
    String color = typed.strip().toUpperCase(Locale.ROOT);
    if (color.matches("#?[0-9A-F]{6}([0-9A-F]{2})?")) {
      return "#" + color.replace("#", "").substring(0, 6);
    }
    if (color.matches("#[0-9A-F]{3}")) {
      return color.replaceAll("([0-9A-F])", "$1$1");
    }
    return named(typed)
        .map(c -> String.format(Locale.ROOT, "#%06X", c.shown()))
        .orElseThrow(
            () ->
                new CannotRun(
                    "'"
                        + typed
                        + "' is no colour. Next step: write #RRGGBB, or one of Outlook's: "
                        + Arrays.stream(CategoryColor.values())
                            .filter(c -> c != CategoryColor.NONE)
                            .map(ColorArgument::label)
                            .collect(Collectors.joining(", "))));
  }

  private static Optional<CategoryColor> named(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    return Arrays.stream(CategoryColor.values())
        .filter(c -> c != CategoryColor.NONE && label(c).equals(name))
        .findFirst();
  }

  /** "dark-red", and "none". */
  static String label(CategoryColor color) {
    return color.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
