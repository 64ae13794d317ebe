package org.tandemsync.outlook;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Shortfall;
import org.tandemsync.items.Task;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ItemEdits;
import org.tandemsync.mapi.item.MessageLosses;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.item.RecurrenceWriter;
import org.tandemsync.outlook.message.AppointmentChange;
import org.tandemsync.outlook.message.MessageChange;
import org.tandemsync.outlook.message.OutlookMessage;
import org.tandemsync.outlook.message.WindowsTimeZones;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.OlInspectorClose;
import org.tandemsync.outlook.model.OutlookItem;
import org.tandemsync.outlook.model.TaskItem;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;

/**
 * Carries effects out, one item after the other. An item is saved once, when all is set; a series
 * with exceptions is saved before them, and gets its stamp when they are there: what was cut short
 * carries none.
 */
final class FolderEffects {
  private final OpenFolder folder;
  private final Supplier<FolderContents> contents;
  private final People people;
  private final FolderItem items;
  private final ItemEdits codecs;
  private final WriteListener writes;
  private boolean ended;

  FolderEffects(
      OpenFolder folder, Supplier<FolderContents> contents, Instant now, WriteListener writes) {
    this.folder = folder;
    this.contents = contents;
    this.writes = writes;
    this.people = new People(folder, contents);
    this.items = new FolderItem(folder, people);
    this.codecs = new ItemEdits(folder.zone(), now, people, people);
  }

  /** Lists come last: their members may be among the others. */
  List<Written> write(List<Effect<Item>> effects) {
    Map<Effect<Item>, Written> outcomes = new IdentityHashMap<>();
    for (boolean lists : new boolean[] {false, true}) {
      for (Effect<Item> effect : effects) {
        if (isList(effect) == lists) {
          outcomes.put(effect, write(effect));
        }
      }
    }
    return effects.stream().map(e -> Objects.requireNonNull(outcomes.get(e))).toList();
  }

  private static boolean isList(Effect<Item> effect) {
    return switch (effect) {
      case Effect.Create<Item> create -> create.item() instanceof DistributionList;
      case Effect.Update<Item> update -> update.item() instanceof DistributionList;
      case Effect.Delete<Item> _ -> false;
    };
  }

