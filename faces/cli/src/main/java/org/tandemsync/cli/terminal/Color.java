package org.tandemsync.cli.terminal;

import java.util.Locale;
import java.util.Map;

/** The few colours of the output, each with a meaning. */
public enum Color {
  GOOD("32"),
  CHANGE("33"),
  BAD("31"),
  QUIET("2"),
  TITLE("1");

  private final String code;

  Color(String code) {
    this.code = code;
  }

  /** The text in this colour if the terminal shows colours. */
  public String on(Terminal terminal, String text) {
    return terminal.color() && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** Follows no-color.org; the old console of Windows does not know the codes. */
  static boolean wanted(Map<String, String> environment, String system) {
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean oldWindows =
        system.toLowerCase(Locale.ROOT).startsWith("windows")
            && !environment.containsKey("WT_SESSION");
    return !refused && !dumb && !oldWindows;
  }
}
