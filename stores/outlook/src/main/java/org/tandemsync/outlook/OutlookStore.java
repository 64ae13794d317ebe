package org.tandemsync.outlook;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.folder.ListedItem;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;

/**
 * A folder of Outlook on the desktop as a store. Item ids are entry ids: an item that is moved or
 * deleted has another one where it is then. Revisions are the time of the last change and the
 * change key, which the table of the folder has, so that a listing opens no item.
 *
 * <p>What is deleted goes to the Deleted Items. Nothing is ever sent.
 */
public final class OutlookStore implements Store<Item> {
  private final OpenFolder folder;
  private final String name;
  private final InstantSource clock;
  private final WriteListener writes;
  private @Nullable FolderContents contents;

  OutlookStore(OpenFolder folder, String name, InstantSource clock, WriteListener writes) {
    this.folder = folder;
    this.name = name;
    this.clock = clock;
    this.writes = writes;
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(name, null);
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    return asked(
        () -> {
          FolderContents fresh = new FolderContents(folder);
          contents = fresh;
          List<Listing.Row> rows = new ArrayList<>();
          for (ListedItem item : fresh.items()) {
            rows.add(new Listing.Row(item.id(), item.revision()));
          }
          return fresh.complete()
              ? Listing.complete(rows, null)
              : new Listing(Listing.Scope.PARTIAL, rows, java.util.Set.of(), null);
        });
  }

  private FolderContents contents() {
    FolderContents known = contents;
    if (known == null) {
      known = new FolderContents(folder);
      contents = known;
    }
    return known;
  }

  private <T> T asked(Supplier<T> work) {
    try {
      return work.get();
    } catch (AutomationException e) {
      throw OutlookTrouble.of("Outlook's folder \"" + name + "\"", e);
    }
  }

  @Override
  public Checkpoint behindOwnWrites(Checkpoint listed) {
    return listed;
  }

  @Override
  public List<Found<Item>> read(List<ItemId> ids) {
    return asked(
        () -> {
          FolderItem items = new FolderItem(folder, new People(folder, this::contents));
          List<Found<Item>> answers = new ArrayList<>(ids.size());
          FolderContents known = contents;
          for (ItemId id : ids) {
            answers.add(items.read(id, known == null ? null : known.type(id)));
          }
          return answers;
        });
  }

  @Override
  public List<Written> write(List<Effect<Item>> effects) {
    return effects.isEmpty()
        ? List.of()
        : asked(
            () ->
                new FolderEffects(folder, this::contents, clock.instant(), writes).write(effects));
  }

  @Override
  public boolean gathers(List<Effect<Item>> creates) {
    return false;
  }

  @Override
  public Writing begin(List<Effect<Item>> effects) {
    return Writing.done(write(effects));
  }

  @Override
  public List<Lost> losses(Effect<Item> effect) {
    return ForetoldLosses.of(effect, folder.zone(), clock.instant());
  }

  @Override
  public String uidOfPlace(ItemId id) {
    return folder.family() == Family.CONTACTS ? FolderContents.ofPlace(id) : "";
  }

  /** Looks for the UID alone: whether the item is the one that was to be made, the caller sees. */
  @Override
  public Map<Stamp, Replica<Item>> locate(Collection<Effect.Create<Item>> creates) {
    if (creates.isEmpty()) {
      return Map.of();
    }
    contents = null;
    Map<Stamp, Replica<Item>> located = new HashMap<>();
    for (Effect.Create<Item> create : creates) {
      asked(() -> contents().find(create.uid()))
          .map(id -> read(List.of(id)).getFirst())
          .ifPresent(
              found -> {
                if (found instanceof Found.Present<Item>(Replica<Item> there)) {
                  located.put(create.stamp(), there);
                }
              });
    }
    return located;
  }

  @Override
  public void close() {
    folder.close();
  }
}
