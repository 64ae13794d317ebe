package org.tandemsync.services.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** Options as TOML: lines of a profile, one for each group that is not as usual. */
public final class OptionsText {
  private OptionsText() {}

  /** Lines that {@link #read} understands; empty if everything is as usual. */
  public static String write(Options options) {
    StringBuilder text = new StringBuilder();
    for (OptionGroup group : options.groups()) {
      if (!group.unusual().isEmpty()) {
        text.append(group.name()).append(" = ").append(value(group.unusual())).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * Options that {@link #write} wrote.
   *
   * @throws InvalidConfiguration if they were written by a program with other options
   */
  public static Options read(String text) {
    TomlParseResult toml = Toml.parse(text);
    List<InvalidConfiguration.Fault> faults = new ArrayList<>();
    toml.errors()
        .forEach(e -> faults.add(new InvalidConfiguration.Fault(Path.of(""), 1, 1, e.toString())));
    TomlMembers m =
        new TomlMembers(Path.of(""), toml, TomlPosition.positionAt(1, 1), "the options", faults);
    m.allow(Options.NAMES.toArray(String[]::new));
    Options options = Options.read(m, null);
    if (!faults.isEmpty()) {
      throw new InvalidConfiguration(faults);
    }
    return options;
  }

  private static String value(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case Boolean flag -> flag.toString();
      case Integer number -> number.toString();
      case Collection<?> list ->
          list.stream().map(OptionsText::value).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> table ->
          table.entrySet().stream()
              .map(
                  e -> Toml.joinKeyPath(List.of((String) e.getKey())) + " = " + value(e.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
      default -> throw new IllegalArgumentException("no option is a " + value.getClass());
    };
  }

  static String quoted(String value) {
    return "\"" + Toml.tomlEscape(value) + "\"";
  }
}
