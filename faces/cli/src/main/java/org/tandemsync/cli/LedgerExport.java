package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Version;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Intent;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Waiting;

/** Prints what ledgers and the history hold, one object a line; no item's contents. */
record LedgerExport(Session session, @Nullable String profile) {
  private static final int BATCH = 200;

  void print() {
    Ledgers ledgers = session.application().ledgers();
    for (Ledgers.Kept kept : ledgers.all(profile)) {
      Ledger<Item> ledger = kept.ledger();
      List<LinkHead> heads = ledger.heads();
      session.print(
          line("ledger")
              .text("profile", kept.key().profile())
              .text("family", kept.key().family().label())
              .text("outlook", kept.key().left())
              .text("server", kept.key().right())
              .text("used", kept.lastUsed().toString())
              .number("links", heads.size())
              .number("passed-over", passedOver(ledger)));
      links(ledger, heads);
      ledger.openIntents().forEach(this::intent);
      ledger
          .declared()
          .forEach(
              pair ->
                  session.print(
                      line("declared")
                          .text("outlook-id", pair.left().value())
                          .text("server-id", pair.right().value())));
    }
    for (Version version :
        session.application().history().search(profile, null, Integer.MAX_VALUE)) {
      session.print(VersionRows.json(version).text("line", "change"));
    }
  }

  private static JsonLine line(String kind) {
    return new JsonLine().text("line", kind);
  }

  private static int passedOver(Ledger<Item> ledger) {
    return ledger.passedOver(Side.LEFT).size() + ledger.passedOver(Side.RIGHT).size();
  }

  private void links(Ledger<Item> ledger, List<LinkHead> heads) {
    for (int from = 0; from < heads.size(); from += BATCH) {
      List<LinkId> batch =
          heads.subList(from, Math.min(heads.size(), from + BATCH)).stream()
              .map(LinkHead::id)
              .toList();
      Map<LinkId, Link<Item>> links = ledger.links(batch);
      for (LinkId id : batch) {
        Link<Item> link = links.get(id);
        if (link != null) {
          session.print(link(link));
        }
      }
    }
  }

  private static JsonLine link(Link<Item> link) {
    // "writes" is the name it had when the last stamp was the number of writes
    JsonLine line = line("link").text("link", link.id().value()).number("writes", link.writes());
    for (Side side : Side.values()) {
      LinkSide<Item> end = link.side(side);
      Revision revision = end.revision();
      line.text(side.label() + "-id", end.id().value())
          .text(side.label() + "-revision", revision == null ? "" : revision.value())
          .text(side.label() + "-uid", end.uid());
    }
    Waiting waiting = link.waiting();
    return line.text("title", link.left().base().title())
        .text("waiting", waiting == null ? "" : waiting.restraint())
        .texts("reworded", List.copyOf(link.reworded()));
  }

  private void intent(Intent<Item> intent) {
    List<String> effects = new ArrayList<>();
    String title = "";
    for (Side side : Side.values()) {
      Effect<Item> effect = intent.on(side);
      if (effect != null) {
        effects.add(word(effect) + " " + side.label());
        title = effect.title();
      }
    }
    session.print(
        line("open")
            .text("link", intent.link().value())
            .text("title", title)
            .texts("effects", effects));
  }

  private static String word(Effect<Item> effect) {
    return switch (effect) {
      case Effect.Create<Item> _ -> "create";
      case Effect.Update<Item> _ -> "update";
      case Effect.Delete<Item> _ -> "delete";
    };
  }
}
