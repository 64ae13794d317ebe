package org.tandemsync.cli;

import java.util.concurrent.Callable;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.ParentCommand;

/** What the commands under {@code tandem collections} are. */
abstract class CollectionSubcommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private CollectionsCommand collections;

  /** Does the work. */
  abstract ExitStatus run(Session session);

  @Override
  public final Integer call() {
    try (Session session = collections.tandem().session()) {
      return run(session).code();
    }
  }

  static void checkName(String name) {
    String fault = CollectionsCommand.fault(name);
    if (fault != null) {
      throw new CannotRun(fault + " Nothing was changed.");
    }
  }

  /** Tells what was done to a collection. */
  static void told(String done, Discovery.Offer offer, Session session) {
    if (session.json()) {
      session.print(new JsonLine().text("done", done).object("collection", OfferLine.json(offer)));
    } else {
      session.say(
          done
              + ": '"
              + offer.name()
              + "' ("
              + OfferLine.kinds(offer)
              + (offer.color().isEmpty() ? "" : ", " + offer.color())
              + ") "
              + offer.url());
    }
  }
}
