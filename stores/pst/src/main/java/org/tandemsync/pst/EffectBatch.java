package org.tandemsync.pst;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ItemEdits;
import org.tandemsync.mapi.item.MemberSource;
import org.tandemsync.mapi.item.MessageLosses;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Written;

/**
 * The effects of one call, carried out in one transaction: all that can be done are in the file
 * afterwards, or none.
 */
final class EffectBatch {
  private final FolderItems items;
  private final ItemChanges changes;
  private final ItemEdits codecs;
  private final Identities identities;
  private final List<Planned> planned = new ArrayList<>();

  /** What becomes of an effect. */
  private sealed interface Planned {
    /** It is settled whatever becomes of the transaction. */
    record Settled(Written outcome) implements Planned {}

    /** It is done when the transaction is. */
    record Pending(NodeId item, boolean deleted, List<Lost> losses) implements Planned {}
  }

  EffectBatch(FolderItems items, ItemChanges changes, ItemEdits codecs, Identities identities) {
    this.items = items;
    this.changes = changes;
    this.codecs = codecs;
    this.identities = identities;
  }

  /** Lists come last: their members may be among the others. */
  void add(List<Effect<Item>> effects) {
    Map<Effect<Item>, Planned> all = new IdentityHashMap<>();
    for (boolean lists : new boolean[] {false, true}) {
      effects.stream().filter(e -> isList(e) == lists).forEach(e -> all.put(e, plan(e)));
    }
    effects.forEach(e -> planned.add(Objects.requireNonNull(all.get(e))));
  }

  private static boolean isList(Effect<Item> effect) {
    return switch (effect) {
      case Effect.Create<Item> create -> create.item() instanceof DistributionList;
      case Effect.Update<Item> update -> update.item() instanceof DistributionList;
      case Effect.Delete<Item> _ -> false;
    };
  }

  /** One item that cannot be written does not keep the others from it. */
  private Planned plan(Effect<Item> effect) {
    try {
      return switch (effect) {
        case Effect.Create<Item> create -> create(create);
        case Effect.Update<Item> update -> update(update);
        case Effect.Delete<Item> delete -> delete(delete);
      };
    } catch (DamagedException e) {
      return refused(
          "the data file is damaged where the item is: "
              + e.getMessage()
              + ". Make a copy of the file, repair it with Outlook's Inbox Repair Tool"
              + " (scanpst.exe), and try again");
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return refused("Outlook cannot hold it: " + e.getMessage());
    }
  }

  private static Planned settled(Written outcome) {
    return new Planned.Settled(outcome);
  }

  private static Planned refused(String reason) {
    return settled(new Written.Refused(reason));
  }

  private Planned create(Effect.Create<Item> create) {
    Optional<NodeId> taken = identities.find(create.uid());
    if (taken.isPresent()) {
      return settled(
          new Written.Exists(
              FolderItems.itemId(taken.get()),
              "the folder \"" + items.folder().path() + "\" has an item with this identity"));
    }
    Item item = create.item().withUid(create.uid());
    if (!items.family().types().contains(item.type())) {
      return refused("the folder is for other items than a(n) " + item.type().label());
    }
    MessageEdit edit = MessageEdit.ofNew();
    Set<String> all = MessageLosses.all(item);
    Optional<String> refusal = codecs.write(item, all, edit);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    List<Lost> losses = MessageLosses.writing(item, all, edit, this::member);
    edit.properties().text(Tags.TANDEM_STAMP, create.stamp().text());
    NodeId id = changes.add(items.folder().id(), edit);
    identities.put(create.uid(), id);
    return new Planned.Pending(id, false, losses);
  }

  private Planned update(Effect.Update<Item> update) {
    Written not = condition(update.id(), update.expected());
    NodeId node = FolderItems.node(update.id()).orElse(null);
    if (not != null || node == null) {
      return settled(not == null ? new Written.Gone() : not);
    }
    MessageNode message = items.file().message(items.file().database().requireNode(node));
    Item now = items.item(message).orElse(null);
    if (now == null || now.type() != update.item().type()) {
      return refused(
          "in Outlook it is no " + update.item().type().label() + " any more, but something else");
    }
    MessageEdit edit = MessageEdit.of(message);
    Item wanted = Projection.overlay(now, update.item(), update.fields());
    Optional<String> refusal = codecs.write(wanted, update.fields(), edit);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    List<Lost> losses = MessageLosses.writing(wanted, update.fields(), edit, this::member);
    if (!MessageWriter.changes(edit)) {
      return settled(new Written.Done(update.id(), update.expected(), losses));
    }
    edit.properties().text(Tags.TANDEM_STAMP, update.stamp().text());
    changes.change(node, edit);
    return new Planned.Pending(node, false, losses);
  }

  /** A contact or list as these changes leave it. */
  private Optional<MemberSource.Found> member(EntryId id) {
    return items
        .contacts()
        .find(id)
        .or(
            () ->
                id.nodeIn(items.file().recordKey())
                    .map(NodeId::new)
                    .flatMap(
                        node ->
                            changes
                                .properties(node)
                                .map(bag -> new MemberSource.Found(uid(node, bag), bag))));
  }

  private String uid(NodeId node, PropertyBag bag) {
    String own = bag.text(Tags.TANDEM_UID);
    return own.isEmpty() ? items.contacts().uid(node) : own;
  }

  private Planned delete(Effect.Delete<Item> delete) {
    Written not = condition(delete.id(), delete.expected());
    NodeId node = FolderItems.node(delete.id()).orElse(null);
    if (not != null || node == null) {
      return settled(not == null ? new Written.Gone() : not);
    }
    changes.delete(node);
    identities.remove(node);
    return new Planned.Pending(node, true, List.of());
  }

  /** What stands against an effect on an item that was seen, or null. */
  private @Nullable Written condition(ItemId id, Revision expected) {
    NodeEntry entry = FolderItems.node(id).flatMap(changes::find).orElse(null);
    if (entry == null || !entry.parent().equals(items.folder().id())) {
      return new Written.Gone();
    }
    return expected.equals(revision(entry)) ? null : new Written.Stale();
  }

  private Revision revision(NodeEntry entry) {
    return Contents.revision(entry, changes.modified(items.folder().id(), entry.id()));
  }

  boolean changesAnything() {
    return planned.stream().anyMatch(p -> p instanceof Planned.Pending);
  }

  /** The outcomes when the transaction is done. */
  List<Written> done() {
    return planned.stream()
        .map(
            p ->
                switch (p) {
                  case Planned.Settled(Written outcome) -> outcome;
                  case Planned.Pending(NodeId item, boolean deleted, List<Lost> losses) ->
                      new Written.Done(
                          FolderItems.itemId(item),
                          deleted ? null : revisionAfter(item),
                          losses,
                          items.hasUids() ? "" : changes.searchKey(item));
                })
        .toList();
  }

  private Revision revisionAfter(NodeId item) {
    return Contents.revision(
        items.file().database().requireNode(item).entry(),
        changes.modified(items.folder().id(), item));
  }

  /** The outcomes when the transaction failed. */
  List<Written> failed(Written outcome) {
    return planned.stream()
        .map(
            p ->
                switch (p) {
                  case Planned.Settled(Written settled) -> settled;
                  case Planned.Pending _ -> outcome;
                })
        .toList();
  }
}
