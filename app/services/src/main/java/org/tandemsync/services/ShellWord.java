package org.tandemsync.services;

import java.io.File;
import java.util.regex.Pattern;
import org.tandemsync.services.configuration.Profile;

/**
 * A name or an id as one word of a command line that is suggested to a person, who may paste it.
 * Whoever may write to a calendar names its resources, so no part of such a name may be live in a
 * shell. What needs no quotes stays plain.
 */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /** PowerShell makes lists of commas and variables of what begins with @. */
  private static final Pattern PLAIN_ON_WINDOWS = Pattern.compile("[A-Za-z0-9_%+:./-]+");

  /**
   * No quotes help in both shells of Windows: PowerShell takes its quotes away and hands the rest
   * to tandem.cmd, in which & and the like begin a new command, and it takes typographic quotes for
   * quotes. A backslash at the end would make the closing quote a part of the word.
   */
  private static final Pattern NEVER_ON_WINDOWS =
      Pattern.compile("[\"&|<>^\\p{Cntrl}\u2018-\u201E]|\\\\$");

  /** Live within double quotes in PowerShell, nowhere in cmd. */
  private static final Pattern LIVE_IN_POWERSHELL = Pattern.compile("[$`]");

  private ShellWord() {}

  /** The name of a profile; a placeholder where it cannot be written safely. */
  public static String profile(Profile profile) {
    return profile(profile.name());
  }

  /** The same by its name. */
  static String profile(String name) {
    return of(name, "PROFILE", File.separatorChar == '\\');
  }

  /** The id of an item; a placeholder where it cannot be written safely. */
  public static String id(String id) {
    return of(id, "ID", File.separatorChar == '\\');
  }

  static String of(String word, String placeholder, boolean windows) {
    return windows ? onWindows(word, placeholder) : posix(word);
  }

  /** Nothing is live within single quotes; one of them is written between two such words. */
  private static String posix(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /**
   * In double quotes, which cmd and PowerShell both know. Single quotes, in which nothing is live
   * for PowerShell, are only used where it needs them: for cmd they are letters, so that the word
   * fails there, and does no harm.
   */
  private static String onWindows(String word, String placeholder) {
    if (PLAIN_ON_WINDOWS.matcher(word).matches()) {
      return word;
    }
    if (NEVER_ON_WINDOWS.matcher(word).find()) {
      return placeholder;
    }
    return LIVE_IN_POWERSHELL.matcher(word).find()
        ? "'" + word.replace("'", "''") + "'"
        : '"' + word + '"';
  }
}
