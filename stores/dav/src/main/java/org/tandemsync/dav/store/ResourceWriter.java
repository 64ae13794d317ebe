package org.tandemsync.dav.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.Condition;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/**
 * Carries out effects: one look at all targets in batches, then the writes in parallel, each under
 * a condition. Where the server does not keep conditions little may happen between look and write:
 * SOGo deletes whatever is there, so not more is deleted after one look than at a time; and it
 * overwrites what was not there a moment ago, so new items are looked for shortly before they are
 * made.
 */
final class ResourceWriter {
  private final DavClient client;
  private final DavCollection collection;
  private final ResourceLens lens;
  private final LensLosses losses;
  private final ResourceReader reader;
  private final ListMembers members;
  private final Spellings spellings;
  private final Halt halt;
  private final SafeWrite safely;
  private final ConditionProof proof;
  private final OneLook oneLook;
  private final MovedMembers moved;
  private final Parallel slots;

  ResourceWriter(
      DavClient client,
      DavCollection collection,
      ResourceLens lens,
      ResourceReader reader,
      ListMembers members,
      Spellings spellings,
      Halt halt,
      SafeWrite safely,
      MovedMembers moved) {
    this.client = client;
    this.collection = collection;
    this.lens = lens;
    this.losses = new LensLosses(lens);
    this.reader = reader;
    this.members = members;
    this.spellings = spellings;
    this.halt = halt;
    this.safely = safely;
    this.oneLook = new OneLook(collection, safely, client.settings().parallel());
    this.proof = new ConditionProof(client, lens, reader, safely);
    this.moved = moved;
    this.slots = new Parallel(client.settings().parallel());
  }

  /** May be under way several times, for different targets. */
  List<Written> write(List<Effect<Item>> effects) {
    boolean mayBeMoved = moved.mayBeAmong(effects);
    Parallel.Flow<Effect<Item>, Written> flow = slots.flow();
    for (int from = 0, to; from < effects.size(); from = to) {
      to = oneLook.end(effects, from);
      List<Effect<Item>> group = effects.subList(from, to);
      if (safely.overwrites()
          || group.stream()
              .anyMatch(e -> e instanceof Effect.Delete || OneLook.isUnconditional(e))) {
        flow.results(); // else these would wait between the look and the write
      }
      Map<Href, Resource> now = from == 0 || !halt.isHalted() ? look(group) : Map.of();
      flow.begin(group, e -> halt.unlessHalted(() -> carryOut(e, now.get(target(e)), mayBeMoved)));
    }
    return flow.results();
  }

  /** What is at the targets. What was done before it fails must not be forgotten. */
  private Map<Href, Resource> look(List<Effect<Item>> batch) {
    try {
      return lookAtTargets(batch);
    } catch (DavException e) {
      halt.stop(e);
      return Map.of();
    }
  }

  /** Where an effect writes. */
  Href target(Effect<Item> effect) {
    return switch (effect) {
      case Effect.Create<Item> create -> newHref(create);
      case Effect.Update<Item> update -> spellings.href(update.id());
      case Effect.Delete<Item> delete -> spellings.href(delete.id());
    };
  }

  Href newHref(Effect.Create<Item> create) {
    return collection.href().member(ResourceNames.of(create.uid(), lens.extension(create.item())));
  }

  private Map<Href, Resource> lookAtTargets(List<Effect<Item>> effects) {
    Map<Href, Resource> now = new HashMap<>();
    look(now, hrefs(effects, e -> e instanceof Effect.Create), this::presence);
    look(now, hrefs(effects, ResourceWriter::needsTag), reader::tags);
    look(now, hrefs(effects, ResourceWriter::needsBody), reader::toEdit);
    return now;
  }

  /** Where a condition tells as well, nobody asks. */
  private List<Resource> presence(List<Href> names) {
    if (!collection.groupware()) {
      proof.lookedFor(names.size());
    }
    return proof.isKept()
        ? names.stream().<Resource>map(name -> new Resource.Missing()).toList()
        : reader.presence(names);
  }

  private static boolean needsTag(Effect<Item> effect) {
    return effect instanceof Effect.Delete<Item> delete && !OneLook.isHash(delete.expected());
  }

