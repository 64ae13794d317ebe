package org.tandemsync.services.json;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Intent;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** The JSON of what ledgers and reports keep besides items. */
public final class LedgerJson {
  /** Characters. */
  private static final int LARGEST_ORIGINAL = 4 << 20;

  private LedgerJson() {}

  static final Form<Item> ITEM =
      Form.of(
          (out, item) -> {
            if (!(out instanceof PartedJson.Parting parting && parting.takes(item))) {
              out.writeStartObject();
              out.writeStringProperty("kind", item.type().label());
              ItemJson.writeMembers(out, item);
              out.writeEndObject();
            }
          },
          json -> ItemJson.read(Form.members(json)));

  private static final Form<ItemId> ID = Form.text(ItemId::value, ItemId::new);
  private static final Form<Revision> REVISION = Form.text(Revision::value, Revision::new);
  private static final Form<LinkId> LINK = Form.text(LinkId::value, LinkId::new);
  private static final Form<Stamp> STAMP =
      Form.text(
          Stamp::text,
          text ->
              Stamp.parse(text)
                  .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no stamp")));
  private static final Form<List<String>> TEXTS = Form.list(Form.TEXT);

  private static final Form<Lost> LOST =
      Form.object(
          (out, l) ->
              out.number("number", l.number()).text("field", l.field()).text("text", l.text()),
          in -> new Lost(in.number("number"), in.text("field"), in.text("text")));

  private static final Form<Replica<Item>> REPLICA =
      Form.object(
          (out, r) ->
              out.value("id", r.id(), ID)
                  .value("revision", r.revision(), REVISION)
                  .value("stamp", r.stamp(), STAMP)
                  .value("item", r.item(), ITEM)
                  .list("losses", r.losses(), LOST)
                  .value("original", bounded(r.original()), Form.TEXT)
                  .value("birthmark", r.birthmark(), Form.TEXT),
          in ->
              new Replica<>(
                  in.needed("id", ID),
                  in.value("revision", REVISION),
                  in.needed("item", ITEM),
                  in.value("stamp", STAMP),
                  in.list("losses", LOST),
                  in.value("original", Form.TEXT),
                  Objects.requireNonNullElse(in.value("birthmark", Form.TEXT), "")));

  /** Of a very large resource the item alone is kept. */
  private static @Nullable String bounded(@Nullable String original) {
    return original == null || original.length() > LARGEST_ORIGINAL ? null : original;
  }

  private static final Form<Effect<Item>> EFFECT =
      Form.object(LedgerJson::write, LedgerJson::effect);

  private static void write(Out out, Effect<Item> effect) {
    switch (effect) {
      case Effect.Create<Item> e ->
          out.text("type", "create")
              .text("uid", e.uid())
              .value("item", e.item(), ITEM)
              .value("stamp", e.stamp(), STAMP);
      case Effect.Update<Item> e ->
          out.text("type", "update")
              .value("id", e.id(), ID)
              .value("expected", e.expected(), REVISION)
              .value("item", e.item(), ITEM)
              .list("fields", e.fields(), Form.TEXT)
              .value("stamp", e.stamp(), STAMP);
      case Effect.Delete<Item> e ->
          out.text("type", "delete")
              .value("id", e.id(), ID)
              .value("expected", e.expected(), REVISION);
    }
    out.text("title", effect.title());
  }

  private static Effect<Item> effect(In in) {
    String type = in.text("type");
    return switch (type) {
      case "create" ->
          new Effect.Create<>(
              in.text("uid"), in.needed("item", ITEM), in.needed("stamp", STAMP), in.text("title"));
      case "update" ->
          new Effect.Update<>(
              in.needed("id", ID),
              in.needed("expected", REVISION),
              in.needed("item", ITEM),
              set(in, "fields"),
              in.needed("stamp", STAMP),
              in.text("title"));
      case "delete" ->
          new Effect.Delete<>(
              in.needed("id", ID), in.needed("expected", REVISION), in.text("title"));
      default -> throw new IllegalArgumentException("'" + type + "' is no effect");
    };
  }

  private static final Form<Intent<Item>> INTENT =
      Form.object(
          (out, i) ->
              out.value("link", i.link(), LINK)
                  .value("left", i.left(), REPLICA)
                  .value("right", i.right(), REPLICA)
                  .value("on-left", i.onLeft(), EFFECT)
                  .value("on-right", i.onRight(), EFFECT)
                  .list("agreed", i.agreed(), Form.TEXT)
                  .list("undecided", i.undecided(), Form.TEXT),
          in ->
              new Intent<>(
                  in.needed("link", LINK),
                  in.value("left", REPLICA),
                  in.value("right", REPLICA),
                  in.value("on-left", EFFECT),
                  in.value("on-right", EFFECT),
                  set(in, "agreed"),
                  set(in, "undecided")));

  private static final Form<Merged.FieldClash> CLASH =
      Form.object(
          (out, c) ->
              out.text("field", c.field()).text("outlook", c.left()).text("server", c.right()),
          in -> new Merged.FieldClash(in.text("field"), in.text("outlook"), in.text("server")));

  private static final Form<Map<Side, Integer>> COUNTS =
      Form.object(
          (out, counts) -> {
            for (Side side : Side.values()) {
              out.number(side.label(), counts.getOrDefault(side, 0));
            }
          },
          in -> {
            Map<Side, Integer> counts = new EnumMap<>(Side.class);
            for (Side side : Side.values()) {
              counts.put(side, in.number(side.label()));
            }
            return counts;
          });

  private static final Form<StoreException> STOPPED =
      Form.object(
          (out, e) ->
              out.value("reason", e.reason(), Form.word(StoreException.Reason.class))
                  .text("message", String.valueOf(e.getMessage())),
          in ->
              new StoreException(
                  in.needed("reason", Form.word(StoreException.Reason.class)), in.text("message")));

  private static final Form<RunReport.Moved> MOVED =
      Form.object(
          (out, m) ->
              out.text("profile", m.profile()).flag("away", m.away()).number("items", m.items()),
          in -> new RunReport.Moved(in.text("profile"), in.flag("away"), in.number("items")));

  private static final Form<RunReport> REPORT =
      Form.object(
          (out, r) ->
              out.number("links", r.links())
                  .value("created", r.created(), COUNTS)
                  .value("updated", r.updated(), COUNTS)
                  .value("deleted", r.deleted(), COUNTS)
                  .list("moved", r.moved(), MOVED)
                  .number("adopted", r.adopted())
                  .number("conflicts", r.conflicts())
                  .number("held", r.held())
                  .number("guarded", r.guarded())
                  .number("postponed", r.postponed())
                  .number("failed", r.failed())
                  .number("lost", r.lost())
                  .value("read", r.read(), COUNTS)
                  .list("problems", r.problems(), Form.TEXT)
                  .value("stopped", r.stopped(), STOPPED),
          in ->
              new RunReport(
                  in.number("links"),
                  in.or(new EnumMap<>(Side.class), "created", COUNTS),
                  in.or(new EnumMap<>(Side.class), "updated", COUNTS),
                  in.or(new EnumMap<>(Side.class), "deleted", COUNTS),
                  in.list("moved", MOVED),
                  in.number("adopted"),
                  in.number("conflicts"),
                  in.number("held"),
                  in.number("guarded"),
                  in.number("postponed"),
                  in.number("failed"),
                  in.number("lost"),
                  in.or(new EnumMap<>(Side.class), "read", COUNTS),
                  in.list("problems", Form.TEXT),
                  in.value("stopped", STOPPED)));

  private static Set<String> set(In in, String name) {
    return new LinkedHashSet<>(in.list(name, Form.TEXT));
  }

  /**
   * An intent.
   *
   * @param items knows what items look like
   */
  public static PartedJson writeIntent(Intent<Item> intent, RecentItems items) {
    return PartedJson.of(INTENT, intent, items);
  }

  public static Intent<Item> readIntent(PartedJson json) {
    return json.read(INTENT);
  }

  public static String writeClashes(List<Merged.FieldClash> clashes) {
    return write(Form.list(CLASH), clashes);
  }

  public static List<Merged.FieldClash> readClashes(String json) {
    return Form.list(CLASH).read(Json.parse(json));
  }

  private static final Form<LossLine> LOSS =
      Form.object(
          (out, l) ->
              out.number("number", l.number())
                  .text("code", l.code())
                  .text("side", l.side())
                  .text("field", l.field())
                  .text("text", l.text()),
          in ->
              new LossLine(
                  in.number("number"),
                  in.text("code"),
                  in.text("side"),
                  in.text("field"),
                  in.text("text")));

  public static String writeLosses(List<LossLine> losses) {
    return write(Form.list(LOSS), losses);
  }

  public static List<LossLine> readLosses(String json) {
    return Form.list(LOSS).read(Json.parse(json));
  }

  public static String writeReport(RunReport report) {
    return write(REPORT, report);
  }

  public static RunReport readReport(String json) {
    return REPORT.read(Json.parse(json));
  }

  public static String writeTexts(List<String> texts) {
    return write(TEXTS, texts);
  }

  public static List<String> readTexts(String json) {
    return new ArrayList<>(TEXTS.read(Json.parse(json)));
  }

  private static <V> String write(Form<V> form, V value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      form.write(out, value);
    }
    return JsonLine.escapeLoneSurrogates(text.toString());
  }
}
