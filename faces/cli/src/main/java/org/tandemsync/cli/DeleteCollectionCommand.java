package org.tandemsync.cli;

import java.util.List;
import java.util.Locale;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem collections delete}. */
@Command(
    name = "delete",
    description = {
      "Delete a calendar, task list or address book with all that is in it, for everybody.",
      "Servers have no undo. A copy first: tandem copy dav:URL folder:DIR"
    },
    footer = {
      "",
      "Examples:",
      "  tandem collections delete Old --account office",
      "  tandem collections delete https://dav.example.org/alice/old/ --user alice --yes"
    })
final class DeleteCollectionCommand extends CollectionSubcommand {

  @Parameters(
      paramLabel = "COLLECTION",
      description = "Its address, or its name or path in the account.")
  @SuppressWarnings("NullAway.Init")
  private String collection;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--force", description = "Also if a profile keeps it in step with Outlook.")
  private boolean force;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ServerOptions server;

  @Override
  ExitStatus run(Session session) {
    CollectionArgument meant = CollectionArgument.parse(collection, server, session);
    refuseUsed(meant, session);
    int items = session.application().collections().items(meant.endpoint());
    String holds = items == 1 ? "1 item" : items + " items";
    if (!yes && !saysYes(meant, holds, session)) {
      session.remark("Nothing was deleted.");
      return ExitStatus.ATTENTION;
    }
    session.application().collections().delete(meant.endpoint());
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("done", "deleted")
              .number("items", items)
              .object("collection", OfferLine.json(meant.offer())));
    } else {
      session.say("deleted: '" + meant.offer().name() + "' with " + holds);
    }
    return ExitStatus.DONE;
  }

  private void refuseUsed(CollectionArgument meant, Session session) {
    Configuration configuration = session.application().profiles().configuration();
    List<String> users =
        configuration.profiles().stream()
            .filter(p -> uses(p, configuration, meant))
            .map(Profile::name)
            .toList();
    if (!users.isEmpty() && !force) {
      throw new CannotRun(
          (users.size() == 1 ? "The profile '" : "The profiles '")
              + String.join("', '", users)
              + (users.size() == 1 ? "' keeps '" : "' keep '")
              + meant.offer().name()
              + "' in step with Outlook. Nothing was deleted. Next step: take the profile out of"
              + " the configuration first, or add --force: what is in Outlook stays there.");
    }
  }

  private static boolean uses(
      Profile profile, Configuration configuration, CollectionArgument meant) {
    try {
      return configuration.right(profile) instanceof Endpoint.Dav dav
          && CollectionArgument.isSame(dav.url(), meant.endpoint().url());
    } catch (IllegalArgumentException noAccount) {
      return false;
    }
  }

  private static boolean saysYes(CollectionArgument meant, String holds, Session session) {
    String what =
        "'"
            + meant.offer().name()
            + "' ("
            + OfferLine.kinds(meant.offer())
            + ", "
            + holds
            + (meant.offer().shared() ? ", it belongs to somebody else" : "")
            + ") at "
            + meant.offer().url();
    Terminal.Keyboard keyboard = session.terminal().keyboard();
    if (keyboard == null) {
      throw new CannotRun(
          "Nobody is here to say whether "
              + what
              + " is to be deleted. Nothing was deleted. Next step: add --yes");
    }
    session.terminal().out().flush();
    String answer = keyboard.line("Delete " + what + " for everybody? Type yes or no: ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
  }
}