  private static boolean needsBody(Effect<Item> effect) {
    return effect instanceof Effect.Update
        || (effect instanceof Effect.Delete<Item> delete && OneLook.isHash(delete.expected()));
  }

  private List<Href> hrefs(
      List<Effect<Item>> effects, java.util.function.Predicate<Effect<Item>> which) {
    return effects.stream()
        .filter(which)
        .map(this::target)
        .filter(collection.href()::holds)
        .toList();
  }

  private static void look(
      Map<Href, Resource> now,
      List<Href> hrefs,
      java.util.function.Function<List<Href>, List<Resource>> how) {
    List<Resource> seen = how.apply(hrefs);
    for (int i = 0; i < hrefs.size(); i++) {
      now.put(hrefs.get(i), seen.get(i));
    }
  }

  private Written carryOut(Effect<Item> effect, @Nullable Resource now, boolean mayBeMoved) {
    return switch (now) {
      case null -> new Written.NotDone(target(effect) + " is not in " + collection.url());
      case Resource.Unclear unclear -> new Written.NotDone(unclear.reason());
      case Resource.Missing missing ->
          switch (effect) {
            case Effect.Create<Item> create ->
                mayBeMoved && MovedMembers.isMadeAgain(create) ? again(create) : create(create);
            case Effect.Update<Item> update -> new Written.Gone();
            case Effect.Delete<Item> delete -> new Written.Gone();
          };
      case Resource.There there ->
          switch (effect) {
            case Effect.Create<Item> create ->
                new Written.Exists(
                    spellings.id(there.href()), "something is at " + there.href() + " already");
            case Effect.Update<Item> update ->
                update.expected().equals(there.revision())
                    ? update(update, there)
                    : new Written.Stale();
            case Effect.Delete<Item> delete ->
                delete.expected().equals(there.revision())
                    ? delete(delete, there)
                    : new Written.Stale();
          };
    };
  }

  /** What is gone may have been moved, and no listing has told. */
  private Written again(Effect.Create<Item> create) {
    try {
      return moved
          .other(newHref(create), create.uid())
          .<Written>map(
              there ->
                  new Written.Exists(spellings.id(there.href()), "it was moved to " + there.href()))
          .orElseGet(() -> create(create));
    } catch (DavException e) {
      return new Written.NotDone("it cannot be told whether it was moved: " + e.text());
    } catch (StoreException e) {
      return new Written.NotDone("it cannot be told whether it was moved: " + e.getMessage());
    }
  }

  private Written create(Effect.Create<Item> create) {
    ResourceLens.Change made;
    try {
      made = made(create);
    } catch (RuntimeException e) {
      return notWritable(e);
    }
    Href href = newHref(create);
    Written outcome = create(create, href, made.text());
    return losses.told(outcome, create.item(), LensLosses.all(create.item()), made);
  }

  /**
   * What a create writes.
   *
   * @throws RuntimeException if the item cannot be written as a resource
   */
  String text(Effect.Create<Item> create) {
    return made(create).text();
  }

  private ResourceLens.Change made(Effect.Create<Item> create) {
    boolean files = lens.extension(create.item()).equals(ListMembers.VLIST);
    Item item = members.asWritten(create.item(), files);
    return lens.again(create.original(), item, create.stamp().text());
  }

  private Written create(Effect.Create<Item> create, Href href, String text) {
    return safely.create(
        href,
        () -> {
          Answer answer = put(href, new Condition.NothingThere(), text);
          proof.answered(href, text, answer);
          return answer;
        },
        seen ->
            switch (seen) {
              case Resource.Missing missing -> Optional.empty();
              case Resource.There there -> Optional.of(after(there, create.stamp()));
              case Resource.Unclear unclear -> Optional.of(new Written.Unknown(unclear.reason()));
            });
  }

