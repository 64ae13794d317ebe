package org.tandemsync.services.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tandemsync.services.CannotRun;

/**
 * Windows: a value of the user's key Run. A task of the Task Scheduler with a trigger at logon
 * would need an administrator. The console is opened minimized; who closes it ends the program.
 */
public record RunKey(Registry registry) implements LogonStart {
  static final String KEY = "Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  static final String VALUE = "Tandem";

  /**
   * The inner cmd.exe: start would give a .cmd file to one that stays open, and miscount quotes.
   */
  private static final String BEFORE = "cmd.exe /d /c start \"Tandem\" /min cmd.exe /d /c \"";

  /** Microsoft's page of the key: a command line is not longer than this. */
  private static final int LONGEST = 260;

  /** What means something to cmd.exe; the outer one sees paths without quotes. */
  private static final Pattern SPECIAL = Pattern.compile("[%\"&|<>^\\p{Cntrl}]");

  private static final String WHERE = "HKEY_CURRENT_USER\\" + KEY + ", value " + VALUE;

  @Override
  public Optional<SetUp> shown() {
    return present().filter(RunKey::ours).map(command -> new SetUp(WHERE, command));
  }

  private Optional<String> present() {
    return registry.text(Registry.Root.CURRENT_USER, KEY, VALUE);
  }

  private static boolean ours(String command) {
    return command.startsWith(BEFORE) && command.contains(" serve");
  }

  @Override
  public SetUp install(Program program) {
    String command = command(program);
    present()
        .filter(there -> !ours(there))
        .ifPresent(
            there -> {
              throw new CannotRun(
                  WHERE
                      + " holds something that is not Tandem's: "
                      + there
                      + ". It was left as it is. Next step: remove it with regedit, if nobody needs"
                      + " it.");
            });
    registry.set(KEY, VALUE, command);
    return new SetUp(WHERE, command);
  }

  private static String command(Program program) {
    List<String> words = new ArrayList<>();
    words.add(quoted(program.launcher().toString()));
    for (String argument : program.arguments()) {
      words.add(argument.matches("[A-Za-z0-9-]+") ? argument : quoted(argument));
    }
    String command = BEFORE + String.join(" ", words) + '"';
    if (command.length() > LONGEST) {
      throw new CannotRun(
          "Windows starts no longer commands than "
              + LONGEST
              + " characters at logon, and this would be one of "
              + command.length()
              + ": "
              + command
              + ". Next step: put Tandem into a folder with a shorter path.");
    }
    return command;
  }

  private static String quoted(String word) {
    if (SPECIAL.matcher(word).find() || word.endsWith("\\")) {
      throw new CannotRun(
          "cmd.exe would read '"
              + word
              + "' as something else. Next step: use a path without any of % & | < > ^ and without"
              + " \\ at its end.");
    }
    return '"' + word + '"';
  }

  @Override
  public Optional<SetUp> remove() {
    Optional<SetUp> there = shown();
    if (there.isPresent()) {
      registry.remove(KEY, VALUE);
    }
    return there;
  }

  @Override
  public String startNow() {
    return "tandem serve";
  }
}
