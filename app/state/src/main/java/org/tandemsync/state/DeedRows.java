package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.services.Version;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Effect;

/** Writes deeds of one ledger, within somebody's transaction. */
final class DeedRows implements AutoCloseable {
  /** Characters. */
  private static final int LARGEST_ORIGINAL = 4 << 20;

  private final PreparedStatement insert;
  private final long ledger;
  private final long at;

  DeedRows(Connection connection, long ledger, long at) throws SQLException {
    this.insert =
        connection.prepareStatement(
            """
            insert into deed (run, number, at, ledger, link, side, kind, item, title, fields,
              certain, before, after, original, joined)
            values (?1, (select coalesce(max(number), 0) + 1 from deed where run = ?1),
              ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            returning number
            """);
    this.ledger = ledger;
    this.at = at;
  }

  /**
   * Adds one.
   *
   * @param ofSync false: it is about to be done, and nobody knows yet whether it will be
   */
  Version.Number add(long run, Deed<Item> deed, boolean ofSync) throws SQLException {
    Effect<Item> effect = deed.effect();
    insert.setLong(1, run);
    insert.setLong(2, at);
    insert.setLong(3, ledger);
    insert.setString(4, deed.link().value());
    insert.setString(5, deed.side().name());
    insert.setString(6, kind(effect).name());
    insert.setString(7, deed.id().value());
    insert.setString(8, effect.title());
    insert.setString(
        9,
        LedgerJson.writeTexts(
            effect instanceof Effect.Update<Item> update
                ? List.copyOf(update.fields())
                : List.of()));
    insert.setBoolean(10, ofSync && deed.certain());
    insert.setBytes(11, content(deed.before()));
    insert.setBytes(12, content(after(deed, ofSync)));
    insert.setBytes(13, original(deed.original()));
    insert.setBoolean(14, ofSync && hasJoined(effect));
    try (ResultSet r = insert.executeQuery()) {
      r.next();
      return new Version.Number(run, r.getInt(1));
    }
  }

  /** The first write of a link changes an item only where two that were there become one. */
  private static boolean hasJoined(Effect<Item> effect) {
    return effect instanceof Effect.Update<Item> update && update.stamp().write() == 1;
  }

  private static Version.Kind kind(Effect<Item> effect) {
    return switch (effect) {
      case Effect.Create<Item> _ -> Version.Kind.CREATED;
      case Effect.Update<Item> _ -> Version.Kind.UPDATED;
      case Effect.Delete<Item> _ -> Version.Kind.DELETED;
    };
  }

  /** What a sync has made is the base of its link, as long as nobody changes it. */
  private static @Nullable Item after(Deed<Item> deed, boolean ofSync) {
    return switch (deed.effect()) {
      case Effect.Create<Item> create -> ofSync ? null : create.item();
      case Effect.Update<Item> update -> {
        Item before = deed.before();
        yield before == null || before.type() != update.item().type()
            ? update.item()
            : Projection.overlay(before, update.item(), update.fields());
      }
      case Effect.Delete<Item> _ -> null;
    };
  }

  /** Of a very large resource the item alone is kept. */
  private static byte @Nullable [] original(@Nullable String text) {
    return text == null || text.length() > LARGEST_ORIGINAL ? null : Content.pack(text);
  }

  private static byte @Nullable [] content(@Nullable Item item) {
    return item == null ? null : Content.of(item);
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
