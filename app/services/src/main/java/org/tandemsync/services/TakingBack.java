package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.services.Undo.Fate;
import org.tandemsync.services.Undo.Line;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Identities;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;

/**
 * Decides how versions of one side are taken back: by writing forward, and only what nobody has
 * changed since.
 *
 * @param store of that side
 * @param other of the other one
 * @param force also what was changed since, and the last of what was made
 */
record TakingBack(
    ItemsKind kind,
    Ledger<Item> ledger,
    History history,
    Identities identities,
    Store<Item> store,
    Store<Item> other,
    Side side,
    RunDeeds deeds,
    boolean force) {

  private static final String APART =
      "it belongs to no item of the other side any more; the next sync makes it there, or links"
          + " them anew where it takes both for the same";
  private static final String PERHAPS_JOINED =
      "nobody noted then whether that run made one item of two; with --force the next sync takes"
          + " the same from the other side, also if that had it before";
  private static final String PARTNER_GONE =
      "what came from a merged item stays as long as that is not back: undo the run as a whole";

  private static final String ASKED_AGAIN =
      "it kept what the server has in a conflict: that waits for a decision again";

  /**
   * What is to be done about a version.
   *
   * @param effect null if nothing
   * @param before what the item holds now; null if there is none
   * @param forget a link that has to be forgotten first, or null
   * @param undecided one whose decision has to be dropped first, or null
   */
  record Step(
      Version version,
      Line line,
      @Nullable Effect<Item> effect,
      @Nullable Replica<Item> before,
      @Nullable LinkId forget,
      @Nullable LinkId undecided) {

    Step(
        Version version,
        Line line,
        @Nullable Effect<Item> effect,
        @Nullable Replica<Item> before,
        @Nullable LinkId forget) {
      this(version, line, effect, before, forget, null);
    }
  }

  /**
   * The steps, in the order of the versions. No two of these are of the same item.
   *
   * @param back deletions that are taken back before this
   */
  List<Step> decide(List<Version> versions, Set<Version.Number> back) {
    Map<LinkId, Link<Item>> links = links(versions);
    Map<ItemId, Found<Item>> found = new HashMap<>();
    Set<ItemId> ids = new LinkedHashSet<>();
    versions.forEach(version -> ids.add(id(version, links)));
    store.read(List.copyOf(ids)).forEach(f -> found.put(f.id(), f));
    Set<Version> deleted = new LinkedHashSet<>(versions);
    versions.forEach(version -> deleted.addAll(deeds.mergedInto(version)));
    Map<Version, Step> returning = new Returning(this).decide(deleted);
    Map<Version, Now> again =
        new FoundAgain(this)
            .find(
                versions.stream()
                    .filter(version -> version.kind() == Version.Kind.UPDATED)
                    .filter(version -> !isThere(found.get(id(version, links))))
                    // what went into it may have its UID, and be what came back
                    .filter(version -> deeds.mergedInto(version).isEmpty())
                    .toList(),
                ids);
    Map<LinkId, String> last = force ? Map.of() : lastOnes(versions, links, found);
    List<Step> steps = new ArrayList<>();
    for (Version version : versions) {
      Step returned = returning.get(version);
      boolean alone =
          deeds.mergedInto(version).stream()
              .anyMatch(
                  gone ->
                      !back.contains(gone.number())
                          && (returning.get(gone) == null
                              || returning.get(gone).line().fate() != Fate.UNCHANGED));
      steps.add(
          returned != null
              ? returned
              : alone && !force
                  ? nothing(version, Fate.LEFT, PARTNER_GONE)
                  : changedBack(
                      version,
                      again.getOrDefault(
                          version, new Now(link(version, links), found.get(id(version, links)))),
                      last));
    }
    return steps;
  }

  /**
   * What there is of an item now.
   *
   * @param link that it has, or null
   * @param found null if it was not asked for
   */
  record Now(@Nullable Link<Item> link, @Nullable Found<Item> found) {}

  private static boolean isThere(@Nullable Found<Item> found) {
    return found != null && !(found instanceof Found.Absent);
  }

  /** Why copies stay that nothing could be made from again. */
  private Map<LinkId, String> lastOnes(
      List<Version> versions, Map<LinkId, Link<Item>> links, Map<ItemId, Found<Item>> found) {
    List<Link<Item>> copies = new ArrayList<>();
    for (Version version : versions) {
      Link<Item> link = link(version, links);
      if (version.kind() == Version.Kind.CREATED
          && link != null
          && isThere(found.get(id(version, links)))) {
        copies.add(link);
      }
    }
    return new Originals(other, side.other(), ledger).missing(copies);
  }

  /** The links of the versions; of an item that got another one since, that. */
  private Map<LinkId, Link<Item>> links(List<Version> versions) {
    Set<LinkId> wanted = new LinkedHashSet<>();
    versions.forEach(version -> wanted.add(version.link()));
    Map<LinkId, Link<Item>> links = new HashMap<>(ledger.links(wanted));
    Set<ItemId> others = new HashSet<>();
    for (Version version : versions) {
      if (version.kind() != Version.Kind.DELETED && !links.containsKey(version.link())) {
        others.add(version.id());
      }
    }
    if (!others.isEmpty()) {
      links.putAll(
          ledger.links(
              ledger.heads().stream()
                  .filter(head -> others.contains(head.side(side).id()))
                  .map(LinkHead::id)
                  .toList()));
    }
    return links;
  }

  private @Nullable Link<Item> link(Version version, Map<LinkId, Link<Item>> links) {
    Link<Item> link = links.get(version.link());
    return link != null
        ? link
        : links.values().stream()
            .filter(l -> l.side(side).id().equals(version.id()))
            .findFirst()
            .orElse(null);
  }

  /** Its id now: the link knows it also after the item was moved. */
  private ItemId id(Version version, Map<LinkId, Link<Item>> links) {
    Link<Item> link = link(version, links);
    return link == null ? version.id() : link.side(side).id();
  }

  History.Kept kept(Version version) {
    return history
        .kept(version.number())
        .orElseThrow(() -> new CannotRun("version " + version.number().text() + " is gone"));
  }

  private Step changedBack(Version version, Now there, Map<LinkId, String> last) {
    Link<Item> link = there.link();
    return switch (there.found()) {
      case Found.Present<Item>(Replica<Item> now) when now.revision() == null ->
          nothing(
              version,
              Fate.LEFT,
              "its revision is not known, so that a change of it could be missed");
      case Found.Present<Item>(Replica<Item> now) ->
          switch (version.kind()) {
            case CREATED -> {
              String why = link == null ? null : last.get(link.id());
              yield why == null ? removed(version, link, now) : nothing(version, Fate.LEFT, why);
            }
            case UPDATED -> restored(version, link, now);
            case DELETED -> nothing(version, Fate.LEFT, "what it held is not kept");
          };
      case Found.Unreadable<Item> broken -> nothing(version, Fate.LEFT, broken.reason());
      case Found.Foreign<Item> _ -> nothing(version, Fate.LEFT, "it is no item of this profile");
      case Found.Absent<Item> _ -> absent(version);
      case null -> absent(version);
    };
  }

  private Step absent(Version version) {
    return switch (version.kind()) {
      case CREATED -> nothing(version, Fate.UNCHANGED, "it is not there any more");
      case UPDATED -> {
        Version deletion = deeds.deletion(version);
        yield nothing(
            version,
            Fate.LEFT,
            deletion == null
                ? "it is not there any more, and no run has deleted it (it was moved, or somebody"
                    + " did): 'tandem show "
                    + version.number().text()
                    + "' prints what it held"
                : "it is not there any more; undo its deletion "
                    + deletion.number().text()
                    + " first");
      }
      case DELETED -> nothing(version, Fate.LEFT, "what it held is not kept");
    };
  }

  static Step nothing(Version version, Fate fate, String reason) {
    return new Step(version, new Line(version, fate, List.of(), reason), null, null, null);
  }

  private Step removed(Version version, @Nullable Link<Item> link, Replica<Item> now) {
    // RFC 6638: a server may send cancellations when the organizer's copy goes, else a refusal.
    if (side == Side.RIGHT
        && now.item() instanceof Appointment meeting
        && !meeting.attendees().isEmpty()) {
      return nothing(
          version,
          Fate.LEFT,
          "the server may write to those who take part; delete it there yourself");
    }
    Item made = link == null ? kept(version).after() : link.side(side).base();
    if (!force && (made == null || !kind.differing(made, now.item()).isEmpty())) {
      return nothing(version, Fate.LEFT, "it was changed since");
    }
    LinkId conflict = conflictOf(now.item());
    return new Step(
        version,
        new Line(version, Fate.DELETED, List.of(), conflict == null ? "" : ASKED_AGAIN),
        new Effect.Delete<>(now.id(), Objects.requireNonNull(now.revision()), version.title()),
        now,
        link == null ? null : link.id(),
        conflict);
  }

  /** The link about which was decided that both values are kept, of which this is the server's. */
  private @Nullable LinkId conflictOf(Item made) {
    return side == Side.LEFT
        ? null
        : ledger.decisions().stream()
            .filter(decision -> KeptOfBoth.isOf(identities, decision, made))
            .map(Decision::link)
            .findFirst()
            .orElse(null);
  }

  private Step restored(Version version, @Nullable Link<Item> link, Replica<Item> now) {
    History.Kept kept = kept(version);
    Item before = kept.before();
    Item after = kept.after();
    if (before == null || after == null || before.type() != now.item().type()) {
      return nothing(version, Fate.LEFT, "it is of another kind now");
    }
    Set<String> fields = new LinkedHashSet<>(version.fields());
    fields.retainAll(Projection.EVERYTHING.differing(before, now.item()));
    if (fields.isEmpty()) {
      return nothing(version, Fate.UNCHANGED, "it is as it was before");
    }
    Set<String> since = new LinkedHashSet<>(fields);
    since.retainAll(Projection.EVERYTHING.differing(after, now.item()));
    if (!force) {
      fields.removeAll(since);
    }
    String reason = force || since.isEmpty() ? "" : "changed since: " + String.join(", ", since);
    if (fields.isEmpty()) {
      return nothing(version, Fate.LEFT, reason);
    }
    History.Joined joined = joined(version, kept, link, now.stamp());
    if (joined == History.Joined.UNKNOWN && !force) {
      return nothing(version, Fate.LEFT, PERHAPS_JOINED);
    }
    boolean apart = joined == History.Joined.YES;
    Stamp stamp = apart ? null : now.stamp();
    return new Step(
        version,
        new Line(version, Fate.RESTORED, List.copyOf(fields), apart ? APART : reason),
        new Effect.Update<>(
            now.id(),
            Objects.requireNonNull(now.revision()),
            Projection.overlay(now.item(), before, fields),
            fields,
            stamp == null ? new Stamp(identities.newLink(), 1) : stamp,
            version.title()),
        now,
        !apart ? null : link == null ? version.link() : link.id());
  }

  /**
   * Whether the change made one item of two that were there before. With its link the next sync
   * would take what only one of them held before for removed there, and remove it from the other.
   * The mark in the item tells it only until the next write, and not every store keeps it.
   */
  private static History.Joined joined(
      Version version, History.Kept kept, @Nullable Link<Item> link, @Nullable Stamp stamp) {
    if (kept.joined() != History.Joined.UNKNOWN) {
      return kept.joined();
    }
    if (stamp != null && stamp.link().equals(version.link()) && stamp.write() == 1) {
      return History.Joined.YES;
    }
    return link == null ? History.Joined.NO : History.Joined.UNKNOWN;
  }
}
