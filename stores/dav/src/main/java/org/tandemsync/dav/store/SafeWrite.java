package org.tandemsync.dav.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.Condition;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.ETag;
import org.tandemsync.dav.client.Href;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/**
 * Sends one write and makes an outcome of what comes back. What cannot be believed is looked at: a
 * broken connection, a web page instead of an answer, a condition that failed although nothing has
 * changed, "not found" for something that was just there. A write is sent again only if a look
 * shows that it was not done. What cannot be told is {@link Written.Unknown}.
 */
final class SafeWrite {
  private static final Logger LOG = LoggerFactory.getLogger(SafeWrite.class);
  private static final int REPEATS = 2;

  /** What a look says: an outcome, or empty to write again. */
  interface Verdict {
    Optional<Written> on(Resource seen);
  }

  /** How "only if unchanged" is said. */
  private enum Saying {
    /** As RFC 9110 has it. */
    QUOTED,
    /** mail.ru knows its tags without quotes only. */
    BARE,
    /** No condition is understood: right after a look. */
    NOT_AT_ALL
  }

  private final DavClient client;
  private final Opening opening;
  private final ResourceReader reader;
  private final Spellings spellings;
  private final Halt halt;

  /** What this server was seen to understand. */
  private volatile Saying first = Saying.QUOTED;

  private volatile boolean overwrites;

  private final Room room = new Room();

  SafeWrite(
      DavClient client, Opening opening, ResourceReader reader, Spellings spellings, Halt halt) {
    this.client = client;
    this.opening = opening;
    this.reader = reader;
    this.spellings = spellings;
    this.halt = halt;
  }

  /** Makes something where nothing is. */
  Written create(Href href, Supplier<Answer> write, Verdict verdict) {
    return switch (sent(WriteOutcome.Kind.CREATE, href, write, verdict)) {
      case Sent.Settled(Written outcome) -> outcome;
      case Sent.Answered(Answer answer, boolean again) -> created(answer, again, href);
    };
  }

  /** A write under a condition of its own. */
  Written once(WriteOutcome.Kind kind, Href href, Supplier<Answer> write, Verdict verdict) {
    return switch (sent(kind, href, write, verdict)) {
      case Sent.Settled(Written outcome) -> outcome;
      case Sent.Answered(Answer answer, boolean again) ->
          answer.status() == 412 && again
              ? new Written.Unknown("the connection broke, and now something else is there")
              : outcome(kind, answer, href);
    };
  }

  /** Whether the server was seen to overwrite what a condition should have kept. */
  boolean overwrites() {
    return overwrites;
  }

  /** It was: from now on the state is read right before each write. */
  void overwrote(Href href) {
    if (!overwrites) {
      overwrites = true;
      LOG.warn(
          "{} replaces what is at {} although it was told to write only where nothing is; from now"
              + " on the state is read right before each write",
          opening.collection().url(),
          href);
    }
  }

  private Written created(Answer answer, boolean again, Href href) {
    // RFC 9110 9.3.4: a PUT that creates is answered with 201, one that replaces with 200 or 204.
    if (answer.status() == 204 && !again) {
      overwrote(href);
    }
    boolean bare412 = answer.status() == 412 && answer.error().conditions().isEmpty();
    if (!bare412) {
      return outcome(WriteOutcome.Kind.CREATE, answer, href);
    }
    if (again) {
      return new Written.Unknown("the connection broke, and now something else is there");
    }
    // ownCloud says 412 also if the UID is there under another name.
    return look(href, false) instanceof Resource.Missing
        ? new Written.Exists(null, "the server says that it is there already: 412")
        : outcome(WriteOutcome.Kind.CREATE, answer, href);
  }

  /** Replaces or removes what is there, if it still is as expected. */
  Written change(
      WriteOutcome.Kind kind,
      Resource.There now,
      Revision expected,
      Function<Condition, Answer> write,
      Verdict verdict) {
    Href href = now.href();
    Optional<ETag> strong = now.etag().filter(t -> !t.weak());
    for (Saying saying = strong.isEmpty() ? Saying.NOT_AT_ALL : first; ; saying = next(saying)) {
      Condition condition = condition(strong, saying);
      Sent sent = sent(kind, href, () -> write.apply(condition), verdict);
      if (sent instanceof Sent.Settled(Written settled)) {
        return settled;
      }
      Sent.Answered answered = (Sent.Answered) sent;
      Answer answer = answered.answer();
      if (answer.status() == 412 && answered.again()) {
        return new Written.Unknown("the connection broke, and now something else is there");
      }
      boolean doubtful =
          (answer.status() == 412 || (answer.status() == 404 && kind == WriteOutcome.Kind.UPDATE))
              && answer.error().conditions().isEmpty();
      if (!doubtful) {
        if (answer.isSuccess() && saying == Saying.BARE) {
          first = Saying.BARE;
        }
        return outcome(kind, answer, href);
      }
      Optional<Written> changed = changed(href, expected);
      if (changed.isPresent()) {
        return changed.get();
      }
      if (answer.status() == 404) { // SOGo, to a body that it cannot read
        return new Written.Refused("the server does not take it: " + answer.describe());
      }
      if (saying == Saying.NOT_AT_ALL) {
        return new Written.NotDone("the server refuses it as changed: " + answer.describe());
      }
    }
  }

  private static Saying next(Saying saying) {
    return switch (saying) {
      case QUOTED -> Saying.BARE;
      case BARE, NOT_AT_ALL -> Saying.NOT_AT_ALL;
    };
  }

