package org.tandemsync.cli;

import java.util.Locale;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.CannotRun;

/** Something that is asked before it is done. */
final class Question {
  private Question() {}

  /** Where nobody can be asked, a script has to say yes beforehand. */
  static void needs(boolean yes, Session session) {
    if (!yes && session.terminal().keyboard() == null) {
      throw new CannotRun(
          "Nobody is here to say yes. Nothing was done. Next step: look at the list with --plan,"
              + " then give --yes instead.");
    }
  }

  /** Whether the person says yes. */
  static boolean yes(String question, Session session) {
    Terminal.Keyboard keyboard = session.terminal().keyboard();
    session.terminal().out().flush();
    String answer = keyboard == null ? null : keyboard.line(question + " Type yes or no: ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
  }
}
