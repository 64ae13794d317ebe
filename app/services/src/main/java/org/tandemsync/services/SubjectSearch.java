package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.PassedOver;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Side;

/**
 * Finds the item that somebody means: among what is in step, what has failed, what a sync would do,
 * what takes no part, and, if that is nowhere, what something was done to before.
 *
 * @param history of the profile, the latest first
 */
record SubjectSearch(
    Profile profile,
    Ledger<Item> ledger,
    ItemsKind kind,
    List<Decisions.InQuarantine> quarantine,
    List<Action> planned,
    List<Version> history) {
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
    if (found.isEmpty()) {
      past(item, wanted, found);
    }
    return only(item, wanted, found);
  }

  private static boolean fits(Subject subject, String item, String wanted) {
    return subject.isCalled(item) || subject.title().toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Titles do not tell items apart: two that have the same one are two. */
  private static void add(Subject subject, List<Subject> found) {
    if (found.stream().noneMatch(subject::isSame)) {
      found.add(subject);
    }
  }

  private void linked(String item, String wanted, List<Subject> found) {
    each(
        (id, link) -> {
          Subject subject = Subject.of(kind.title(link.left().base()), link);
          if (id.value().startsWith(wanted) || fits(subject, item, wanted)) {
            found.add(subject);
          }
        });
  }

  private void inQuarantine(String item, String wanted, List<Subject> found) {
    for (Decisions.InQuarantine one : quarantine) {
      Quarantined failed = one.item();
      Subject subject =
          Subject.of(failed.title(), new ItemIds(failed.left().id(), failed.right().id()));
      if (fits(subject, item, wanted)) {
        add(subject, found);
      }
    }
  }

  private void planned(String item, String wanted, List<Subject> found) {
    for (Action action : planned) {
      LinkId id = Subject.link(action);
      Subject subject =
          id == null
              ? Subject.of(action.title(), Subject.items(action))
              : new Subject(action.title(), id, null, new ItemIds(null, null));
      if (fits(subject, item, wanted)) {
        add(withLink(subject), found);
      }
    }
  }

  private Subject withLink(Subject subject) {
    LinkId id = subject.pair();
    Link<Item> link = id == null ? null : ledger.links(List.of(id)).get(id);
    return link == null ? subject : Subject.of(subject.title(), link);
  }

  /** One that was taken apart, or changed after it had come back, may have another link since. */
  private Subject withLinkSince(Subject subject) {
    return ledger.heads().stream()
        .filter(head -> subject.is(new ItemIds(head.left().id(), head.right().id())))
        .findFirst()
        .map(head -> ledger.links(List.of(head.id())).get(head.id()))
        .map(link -> Subject.of(kind.title(link.left().base()), link))
        .orElse(subject);
  }

  /** One that nothing is planned about for now is known by its ids only. */
  private void declared(String item, List<Subject> found) {
    for (Declared pair : ledger.declared()) {
      Subject subject = Subject.of(item, new ItemIds(pair.left(), pair.right()));
      if (subject.isCalled(item)) {
        add(subject, found);
      }
    }
  }

  private void passedOver(String item, List<Subject> found) {
    for (Side side : Side.values()) {
      for (PassedOver passed : ledger.passedOver(side)) {
        if (passed.id().value().equals(item) || (!item.isEmpty() && passed.uid().equals(item))) {
          add(Subject.of(item, ItemIds.of(side, passed.id())), found);
        }
      }
    }
  }

  /** What something was done to, by any title that it had, each with the one that it had last. */
  private void past(String item, String wanted, List<Subject> found) {
    Map<LinkId, Subject> past = new LinkedHashMap<>();
    Set<LinkId> titled = new HashSet<>();
    Set<LinkId> deleted = new HashSet<>();
    for (Version version : history) {
      if (!past.containsKey(version.link()) && version.kind() == Version.Kind.DELETED) {
        deleted.add(version.link()); // another item may have its id now
      }
      past.merge(version.link(), Subject.of(version), Subject::withIdsOf);
      if (version.title().toLowerCase(Locale.ROOT).contains(wanted)) {
        titled.add(version.link());
      }
    }
    past.forEach(
        (link, subject) -> {
          if (subject.id().startsWith(wanted) || subject.isCalled(item) || titled.contains(link)) {
            Subject linked = withLink(subject);
            boolean since = linked.link() == null && !deleted.contains(link);
            add(since ? withLinkSince(linked) : linked, found);
          }
        });
  }

  private Subject only(String item, String wanted, List<Subject> found) {
    List<Subject> called = found.stream().filter(one -> one.isCalled(item)).toList();
    List<Subject> titled =
        found.stream().filter(one -> one.title().toLowerCase(Locale.ROOT).equals(wanted)).toList();
    for (List<Subject> one : List.of(called, titled, found)) {
      if (one.size() == 1) {
        return one.getFirst();
      }
    }
    throw new CannotRun(
        found.isEmpty()
            ? "Profile '"
                + profile.name()
                + "' knows no item '"
                + item
                + "', its history names none, and a sync would do nothing about one. What a sync"
                + " leaves alone is known by the title that it had before. Next step: give a part"
                + " of its title, or its id as 'tandem items ENDPOINT --verbose' shows it."
            : found.size()
                + " items fit '"
                + item
                + "': "
                + found.stream()
                    .limit(NAMED)
                    .map(one -> one.id() + " " + one.title())
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
