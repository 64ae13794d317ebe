package org.tandemsync.dav.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.Condition;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.ETag;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Written;

/**
 * Puts many contacts into an empty address book of Radicale in one request, which takes a fifteenth
 * of the time. Radicale replaces a collection as a whole under its write lock, after the condition:
 * with the tag of the empty book ({@link RadicaleBook}) nothing that anybody has put there
 * meanwhile is replaced, and a request that arrives late does nothing once anything is there. It
 * names each card by its UID, as we do. What is not certain afterwards is {@link Written.Unknown};
 * whatever Radicale does not take as a whole goes one by one.
 */
final class WholeBook {
  private static final Logger LOG = LoggerFactory.getLogger(WholeBook.class);

  /** Below that it is not worth the requests around it. */
  static final int FEWEST = 50;

  private static final int MOST = 5_000;

  /** Radicale takes 100 MB; all of them are in memory at once here, and more than once. */
  private static final int MOST_BYTES = 24 << 20;

  /** What vobject could read as the end of a card, or as the line before going on. */
  private static final Pattern MISLEADING = Pattern.compile("(?im)^(BEGIN|END):|QUOTED-PRINTABLE");

  private final DavClient client;
  private final DavCollection collection;
  private final ResourceLens lens;
  private final LensLosses losses;
  private final ResourceWriter writer;
  private final Spellings spellings;
  private final Halt halt;
  private final OwedProperties properties;
  private boolean perhaps;
  private @Nullable RadicaleBook empty;

  WholeBook(
      DavClient client,
      DavCollection collection,
      ResourceLens lens,
      ResourceWriter writer,
      Spellings spellings,
      Halt halt,
      CollectionMemory memory) {
    this.client = client;
    this.collection = collection;
    this.lens = lens;
    this.losses = new LensLosses(lens);
    this.writer = writer;
    this.spellings = spellings;
    this.halt = halt;
    this.properties = new OwedProperties(client, collection.href(), memory);
  }

  /** The collection was listed. */
  synchronized void listed(Listing listing) {
    if (!collection.writable() || !collection.kind().contains(Family.CONTACTS)) {
      return;
    }
    properties.giveBack(listing);
    perhaps =
        listing.scope() == Listing.Scope.COMPLETE
            && listing.rows().isEmpty()
            && listing.next() != null
            && listing.next().value().contains(RadicaleBook.TOKENS);
    empty = null;
  }

  /** Whether it is worth asking. */
  synchronized boolean mayBeEmpty() {
    return perhaps;
  }

  /** Whether to wait for more. */
  boolean gathers(List<Effect<Item>> creates) {
    return !creates.isEmpty()
        && creates.size() < MOST
        && creates.stream().mapToLong(WholeBook::size).sum() < MOST_BYTES
        && isEmpty();
  }

  /** About what a card takes, in bytes. */
  private static long size(Effect<Item> effect) {
    long text = 1_000;
    if (effect instanceof Effect.Create<Item> create && create.item() instanceof Contact contact) {
      text += contact.notes().plain().length() + 2L * contact.notes().html().length();
      text += contact.photo() == null ? 0 : contact.photo().content().length() * 3L / 2;
      text += contact.certificates().stream().mapToLong(c -> c.length() * 3L / 2).sum();
    }
    return text;
  }

  /** Whether these can go in one request; they are then written alone. */
  boolean takes(List<Effect<Item>> effects) {
    return effects.size() >= FEWEST
        && effects.stream().allMatch(e -> e instanceof Effect.Create)
        && isEmpty();
  }

  private synchronized boolean isEmpty() {
    if (perhaps && empty == null) {
      try {
        empty = RadicaleBook.empty(client, collection.href()).orElse(null);
      } catch (DavException e) {
        LOG.debug("{} cannot be taken as a whole: {}", collection.url(), e.getMessage());
      }
      perhaps = empty != null;
    }
    return perhaps;
  }

  /** The book as it was, once: afterwards it is not empty any more. */
  private synchronized Optional<RadicaleBook> taken() {
    boolean is = isEmpty();
    perhaps = false;
    return is ? Optional.ofNullable(empty) : Optional.empty();
  }

