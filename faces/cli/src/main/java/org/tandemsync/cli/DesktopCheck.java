package org.tandemsync.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.items.Item;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Items;
import org.tandemsync.services.Place;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.StoreException;

/**
 * Looks whether Outlook on the desktop can be used: reads every item of the folders, and tells
 * which cannot be read. What it prints has no contents in it but the titles of those.
 */
final class DesktopCheck implements Items.Visitor {
  /** What is told of each folder, by its name. */
  private final Map<String, Count> folders = new LinkedHashMap<>();

  private final Session session;

  private static final class Count {
    private int readable;
    private int unreadable;
    private int losses;
  }

  DesktopCheck(Session session) {
    this.session = session;
  }

  ExitStatus examine(Endpoint.Desktop at) {
    ExitStatus status = session.application().items().read(at, Set.of(), this);
    folders.forEach(this::tell);
    int items = folders.values().stream().mapToInt(c -> c.readable + c.unreadable).sum();
    int unreadable = folders.values().stream().mapToInt(c -> c.unreadable).sum();
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("endpoint", at.toString())
              .text("status", status.label())
              .number("items", items)
              .number("unreadable", unreadable));
      return status;
    }
    session.say(
        status == ExitStatus.DONE ? Color.GOOD : Color.BAD,
        at
            + ": "
            + ApplyCommand.counted(items, "item")
            + " of Outlook read"
            + (unreadable == 0 ? "" : ", " + unreadable + " not readable")
            + "; nothing was written");
    session.say(
        "Outlook on the desktop is a preview that its makers have not seen on Windows. Please tell"
            + " them what you see, good or bad (docs/outlook.md).");
    return status;
  }

  private Count of(Place place) {
    return folders.computeIfAbsent(place.name(), _ -> new Count());
  }

  private void tell(String folder, Count count) {
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("folder", folder)
              .number("readable", count.readable)
              .number("unreadable", count.unreadable)
              .number("losses", count.losses));
    } else {
      session.say(
          folder
              + ": "
              + ApplyCommand.counted(count.readable, "item")
              + (count.unreadable == 0 ? "" : ", " + count.unreadable + " not readable"));
    }
  }

  @Override
  public void item(Place place, Replica<Item> item) {
    Count count = of(place);
    count.readable++;
    count.losses += item.losses().size();
  }

  @Override
  public void unreadable(Place place, Found.Unreadable<Item> what) {
    of(place).unreadable++;
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("folder", place.name())
              .text("title", what.title())
              .text("reason", what.reason()));
    } else {
      session.say(Color.BAD, place.name() + ", '" + what.title() + "': " + what.reason());
    }
  }

  @Override
  public void failed(Place place, StoreException why) {
    session.say(Color.BAD, place.name() + ": " + why.getMessage());
  }
}
