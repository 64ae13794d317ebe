package org.tandemsync.cli;

import java.util.Locale;
import java.util.OptionalInt;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Upkeep;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;

/** What {@code tandem doctor} does about the file in which Tandem remembers things. */
record OwnFile(Session session, boolean yes) {

  ExitStatus examine() {
    Upkeep.Diagnosis found = session.application().upkeep().examine();
    String trouble = found.trouble().orElse("");
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("file", found.file().toString())
              .text("status", status(found).label())
              .number("bytes", found.bytes())
              .text("trouble", trouble)
              .texts("backups", found.backups().stream().map(Object::toString).toList()));
    } else if (trouble.isEmpty()) {
      session.say(
          Color.GOOD,
          found.file()
              + (found.bytes() == 0 ? ": not there yet" : ": sound, " + size(found.bytes()))
              + (found.backups().isEmpty()
                  ? ""
                  : ", " + ApplyCommand.counted(found.backups().size(), "backup") + " beside it"));
    } else {
      session.say(Color.BAD, trouble);
      found.backups().forEach(backup -> session.say("  a backup: " + backup));
    }
    return status(found);
  }

  private static ExitStatus status(Upkeep.Diagnosis found) {
    return found.trouble().isEmpty() ? ExitStatus.DONE : ExitStatus.ATTENTION;
  }

  private static String size(long bytes) {
    return bytes < 1_000_000 ? bytes / 1_000 + " KB" : bytes / 1_000_000 + " MB";
  }

  /** Matches the items of a profile anew. */
  ExitStatus rebuild(String name) {
    Configuration configuration = session.application().profiles().configuration();
    Profile profile =
        configuration
            .profile(name)
            .orElseThrow(() -> ProfileSelection.unknown(name, configuration));
    agree(
        "Profile '"
            + profile.name()
            + "' forgets what was in step and syncs at once, writing to both sides; items are"
            + " matched as in a first run. Where they differ, 'conflicts' of the profile decides"
            + " and the report keeps both values; what was deleted since the last sync comes back."
            + " Nothing is deleted or doubled. What is held, waits for a decision or is ignored"
            + " stays so.");
    Ledgers.Forgotten forgotten = session.application().rebuild().forget(profile);
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("profile", profile.name())
              .number("forgotten", forgotten.items())
              .number("kept", forgotten.waiting()));
    } else {
      session.say(
          profile.name()
              + ": "
              + ApplyCommand.counted(forgotten.items(), "item")
              + " forgotten"
              + (forgotten.waiting() == 0
                  ? ""
                  : ", " + forgotten.waiting() + " kept that wait for a decision or are ignored"));
    }
    return SyncCommand.sync(profile, session);
  }

  /** Replaces a damaged file. */
  ExitStatus renew() {
    agree(
        "If Tandem's own file is damaged, it is put aside and made anew with the accounts and"
            + " profiles that can still be read, or those of the latest backup. The history and"
            + " the reports stay in the old file.");
    Upkeep.Renewed renewed = session.application().upkeep().renew();
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("aside", renewed.aside().toString())
              .text("source", renewed.source().map(Object::toString).orElse(""))
              .number("waiting", renewed.waiting().orElse(0))
              .number("accounts", renewed.accounts())
              .number("profiles", renewed.profiles()));
    } else {
      session.say("The old file is " + renewed.aside());
      waiting(renewed.waiting());
      session.say(
          renewed
              .source()
              .map(
                  source ->
                      ApplyCommand.counted(renewed.accounts(), "account")
                          + " and "
                          + ApplyCommand.counted(renewed.profiles(), "profile")
                          + " come from "
                          + source
                          + ". Next step: 'tandem plan' shows what the next sync will do.")
              .orElse(
                  "No configuration could be read. Next step: 'tandem apply -f FILE' with yours,"
                      + " then 'tandem plan'."));
    }
    return renewed.source().isPresent() ? ExitStatus.DONE : ExitStatus.ATTENTION;
  }

  private void waiting(OptionalInt waiting) {
    if (waiting.isEmpty()) {
      session.say(
          Color.BAD,
          "What was held or waited for a decision in it cannot be read any more: deletions that"
              + " were held are forgotten, and these items come back.");
    } else if (waiting.getAsInt() > 0) {
      session.say(
          ApplyCommand.counted(waiting.getAsInt(), "item")
              + " that wait for a decision or are ignored were taken over.");
    }
  }

  private void agree(String what) {
    if (yes) {
      return;
    }
    Terminal.Keyboard keyboard = session.terminal().keyboard();
    if (keyboard == null) {
      throw new CannotRun(
          "Nobody is here to say yes. Nothing was done. Next step: read 'tandem doctor --help',"
              + " then add --yes.");
    }
    session.remark(what);
    String answer = keyboard.line("Do this? Type yes or no: ");
    if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
      throw new CannotRun("Nothing was done.");
    }
  }
}