  /**
   * @param index among the effects
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Card(int index, Effect.Create<Item> create, Href href, byte[] body) {}

  /**
   * Writes what {@link #takes} takes.
   *
   * @param singly writes what does not go this way
   */
  List<Written> write(
      List<Effect<Item>> effects, Function<List<Effect<Item>>, List<Written>> singly) {
    Optional<RadicaleBook> book = taken();
    List<Card> cards = book.isEmpty() ? List.of() : cards(effects);
    if (book.isEmpty() || cards.size() < FEWEST || !properties.note(book.get().properties())) {
      return singly.apply(effects);
    }
    Map<Integer, Written> together = put(book.get(), cards);
    List<Effect<Item>> rest = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      if (!together.containsKey(i)) {
        rest.add(effects.get(i));
      }
    }
    List<Written> others = rest.isEmpty() ? List.of() : singly.apply(rest);
    List<Written> all = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < effects.size(); i++) {
      Written one = together.get(i);
      all.add(one == null ? others.get(next++) : one);
    }
    return all;
  }

  // ---- cards ----

  private List<Card> cards(List<Effect<Item>> effects) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      indices.add(i);
    }
    int processors = Math.max(1, Runtime.getRuntime().availableProcessors());
    List<Optional<Card>> made = Parallel.map(processors, indices, i -> card(i, effects.get(i)));
    List<Card> cards = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long bytes = 0;
    for (Optional<Card> one : made) {
      if (one.isPresent()
          && bytes + one.get().body().length <= MOST_BYTES
          && names.add(one.get().href().name().toLowerCase(Locale.ROOT))) {
        bytes += one.get().body().length;
        cards.add(one.get());
      }
    }
    return cards;
  }

  /** Empty for what Radicale could name or divide otherwise than we do. */
  private Optional<Card> card(int index, Effect<Item> effect) {
    if (!(effect instanceof Effect.Create<Item> create)
        || !(create.item() instanceof Contact)
        || create.original() != null) {
      return Optional.empty();
    }
    Href href = writer.newHref(create);
    if (!href.name().equals(create.uid() + ".vcf")) {
      return Optional.empty();
    }
    String text;
    try {
      text = writer.text(create);
    } catch (RuntimeException singlyItIsTold) {
      return Optional.empty();
    }
    return isOneCard(text, create.uid())
        ? Optional.of(new Card(index, create, href, text.getBytes(UTF_8)))
        : Optional.empty();
  }

  private static boolean isOneCard(String text, String uid) {
    String begin = "BEGIN:VCARD\r\n";
    String end = "\r\nEND:VCARD\r\n";
    return text.startsWith(begin)
        && text.endsWith(end)
        && text.contains("\r\nUID:" + uid + "\r\n")
        && !MISLEADING
            .matcher(text)
            .region(begin.length(), text.length() - end.length() + 2)
            .find();
  }

  // ---- the request ----

  /** What became of them; of none, if they have to go one by one. */
  private Map<Integer, Written> put(RadicaleBook book, List<Card> cards) {
    FutureTask<List<List<Lost>>> lost =
        new FutureTask<>(
            () ->
                Parallel.map(
                    2, cards, c -> losses.writing(c.create().item(), new String(c.body(), UTF_8))));
    Thread.ofVirtual().name("dav-losses").start(lost);
    Map<Integer, Written> outcomes = answered(book, cards);
    Map<Integer, Written> told = new HashMap<>();
    for (int i = 0; i < cards.size(); i++) {
      int index = cards.get(i).index();
      Written outcome = outcomes.get(index);
      if (outcome instanceof Written.Done done) {
        told.put(index, done.with(get(lost).get(i)));
      } else if (outcome != null) {
        told.put(index, outcome);
      }
    }
    return told;
  }

  private static <R> R get(FutureTask<R> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Map<Integer, Written> answered(RadicaleBook book, List<Card> cards) {
    Answer answer;
    try {
      answer =
          client.putCollection(collection.href(), new Condition.Unchanged(book.tag()), body(cards));
    } catch (DavException e) {
      return switch (e.kind()) {
        case NOT_SENT, NOT_SIGNED_IN, REDIRECTED -> all(cards, halt.stop(e));
        case TIMEOUT -> {
          halt.stop(e);
          yield all(cards, new Written.Unknown(e.text()));
        }
        case LOST, STATUS, NOT_UNDERSTOOD, TOO_LARGE, NOT_DAV, ELSEWHERE ->
            looked(book, cards, e.text());
      };
    }
    if (answer.isSuccess() && answer.isBelievable()) {
      properties.giveBack(book.properties());
      return done(answer, cards);
    }
    if (answer.asksForPause() && answer.status() < 500) {
      return all(cards, halt.stop(refused(answer)));
    }
    return switch (answer.status()) {
      case 401 -> all(cards, halt.stop(refused(answer)));
      case 502, 503, 504 -> {
        // what stands before Radicale has lost patience, and Radicale may be at it still
        halt.stop(refused(answer));
        yield all(cards, new Written.Unknown(answer.describe()));
      }
      default -> {
        LOG.info("{} does not take all at once: {}", collection.url(), answer.describe());
        yield answer.status() >= 400 && answer.status() < 500
            ? Map.of()
            : looked(book, cards, answer.describe());
      }
    };
  }

  private DavException refused(Answer answer) {
    return client.refused("PUT", collection.href(), answer);
  }

  private static byte[] body(List<Card> cards) {
    ByteArrayOutputStream body =
        new ByteArrayOutputStream(cards.stream().mapToInt(c -> c.body().length).sum());
    cards.forEach(c -> body.writeBytes(c.body()));
    return body.toByteArray();
  }

  private static Map<Integer, Written> all(List<Card> cards, Written outcome) {
    Map<Integer, Written> all = new HashMap<>();
    cards.forEach(c -> all.put(c.index(), outcome));
    return all;
  }

  /**
   * No answer that says what became of it. If the book is as it was, it was not done: what is
   * written now one by one makes its condition fail, should it still be on its way.
   */
  private Map<Integer, Written> looked(RadicaleBook book, List<Card> cards, String why) {
    try {
      if (RadicaleBook.empty(client, collection.href()).filter(book::equals).isPresent()) {
        return Map.of();
      }
    } catch (DavException e) {
      return all(cards, new Written.Unknown(why));
    }
    properties.giveBack(book.properties());
    return all(cards, new Written.Unknown(why));
  }

  /** They are there; with a revision if it is certain that it is the one of what was sent. */
  private Map<Integer, Written> done(Answer answer, List<Card> cards) {
    Map<ItemId, RadicaleBook.Member> members = new HashMap<>();
    ETag seen;
    try {
      List<RadicaleBook.Member> listed = new ArrayList<>();
      for (Response row :
          client
              .<Response>propfind(collection.href(), Depth.MEMBERS, List.of(Names.GETETAG), r -> r)
              .rows()) {
        Href href = client.located(row.href(), collection.href());
        if (collection.href().holds(href)
            && row instanceof Response.Properties told
            && told.etag().isPresent()) {
          RadicaleBook.Member member = new RadicaleBook.Member(href.name(), told.etag().get());
          listed.add(member);
          members.put(spellings.id(href), member);
        }
      }
      seen = RadicaleBook.tag(listed, Map.of());
    } catch (DavException e) {
      return all(cards, new Written.Unknown(e.text()));
    }
    // The tag of the answer is a hash of what was put, before the properties were given back.
    boolean same = answer.etag().filter(seen::equals).isPresent();
    Map<Integer, Written> done = new HashMap<>();
    for (Card card : cards) {
      ItemId id = spellings.id(card.href());
      RadicaleBook.Member member = members.get(id);
      done.put(
          card.index(),
          member == null
              ? new Written.Unknown("the server has not stored it where it was expected")
              : new Written.Done(id, same ? new Revision(member.tag().text()) : null));
    }
    return done;
  }
}