  /** One item that cannot be written does not keep the others from it. */
  private Written write(Effect<Item> effect) {
    if (ended) {
      return new Written.NotDone("Outlook has ended. Start it and try again");
    }
    try {
      return switch (effect) {
        case Effect.Create<Item> create -> create(create);
        case Effect.Update<Item> update -> update(update);
        case Effect.Delete<Item> delete -> delete(delete);
      };
    } catch (AutomationException e) {
      return failed(e);
    } catch (DamagedException e) {
      return new Written.Refused(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      return new Written.NotDone(e.getMessage() + ": " + e.getCause());
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return new Written.Refused("Outlook cannot hold it: " + e.getMessage());
    }
  }

  /** Nothing was saved. */
  private Written failed(AutomationException e) {
    if (e.result().gone()) {
      ended = true;
      return new Written.NotDone("Outlook has ended. Start it and try again");
    }
    return e.result().busy()
        ? new Written.NotDone("Outlook is busy. Close its dialogs and try again")
        : new Written.Refused("Outlook refuses it: " + e.getMessage());
  }

  // ---- creating

  private Written create(Effect.Create<Item> create) {
    Optional<ItemId> taken = contents.get().find(create.uid());
    if (taken.isPresent()) {
      return new Written.Exists(taken.get(), "Outlook's folder has an item with this identity");
    }
    Item item = create.item().withUid(create.uid());
    if (!folder.family().types().contains(item.type())) {
      return new Written.Refused("the folder is for other items than a(n) " + item.type().label());
    }
    MessageEdit edit = MessageEdit.ofNew();
    Set<String> all = MessageLosses.all(item);
    Optional<String> refusal =
        ForetoldLosses.refusal(item)
            .or(() -> codecs.write(ForetoldLosses.possible(item), all, edit));
    if (refusal.isPresent()) {
      return new Written.Refused(refusal.get());
    }
    try (OutlookItem added = folder.add(item.type())) {
      Change change = new Change(null, item, all, edit, create.stamp());
      Written outcome = carryOut(added, change, null);
      if (outcome instanceof Written.Done done) {
        contents.get().put(done.id(), item.type(), create.uid());
      }
      return outcome;
    }
  }

  /**
   * What is to be written into an open item.
   *
   * @param before what it holds, or null if it is new
   * @param fields those that are written
   */
  private record Change(
      @Nullable Item before, Item wanted, Set<String> fields, MessageEdit edit, Stamp stamp) {}

  /**
   * Sets everything, saves, and reads what came of it.
   *
   * @param id null of a new item
   */
  private Written carryOut(OutlookItem item, Change change, @Nullable ItemId id) {
    AppointmentChange times = null;
    try {
      if (item instanceof AppointmentItem appointment) {
        times = times(change);
        times.apply(appointment);
      } else if (item instanceof TaskItem task) {
        rule(task, change);
      }
      boolean later = times != null && times.hasOccurrences();
      if (!later) {
        change.edit.properties().text(Tags.TANDEM_STAMP, change.stamp.text());
      }
      MessageChange.apply(item, change.edit, folder.zone());
    } catch (AutomationException | UncheckedIOException | IllegalArgumentException e) {
      discard(item);
      throw e;
    }
    if (id != null) {
      writes.wrote(id.value());
    }
    Written not = saved(item);
    if (not != null) {
      return not;
    }
    try {
      ItemId made = id == null ? new ItemId(item.entryID()) : id;
      writes.wrote(made.value());
      if (times != null && times.hasOccurrences()) {
        occurrences(made, times, change.stamp);
      }
      return done(made, change);
    } catch (AutomationException e) {
      ended = e.result().gone();
      return new Written.Unknown("Outlook did not say what became of it: " + e.getMessage());
    } catch (DamagedException
        | UncheckedIOException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException e) {
      return new Written.Unknown("The series was saved, not all of its occurrences: " + e);
    }
  }

  private AppointmentChange times(Change change) {
    return new AppointmentChange(
        (Appointment) change.before,
        (Appointment) ForetoldLosses.possible(change.wanted),
        change.edit,
        new WindowsTimeZones(folder.application()),
        folder.zone());
  }

  private static void rule(TaskItem item, Change change) {
    Recurrence wanted = ((Task) change.wanted).recurrence();
    Recurrence there = change.before instanceof Task task ? task.recurrence() : null;
    if (!change.fields.contains("recurrence") || Objects.equals(wanted, there)) {
      return;
    }
    if (wanted != null) {
      RecurrenceWriter.write(item, wanted);
    } else {
      item.clearRecurrencePattern();
    }
  }

  /** What was set is gone with the reference; Outlook only is not to ask. */
  private static void discard(OutlookItem item) {
    try {
      item.close(OlInspectorClose.olDiscard);
    } catch (AutomationException nothingWasSaved) {
      // whoever ended it has discarded it
    }
  }

  /** What stands against it, or null if it is saved. */
  private @Nullable Written saved(OutlookItem item) {
    try {
      item.save();
      return null;
    } catch (AutomationException e) {
      if (e.result().gone()) {
        ended = true;
        return new Written.Unknown("Outlook ended while it saved the item");
      }
      discard(item);
      if (e.result().equals(HResult.MAPI_E_OBJECT_CHANGED)) {
        return new Written.Stale();
      }
      return e.result().equals(HResult.MAPI_E_OBJECT_DELETED) ? new Written.Gone() : failed(e);
    }
  }

  /** The series is opened anew for them and for its stamp: what is open is out of date. */
  private void occurrences(ItemId id, AppointmentChange times, Stamp stamp) {
    try (AppointmentItem series =
        new AppointmentItem(folder.open(id).orElseThrow(this::vanished))) {
      times.applyOccurrences(series);
    }
    try (AppointmentItem series =
        new AppointmentItem(folder.open(id).orElseThrow(this::vanished))) {
      MessageEdit mark = MessageEdit.ofNew();
      mark.properties().text(Tags.TANDEM_STAMP, stamp.text());
      MessageChange.apply(series, mark, folder.zone());
      series.save();
    }
  }

  private AutomationException vanished() {
    return new AutomationException(
        HResult.MAPI_E_NOT_FOUND, "GetItemFromID", "the item is gone as soon as it was saved");
  }

  /** What Outlook holds of it now, whatever it was told. */
  private Written done(ItemId id, Change change) {
    Found<Item> found = items.read(id, change.wanted.type());
    if (found instanceof Found.Present<Item>(var replica)) {
      List<Lost> losses =
          MessageLosses.told(Shortfall.of(change.wanted, replica.item(), change.fields));
      return new Written.Done(id, replica.revision(), losses);
    }
    return new Written.Unknown("The item was saved, and cannot be read now");
  }

  // ---- what is there

  private Written update(Effect.Update<Item> update) {
    try (Dispatch dispatch = folder.open(update.id()).orElse(null)) {
      if (dispatch == null) {
        return new Written.Gone();
      }
      ItemType type = items.type(dispatch);
      if (type != update.item().type()) {
        return new Written.Refused(
            "in Outlook it is no "
                + update.item().type().label()
                + " any more, but something else");
      }
      OutlookMessage message = items.message(dispatch, type);
      Written not = condition(message, update.expected());
      if (not != null) {
        return not;
      }
      return update(update, OpenFolder.item(dispatch, type), message);
    }
  }

  private Written update(Effect.Update<Item> update, OutlookItem open, OutlookMessage message) {
    Item now = items.decode(update.id(), update.item().type(), message);
    Item wanted = Projection.overlay(now, update.item(), update.fields());
    MessageEdit edit = MessageEdit.of(message);
    Item possible = LinksThatStay.in(ForetoldLosses.possible(wanted), wanted, now);
    Optional<String> refusal =
        refusal(now, wanted, update.fields())
            .or(() -> codecs.write(possible, update.fields(), edit));
    if (refusal.isPresent()) {
      return new Written.Refused(refusal.get());
    }
    if (!changes(edit)) {
      List<Lost> losses = MessageLosses.told(Shortfall.of(wanted, now, update.fields()));
      return new Written.Done(update.id(), update.expected(), losses);
    }
    return carryOut(
        open, new Change(now, wanted, update.fields(), edit, update.stamp()), update.id());
  }

  /** What is there already need not be refused. */
  private static Optional<String> refusal(Item now, Item wanted, Set<String> fields) {
    boolean times =
        fields.contains("timing") || fields.contains("recurrence") || fields.contains("exceptions");
    List<String> differing = Projection.EVERYTHING.differing(now, wanted);
    boolean touched =
        differing.contains("timing")
            || differing.contains("recurrence")
            || differing.contains("exceptions");
    return times && touched ? ForetoldLosses.refusal(wanted) : Optional.empty();
  }

  private static boolean changes(MessageEdit edit) {
    return !edit.properties().changes().isEmpty()
        || edit.recipients().isPresent()
        || !edit.newAttachments().isEmpty()
        || !edit.removedAttachments().isEmpty()
        || !edit.changedAttachments().isEmpty();
  }

  /** What stands against an effect on an item that was seen, or null. */
  private @Nullable Written condition(OutlookMessage message, Revision expected) {
    if (!folder.isHere(message.parent())) {
      return new Written.Gone();
    }
    return expected.equals(message.revision()) ? null : new Written.Stale();
  }

  private Written delete(Effect.Delete<Item> delete) {
    try (Dispatch dispatch = folder.open(delete.id()).orElse(null)) {
      if (dispatch == null) {
        return new Written.Gone();
      }
      ItemType type = items.type(dispatch);
      if (type == null) {
        return new Written.Refused("in Outlook it is something else now");
      }
      Written not = condition(items.message(dispatch, type), delete.expected());
      if (not != null) {
        return not;
      }
      return deleted(delete.id(), OpenFolder.item(dispatch, type));
    }
  }

  private Written deleted(ItemId id, OutlookItem open) {
    writes.deletes(id.value());
    try {
      open.delete();
    } catch (AutomationException e) {
      if (e.result().gone()) {
        ended = true;
        return new Written.Unknown("Outlook ended while it deleted the item");
      }
      throw e;
    }
    contents.get().remove(id);
    return new Written.Done(id, null);
  }
}
