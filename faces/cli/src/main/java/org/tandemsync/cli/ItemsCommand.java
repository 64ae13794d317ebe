package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Items;
import org.tandemsync.services.Place;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.services.json.LossLine;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem items}. */
@Command(
    name = "items",
    description = "Print the items of any endpoint as a table, as JSON or as iCalendar and vCard.",
    footer = {
      "",
      "Endpoints:",
      "  pst:FILE             an Outlook data file, all folders",
      "  pst:FILE#FOLDER      one folder of it",
      "  desktop:             the Outlook that runs (on Windows), all folders",
      "  desktop:FOLDER       one of them: calendar, tasks, contacts, 'calendar of",
      "                       bob@example.org', 'Mailbox/Calendar/Team'",
      "  dav:URL              a collection, or a server with all collections",
      "  dav:ACCOUNT          the server of a stored account",
      "  folder:DIR           a directory of .ics and .vcf files",
      "",
      "Examples:",
      "  tandem items pst:outlook.pst",
      "  tandem items 'pst:outlook.pst#Calendar' --json",
      "  tandem items 'pst:outlook.pst#Calendar' --verbose   (with the ids)",
      "  tandem items pst:outlook.pst --only contacts --native > contacts.vcf",
      "  tandem items dav:https://dav.example.org/ --user alice"
    })
final class ItemsCommand extends TandemSubcommand {

  @Parameters(paramLabel = "ENDPOINT", description = "Where the items are, see below.")
  @SuppressWarnings("NullAway.Init")
  private String endpoint;

  @Option(names = "--native", description = "Print iCalendar and vCard texts.")
  private boolean nativeText;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FamilyOption only;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ServerOptions server;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private OwnAddresses own;

  @Override
  ExitStatus run(Session session) {
    if (nativeText && session.json()) {
      throw new CannotRun("--native and --json exclude each other. Next step: give one of them.");
    }
    Endpoint place = EndpointArgument.parse(endpoint, server, session);
    if (nativeText || session.json()) {
      return read(place, new Lines(session, nativeText), session);
    }
    Rows rows;
    ExitStatus status;
    try (Table table =
        session.verbose()
            ? Table.withWholeEnd(session.terminal(), "", "kind", "folder", "item", "details", "id")
            : new Table(session.terminal(), "", "kind", "folder", "item", "details")) {
      rows = new Rows(table, session);
      status = read(place, rows, session);
    }
    if (rows.count == 0 && status == ExitStatus.DONE) {
      session.remark("There are no appointments, tasks or contacts in " + place + ".");
    }
    return status;
  }

  private ExitStatus read(Endpoint place, Items.Visitor visitor, Session session) {
    Set<Family> families = only.families();
    return session.application().items().of(own.of(session, place)).read(place, families, visitor);
  }

  /** One row for each item. */
  private static final class Rows implements Items.Visitor {
    private final Table table;
    private final Session session;
    private int count;

    Rows(Table table, Session session) {
      this.table = table;
      this.session = session;
    }

    @Override
    public void item(Place place, Replica<Item> replica) {
      Item item = replica.item();
      count++;
      List<String> cells = new ArrayList<>();
      cells.add(item.type().label());
      cells.add(place.name());
      cells.add(ActionRows.titled(item.title()));
      cells.add(Summary.of(item));
      if (session.verbose()) {
        cells.add(replica.id().value());
      }
      table.row(cells.toArray(String[]::new));
    }

    @Override
    public void unreadable(Place place, Found.Unreadable<Item> what) {
      complain(place, what, session);
    }
  }

  /** One object, or one text, for each item. */
  private record Lines(Session session, boolean nativeText) implements Items.Visitor {
    @Override
    public void item(Place place, Replica<Item> replica) {
      if (nativeText) {
        session.terminal().out().print(session.application().nativeText(replica.item()));
        return;
      }
      Revision revision = replica.revision();
      session.print(
          new JsonLine()
              .text("kind", replica.item().type().label())
              .text("folder", place.name())
              .text("id", replica.id().value())
              .text("revision", revision == null ? "" : revision.value())
              .item("item", replica.item())
              .objects("losses", ActionRows.losses(LossLine.of("", replica.losses()))));
    }

    @Override
    public void unreadable(Place place, Found.Unreadable<Item> what) {
      complain(place, what, session);
    }
  }

  private static void complain(Place place, Found.Unreadable<Item> what, Session session) {
    session.remark(
        "not readable: '"
            + what.title()
            + "' in "
            + place.name()
            + " ("
            + what.id()
            + "): "
            + what.reason());
  }
}
