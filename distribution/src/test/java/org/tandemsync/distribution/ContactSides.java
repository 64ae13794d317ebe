package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.PersonName;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.DavCollection;

/**
 * A data file and an address book as people see and edit them: contacts by name, each with a note
 * and a company.
 */
record ContactSides(Path file, DavCollection book) {
  private static final Stamp OUTLOOK = new Stamp(new LinkId("outlook-itself"), 1);
  private static final Pattern NAME = Pattern.compile("(?m)^FN(?:;[^:]*)?:Given (.*?)\r?$");
  private static final Pattern NOTE = Pattern.compile("(?m)^NOTE(?:;[^:]*)?:(.*?)\r?$");
  private static final Pattern COMPANY = Pattern.compile("(?m)^ORG(?:;[^:]*)?:([^;\r\n]*)");

  /** No two edits are made at the same time: not even with a data file that counts again. */
  private static final AtomicLong MOMENT = new AtomicLong();

  /** What a person reads in a contact. */
  record Card(String note, String company) {}

  // ---- Outlook

  Map<String, Card> inOutlook() {
    return outlook(
        store -> {
          Map<String, Card> cards = new TreeMap<>();
          for (Replica<Item> one : all(store)) {
            Contact contact = (Contact) one.item();
            if (cards.put(
                    contact.name().last(), new Card(contact.notes().plain(), contact.company()))
                != null) {
              throw new AssertionError("doubled in Outlook: " + contact);
            }
          }
          return cards;
        });
  }

  /**
   * @param uid empty, as Outlook makes contacts
   */
  void makeInOutlook(String name, String uid, Card card) {
    Contact contact =
        Contact.builder()
            .uid(uid)
            .fullName("Given " + name)
            .name(new PersonName("", "Given", "", name, ""))
            .notes(new Body(card.note(), ""))
            .company(card.company())
            .build();
    outlook(store -> write(store, new Effect.Create<>(uid, contact, OUTLOOK, name)));
  }

  void editInOutlook(String name, Card card) {
    outlook(
        store -> {
          Replica<Item> now = named(store, name);
          Contact wanted =
              ((Contact) now.item())
                  .toBuilder().notes(new Body(card.note(), "")).company(card.company()).build();
          Stamp stamp = now.stamp() == null ? OUTLOOK : now.stamp();
          return write(
              store,
              new Effect.Update<>(
                  now.id(),
                  Objects.requireNonNull(now.revision()),
                  wanted,
                  Set.copyOf(Fields.of(wanted.type()).names()),
                  stamp,
                  name));
        });
  }

  void deleteInOutlook(String name) {
    outlook(
        store -> {
          Replica<Item> now = named(store, name);
          return write(
              store, new Effect.Delete<>(now.id(), Objects.requireNonNull(now.revision()), name));
        });
  }

  private <R> R outlook(Function<PstStore, R> work) {
    try (PstFile opened = PstFile.open(file);
        PstStore store =
            new PstStore(
                opened,
                opened.folder("Contacts"),
                Family.CONTACTS,
                () -> Instant.parse("2026-03-01T12:00:00Z").plusMillis(MOMENT.incrementAndGet()),
                ZoneOffset.UTC)) {
      return work.apply(store);
    }
  }

  private static List<Replica<Item>> all(PstStore store) {
    List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
    return store.read(ids).stream().map(f -> ((Found.Present<Item>) f).replica()).toList();
  }

  private static Replica<Item> named(PstStore store, String name) {
    return all(store).stream()
        .filter(r -> ((Contact) r.item()).name().last().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Written write(PstStore store, Effect<Item> effect) {
    Written written = store.write(List.of(effect)).getFirst();
    assertThat(written).isInstanceOf(Written.Done.class);
    return written;
  }

  // ---- the server

  Map<String, Card> onServer() {
    Map<String, Card> cards = new TreeMap<>();
    for (String body : book.bodies().values()) {
      String name = found(NAME, body);
      if (cards.put(name, new Card(found(NOTE, body), found(COMPANY, body))) != null) {
        throw new AssertionError("doubled on the server: " + body);
      }
    }
    return cards;
  }

  /** A program of the server gives it another name. */
  String moveOnServer(String name, String member) {
    String before = member(name);
    String body = book.get(before).orElseThrow();
    if (!before.equals(member)) {
      book.delete(before);
      book.put(member, body);
    }
    return member;
  }

  /** People's programs write it again as it is, which gives it another tag. */
  void touchOnServer(String name) {
    String member = member(name);
    String body = book.get(member).orElseThrow();
    book.put(member, body.endsWith("\r\n\r\n") ? body.strip() + "\r\n" : body + "\r\n");
  }

  boolean hadTagOfBefore(String name) {
    return book.gaveTagAgain(member(name));
  }

  void makeOnServer(String name, Card card) {
    book.put(
        name + ".vcf",
        Cards.card(name, card.note())
            .replace("\r\nNOTE:", "\r\nORG:" + card.company() + "\r\nNOTE:"));
  }

  void editOnServer(String name, Card card) {
    String member = member(name);
    String body = book.get(member).orElseThrow();
    body = with(body, NOTE, "NOTE:" + card.note() + "\r");
    book.put(member, with(body, COMPANY, "ORG:" + card.company()));
  }

  void deleteOnServer(String name) {
    book.delete(member(name));
  }

  private String member(String name) {
    return book.bodies().entrySet().stream()
        .filter(member -> found(NAME, member.getValue()).equals(name))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** The contacts that still have the line of another program. */
  boolean hasUnknownLine(String name) {
    return book.get(member(name)).orElseThrow().contains("X-OF-ANOTHER-PROGRAM");
  }

  private static String with(String body, Pattern line, String text) {
    Matcher found = line.matcher(body);
    return found.find()
        ? found.replaceFirst(Matcher.quoteReplacement(text))
        : body.replace("END:VCARD", (text.endsWith("\r") ? text : text + "\r") + "\nEND:VCARD");
  }

  private static String found(Pattern pattern, String card) {
    Matcher matcher = pattern.matcher(card);
    return matcher.find() ? matcher.group(1) : "";
  }
}
