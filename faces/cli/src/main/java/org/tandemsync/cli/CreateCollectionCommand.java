package org.tandemsync.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.ServerCollections;
import org.tandemsync.services.configuration.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem collections create}. */
@Command(
    name = "create",
    description = "Make a calendar, a task list or an address book.",
    footer = {
      "",
      "Examples:",
      "  tandem collections create Team --account office --color blue",
      "  tandem collections create Errands --account office --kind tasks",
      "  tandem collections create Both --account office --kind events,tasks --path both",
      "  tandem collections create People https://dav.example.org/ --user alice --kind contacts"
    })
final class CreateCollectionCommand extends CollectionSubcommand {

  @Parameters(paramLabel = "NAME", index = "0", description = "Its name, as people see it.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Parameters(
      paramLabel = "ADDRESS",
      index = "1",
      arity = "0..1",
      description = "The server. Not needed with --account, or if there is only one account.")
  private @Nullable String address;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "What it is for: events, tasks, events,tasks, or contacts (else events).")
  private List<Family> kinds = List.of();

  @Option(
      names = "--color",
      paramLabel = "COLOR",
      description = "#RRGGBB, or one of Outlook's colours by name: blue, dark-red...")
  private @Nullable String color;

  @Option(
      names = "--path",
      paramLabel = "SEGMENT",
      description = "The last part of its address (else it follows from the name).")
  private @Nullable String path;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ServerOptions server;

  @Override
  ExitStatus run(Session session) {
    ServerCollections.Wanted wanted = wanted();
    Endpoint.Dav at = CollectionArgument.server(address, server, session);
    refuseSecond(at, wanted, session);
    Discovery.Offer made = session.application().collections().create(at, wanted);
    told("created", made, session);
    boolean asWanted = true;
    if (!made.name().equals(wanted.name())) {
      session.remark("The server calls it '" + made.name() + "' and does not take another name.");
      asWanted = false;
    }
    if (!wanted.color().isEmpty() && !made.color().equals(wanted.color())) {
      session.remark("The server has not taken the colour.");
      asWanted = false;
    }
    if (!wanted.families().containsAll(made.kinds())) {
      session.remark("It takes " + OfferLine.kinds(made) + ": the server makes no other ones.");
    }
    return asWanted ? ExitStatus.DONE : ExitStatus.ATTENTION;
  }

  private ServerCollections.Wanted wanted() {
    checkName(name);
    Set<Family> families = kinds.isEmpty() ? Set.of(Family.EVENTS) : EnumSet.copyOf(kinds);
    if (families.contains(Family.CONTACTS) && families.size() > 1) {
      throw new CannotRun(
          "Contacts are in an address book, events and tasks in a calendar. Next step: make one of"
              + " each.");
    }
    String segment = path == null ? "" : path;
    if (path != null && (segment.isBlank() || segment.matches(".*[/\\p{Cntrl}].*|\\.\\.?"))) {
      throw new CannotRun("--path is one part of an address, without slashes.");
    }
    String wish = color == null ? "" : ColorArgument.parse(color);
    return new ServerCollections.Wanted(name.strip(), families, wish, segment);
  }

  /** Who makes one twice has most likely forgotten the first. */
  private static void refuseSecond(
      Endpoint.Dav at, ServerCollections.Wanted wanted, Session session) {
    Optional<Discovery.Offer> there =
        session.application().discovery().discover(at).offers().stream()
            .filter(o -> !o.shared() && o.name().equalsIgnoreCase(wanted.name()))
            .filter(o -> o.kinds().stream().anyMatch(wanted.families()::contains))
            .findFirst();
    if (there.isPresent()) {
      throw new CannotRun(
          "There is a '"
              + there.get().name()
              + "' for "
              + OfferLine.kinds(there.get())
              + " already: "
              + there.get().url()
              + ". Nothing was made. Next step: take that one, or another name.");
    }
  }
}