  private Written update(Effect.Update<Item> update, Resource.There now) {
    ResourceLens.Change change;
    try {
      boolean files = lens.mediaType(now.text()).startsWith(ListMembers.VLIST_TYPE);
      Item item = members.asWritten(update.item(), files);
      change = lens.change(now.text(), item, update.fields(), update.stamp().text());
    } catch (RuntimeException e) {
      return notWritable(e);
    }
    if (change.text().equals(now.text())) {
      return losses.told(
          new Written.Done(update.id(), now.revision()), update.item(), update.fields(), change);
    }
    Written outcome = update(update, now, change.text());
    boolean perhapsAnswers = outcome instanceof Written.Stale && !now.scheduleTag().isEmpty();
    return losses.told(
        perhapsAnswers ? beyondAnswers(update, now) : outcome,
        update.item(),
        update.fields(),
        change);
  }

  /**
   * Attendees may have answered between the look and the write (RFC 6638 3.2.10): if the schedule
   * tag says that it was nothing else, the change is made to what is there now. Nobody has seen the
   * answers yet, so no revision is claimed.
   */
  private Written beyondAnswers(Effect.Update<Item> update, Resource.There before) {
    Resource seen = look(before.href());
    if (!(seen instanceof Resource.There now) || !now.scheduleTag().equals(before.scheduleTag())) {
      return new Written.Stale();
    }
    String text;
    try {
      text = lens.update(now.text(), update.item(), update.fields(), update.stamp().text());
    } catch (RuntimeException e) {
      return notWritable(e);
    }
    Condition condition = new Condition.SameSchedule(now.scheduleTag());
    Written outcome =
        safely.once(
            WriteOutcome.Kind.UPDATE,
            now.href(),
            () -> put(now.href(), condition, text),
            again ->
                Optional.of(
                    again instanceof Resource.There there
                        ? after(there, update.stamp())
                        : new Written.Unknown("the connection broke while it was written")));
    return outcome instanceof Written.Done done ? new Written.Done(done.id(), null) : outcome;
  }

  private Resource look(Href href) {
    try {
      return reader.toEdit(List.of(href)).getFirst();
    } catch (DavException e) {
      return new Resource.Unclear(Optional.empty(), e.text());
    }
  }

  private Written update(Effect.Update<Item> update, Resource.There now, String text) {
    return safely.change(
        WriteOutcome.Kind.UPDATE,
        now,
        update.expected(),
        condition -> put(now.href(), condition, text),
        seen ->
            seen instanceof Resource.There there && update.expected().equals(there.revision())
                ? Optional.empty()
                : Optional.of(
                    seen instanceof Resource.There there
                        ? after(there, update.stamp())
                        : new Written.Unknown("the connection broke while it was written")));
  }

  private Written delete(Effect.Delete<Item> delete, Resource.There now) {
    return safely.change(
        WriteOutcome.Kind.DELETE,
        now,
        delete.expected(),
        condition -> client.delete(now.href(), condition),
        seen ->
            switch (seen) {
              case Resource.Missing missing -> Optional.of(new Written.Done(delete.id(), null));
              case Resource.There there ->
                  delete.expected().equals(there.revision())
                      ? Optional.empty()
                      : Optional.of(new Written.Stale());
              case Resource.Unclear unclear -> Optional.of(new Written.Unknown(unclear.reason()));
            });
  }

  private Answer put(Href href, Condition condition, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    Answer answer = client.put(href, condition, body, lens.mediaType(text));
    byte[] became = answer.body().bytes();
    // What the server made of it has to be read, unless it is what was sent.
    return became.length == 0 || isSame(text, new String(became, StandardCharsets.UTF_8))
        ? answer
        : answer.withoutTag();
  }

  private boolean isSame(String sent, String became) {
    return lens.get(sent) instanceof ResourceLens.Reading.Understood one
        && lens.get(became) instanceof ResourceLens.Reading.Understood other
        && one.item().equals(other.item())
        && Objects.equals(one.stamp(), other.stamp());
  }

  /** After a broken connection: what is there is ours if it has the stamp of this very write. */
  private Written after(Resource.There there, Stamp stamp) {
    boolean ours =
        lens.get(there.text()) instanceof ResourceLens.Reading.Understood understood
            && stamp.text().equals(understood.stamp());
    // Somebody may have edited it since: without a revision the next run looks at it.
    return ours
        ? new Written.Done(spellings.id(there.href()), null)
        : new Written.Unknown("the connection broke while it was written");
  }

  private static Written notWritable(RuntimeException e) {
    return new Written.Refused("it cannot be written as a resource: " + e.getMessage());
  }
}
