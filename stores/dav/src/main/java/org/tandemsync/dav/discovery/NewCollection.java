package org.tandemsync.dav.discovery;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.NewProperties;
import org.tandemsync.items.Family;
import org.tandemsync.sync.StoreException;

/** Makes calendars, task lists and address books (RFC 4791 5.3.1, RFC 5689). */
public final class NewCollection {
  private static final int NAMES = 9;

  private final DavClient client;
  private final Wanted wanted;

  private NewCollection(DavClient client, Wanted wanted) {
    this.client = client;
    this.wanted = wanted;
  }

  /**
   * What shall be made.
   *
   * @param name as people shall see it
   * @param families contacts alone, or events, tasks, or both
   * @param color {@code #RRGGBB}, or empty
   * @param segment the last part of its path, or empty for one that follows from the name
   */
  public record Wanted(String name, Set<Family> families, String color, String segment) {
    public Wanted {
      families = EnumSet.copyOf(families);
      if (families.contains(Family.CONTACTS) && families.size() > 1) {
        throw new IllegalArgumentException("an address book takes contacts only");
      }
    }

    /** One that takes a single kind of item. */
    public static Wanted of(String name, Family family) {
      return new Wanted(name, Set.of(family), "", "");
    }

    private Family first() {
      return families.iterator().next();
    }

    private boolean isBook() {
      return first() == Family.CONTACTS;
    }

    private QName type() {
      return isBook() ? Names.ADDRESSBOOK : Names.CALENDAR;
    }

    private NewProperties properties(boolean withColor) {
      Map<QName, String> texts = new LinkedHashMap<>();
      texts.put(Names.DISPLAYNAME, name);
      if (withColor && !color.isEmpty()) {
        texts.put(CollectionEdit.colorProperty(families), CollectionEdit.spelled(color));
      }
      List<String> components =
          isBook()
              ? List.of()
              : families.stream().map(f -> f == Family.TASKS ? "VTODO" : "VEVENT").toList();
      return new NewProperties(texts, components);
    }
  }

  /** Makes a collection that takes one kind of item. */
  public static DavCollection make(DavClient client, String name, Family family) {
    return make(client, Wanted.of(name, family));
  }

  /**
   * Makes a collection in the account's home and looks at what the server made of it: some take no
   * name, no colour or everything, whatever was asked for.
   *
   * @throws StoreException if the server does not let us
   */
  public static DavCollection make(DavClient client, Wanted wanted) {
    return new NewCollection(client, wanted).make();
  }

  private DavCollection make() {
    Href home =
        Discovery.home(client, wanted.first())
            .orElseThrow(() -> refused("it names no place for new ones"));
    try {
      String said = "all names like it are taken";
      for (String name : names()) {
        Href at = home.member(name).asCollection();
        if (Discovery.perhaps(client, at).isPresent()) {
          said = "there is one at " + at + " already";
          continue;
        }
        Answer answer = send(at);
        if (answer.isSuccess()) {
          return settled(at);
        }
        said = answer.describe();
        if (!isTaken(answer)) {
          break;
        }
      }
      throw refused(said);
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  private List<String> names() {
    if (!wanted.segment().isEmpty()) {
      return List.of(wanted.segment());
    }
    String segment = segment(wanted.name());
    return IntStream.rangeClosed(1, NAMES)
        .mapToObj(i -> i == 1 ? segment : segment + "-" + i)
        .toList();
  }

  // 405 and the condition: something is there that we may not see, or since just now.
  private static boolean isTaken(Answer answer) {
    return answer.status() == 405 || answer.error().has("resource-must-be-null");
  }

  /**
   * Asks in the ways that servers know. A server that does not like one property refuses all (RFC
   * 5689 3): then without the colour, which is set afterwards.
   */
  private Answer send(Href at) {
    NewProperties all = wanted.properties(true);
    Answer answer = send(at, all);
    boolean again = !wanted.color().isEmpty() && !answer.isSuccess() && !isTaken(answer);
    return again ? send(at, wanted.properties(false)) : answer;
  }

  private Answer send(Href at, NewProperties properties) {
    if (wanted.isBook()) {
      return client.makeCollection(at, wanted.type(), properties);
    }
    Answer answer = client.makeCalendar(at, properties);
    return answer.status() == 405 || answer.status() == 501
        ? client.makeCollection(at, wanted.type(), properties)
        : answer;
  }

  /** SOGo takes the name of an address book only afterwards, Xandikos every colour. */
  private DavCollection settled(Href at) {
    DavCollection made = look(at);
    boolean again = false;
    if (!made.name().equals(wanted.name())) {
      again = client.setProperty(at, Names.DISPLAYNAME, wanted.name()).isSuccess();
    }
    if (!made.color().equals(wanted.color()) && !wanted.color().isEmpty()) {
      QName property = CollectionEdit.colorProperty(wanted.families());
      String color = CollectionEdit.spelled(wanted.color());
      again = client.setProperty(at, property, color).isSuccess() || again;
    }
    return again ? look(at) : made;
  }

  private DavCollection look(Href at) {
    return Discovery.perhaps(client, at)
        .filter(made -> made.kind().containsAll(wanted.families()))
        .orElseThrow(() -> refused("what it made at " + at + " is none"));
  }

  /** A name that every server takes: "Büro/Team" becomes "buro-team". */
  static String segment(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String segment =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String letters = segment.isEmpty() ? "collection" : segment;
    return letters.substring(0, Math.min(letters.length(), 60));
  }

  private StoreException refused(String said) {
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        "The server "
            + client.origin()
            + " does not let Tandem make a collection for the "
            + wanted.first().label()
            + " of '"
            + wanted.name()
            + "': "
            + said
            + ". Next step: make one on the server's own page and name it.");
  }
}
