package org.tandemsync.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.PassedOver;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Side;

/**
 * Finds the item that somebody means: among what is in step, what has failed, what a sync would do,
 * and what takes no part.
 */
record SubjectSearch(
    Profile profile,
    Ledger<Item> ledger,
    ItemsKind kind,
    List<Decisions.InQuarantine> quarantine,
    List<Action> planned) {
  private static final int BATCH = 500;
  private static final int NAMED = 5;

  /**
   * Finds it.
   *
   * @param item the beginning of the id of a pair, the id of an item on one side, or a part of a
   *     title
   * @throws CannotRun if nothing fits, or several items do
   */
  Subject find(String item) {
    String wanted = item.toLowerCase(Locale.ROOT);
    List<Subject> found = new ArrayList<>();
    linked(item, wanted, found);
    inQuarantine(item, wanted, found);
    planned(item, wanted, found);
    declared(item, found);
    passedOver(item, found);
    return only(item, wanted, found);
  }

  private void linked(String item, String wanted, List<Subject> found) {
    each(
        (head, link) -> {
          String title = kind.title(link.left().base());
          boolean exact =
              link.id().value().equals(item)
                  || link.left().id().value().equals(item)
                  || link.right().id().value().equals(item);
          if (exact
              || link.id().value().startsWith(wanted)
              || title.toLowerCase(Locale.ROOT).contains(wanted)) {
            found.add(new Subject(title, link, link.left().id(), link.right().id()));
          }
        });
  }

  private void inQuarantine(String item, String wanted, List<Subject> found) {
    for (Decisions.InQuarantine one : quarantine) {
      Quarantined failed = one.item();
      Subject subject = new Subject(failed.title(), null, failed.left().id(), failed.right().id());
      boolean fits =
          failed.title().toLowerCase(Locale.ROOT).contains(wanted)
              || subject.is(new ItemId(item), new ItemId(item));
      if (fits && found.stream().noneMatch(known -> known.is(subject.left(), subject.right()))) {
        found.add(subject);
      }
    }
  }

  private void planned(String item, String wanted, List<Subject> found) {
    for (Action action : planned) {
      boolean fits =
          action.title().toLowerCase(Locale.ROOT).contains(wanted)
              || (action instanceof Action.Create create && create.source().value().equals(item))
              || (action instanceof Action.LinkUp up
                  && (up.left().value().equals(item) || up.right().value().equals(item)));
      if (fits && found.stream().noneMatch(one -> one.title().equals(action.title()))) {
        found.add(Subject.of(action));
      }
    }
  }

  /** Of what cannot be linked for now only its title is planned. */
  private void declared(String item, List<Subject> found) {
    for (Declared pair : ledger.declared()) {
      if ((pair.left().value().equals(item) || pair.right().value().equals(item))
          && found.stream().noneMatch(known -> known.is(pair.left(), pair.right()))) {
        found.add(new Subject(item, null, pair.left(), pair.right()));
      }
    }
  }

  private void passedOver(String item, List<Subject> found) {
    for (Side side : Side.values()) {
      for (PassedOver passed : ledger.passedOver(side)) {
        if (passed.id().value().equals(item) || (!item.isEmpty() && passed.uid().equals(item))) {
          boolean left = side == Side.LEFT;
          found.add(new Subject(item, null, left ? passed.id() : null, left ? null : passed.id()));
        }
      }
    }
  }

  private Subject only(String item, String wanted, List<Subject> found) {
    List<Subject> exact =
        found.stream().filter(one -> one.title().toLowerCase(Locale.ROOT).equals(wanted)).toList();
    if (found.size() == 1 || exact.size() == 1) {
      return exact.size() == 1 ? exact.getFirst() : found.getFirst();
    }
    throw new CannotRun(
        found.isEmpty()
            ? "Profile '"
                + profile.name()
                + "' knows no item '"
                + item
                + "', and a sync would find none. Next step: give a part of its title, or its id as"
                + " 'tandem items' shows it."
            : found.size()
                + " items fit '"
                + item
                + "': "
                + found.stream()
                    .limit(NAMED)
                    .map(
                        one ->
                            (one.link() == null ? "" : one.link().id().value() + " ") + one.title())
                    .collect(Collectors.joining(", "))
                + (found.size() > NAMED ? "..." : "")
                + ". Next step: name one by its id.");
  }

  private void each(BiConsumer<LinkId, Link<Item>> consumer) {
    List<LinkId> ids = new ArrayList<>();
    ledger.heads().forEach(head -> ids.add(head.id()));
    for (int from = 0; from < ids.size(); from += BATCH) {
      ledger.links(ids.subList(from, Math.min(ids.size(), from + BATCH))).forEach(consumer);
    }
  }
}