  private static Condition condition(Optional<ETag> strong, Saying saying) {
    // Without a strong tag the look just before has to do.
    return switch (saying) {
      case QUOTED -> new Condition.Unchanged(strong.orElseThrow());
      case BARE -> new Condition.Unchanged(strong.orElseThrow(), false);
      case NOT_AT_ALL -> new Condition.None();
    };
  }

  /** An outcome if it is not as expected any more; empty if it is. */
  private Optional<Written> changed(Href href, Revision expected) {
    return switch (look(href, expected.value().startsWith(Resource.HASHED))) {
      case Resource.Missing missing -> Optional.of(new Written.Gone());
      case Resource.There there ->
          expected.equals(there.revision()) ? Optional.empty() : Optional.of(new Written.Stale());
      case Resource.Unclear unclear -> Optional.of(new Written.NotDone(unclear.reason()));
    };
  }

  private Resource look(Href href, boolean withBody) {
    try {
      List<Href> one = List.of(href);
      return (withBody ? reader.bodies(one) : reader.tags(one)).getFirst();
    } catch (DavException e) {
      return new Resource.Unclear(Optional.empty(), e.text());
    }
  }

  // ---- one write ----

  /** What came of sending. */
  private sealed interface Sent {
    /** There is nothing more to find out. */
    record Settled(Written outcome) implements Sent {}

    /**
     * An answer that can be believed.
     *
     * @param again whether the write had been sent before
     */
    record Answered(Answer answer, boolean again) implements Sent {}
  }

  private Sent sent(WriteOutcome.Kind kind, Href href, Supplier<Answer> write, Verdict verdict) {
    if (kind != WriteOutcome.Kind.DELETE && room.isNone()) {
      return new Sent.Settled(
          new Written.NotDone(
              "the server has no room left, so nothing more was sent to it. Next step: delete"
                  + " something there, or ask for more room"));
    }
    for (int attempt = 0; ; attempt++) {
      try {
        Answer answer = write.get();
        noteRoom(kind, answer);
        return answer.isSuccess() && !answer.isBelievable()
            ? new Sent.Settled(unbelievable(kind, answer, href, verdict))
            : new Sent.Answered(answer, attempt > 0);
      } catch (DavException e) {
        Optional<Written> settled = settled(e, href, verdict, attempt < REPEATS);
        if (settled.isPresent()) {
          return new Sent.Settled(settled.get());
        }
      }
    }
  }

  private void noteRoom(WriteOutcome.Kind kind, Answer answer) {
    if (kind != WriteOutcome.Kind.DELETE) {
      room.answered(answer);
    } else if (answer.isSuccess()) {
      room.made();
    }
  }

  private Optional<Written> settled(DavException e, Href href, Verdict verdict, boolean mayRepeat) {
    return switch (e.kind()) {
      case NOT_SENT, NOT_SIGNED_IN, REDIRECTED -> Optional.of(halt.stop(e));
      case LOST -> mayRepeat ? verdictOn(href, verdict) : unknown(e);
      case TIMEOUT -> {
        halt.stop(e);
        yield unknown(e);
      }
      case STATUS, NOT_UNDERSTOOD, TOO_LARGE, NOT_DAV, ELSEWHERE -> unknown(e);
    };
  }

  private static Optional<Written> unknown(DavException e) {
    return Optional.of(new Written.Unknown(e.text()));
  }

  private Optional<Written> verdictOn(Href href, Verdict verdict) {
    try {
      return verdict.on(reader.bodies(List.of(href)).getFirst());
    } catch (DavException e) {
      return unknown(e);
    }
  }

  /** A web page and the like: done only if it shows, and no other write is begun. */
  private Written unbelievable(WriteOutcome.Kind kind, Answer answer, Href href, Verdict verdict) {
    Optional<Written> seen = verdictOn(href, verdict);
    return seen.filter(w -> w instanceof Written.Done)
        .orElseGet(
            () -> {
              Written stopped = halt.stop(client.noDav(kind.method(), href, answer));
              return seen.orElse(stopped);
            });
  }

  private Written outcome(WriteOutcome.Kind kind, Answer answer, Href href) {
    if (answer.isSuccess()) {
      return done(kind, answer, href);
    }
    if (answer.status() == 401 || answer.asksForPause()) {
      return halt.stop(client.refused(kind.method(), href, answer));
    }
    if (mayBeTheCollection(kind, answer.status())) {
      Optional<StoreException> trouble = opening.refused();
      if (trouble.isPresent()) {
        return halt.stop(trouble.get());
      }
    }
    Optional<ItemId> at =
        answer.error().hrefs().stream()
            .map(h -> client.located(h, href))
            .filter(opening.collection().href()::holds)
            .findFirst()
            .map(spellings::id);
    return WriteOutcome.of(kind, answer, spellings.id(href), at);
  }

  /** Whether rights or the collection itself may be gone; RFC 4918 9.7.1: 409 without a parent. */
  private static boolean mayBeTheCollection(WriteOutcome.Kind kind, int status) {
    return switch (status) {
      case 403, 405, 409 -> true;
      case 404, 410 -> kind == WriteOutcome.Kind.CREATE;
      default -> false;
    };
  }

  private Written done(WriteOutcome.Kind kind, Answer answer, Href href) {
    if (kind == WriteOutcome.Kind.DELETE) {
      return new Written.Done(spellings.id(href), null);
    }
    // A server may choose its own name for what it creates.
    Href at =
        answer
            .location()
            .filter(l -> kind == WriteOutcome.Kind.CREATE && opening.collection().href().holds(l))
            .orElse(href);
    Optional<Revision> revision =
        answer.etag().filter(t -> !t.weak()).map(t -> new Revision(t.text()));
    return new Written.Done(spellings.id(at), revision.orElse(null));
  }
}
