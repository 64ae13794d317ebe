package org.tandemsync.dav.discovery;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.items.Family;
import org.tandemsync.sync.StoreException;

/** Makes calendars, task lists and address books (RFC 4791 5.3.1, RFC 5689). */
public final class NewCollection {
  private static final int NAMES = 9;

  private NewCollection() {}

  /**
   * Makes a collection in the account's home and looks at what the server made of it.
   *
   * @param name as people shall see it
   * @throws StoreException if the server does not let us
   */
  public static DavCollection make(DavClient client, String name, Family family) {
    Href home =
        Discovery.home(client, family)
            .orElseThrow(() -> refused(client, name, family, "it names no place for new ones"));
    try {
      String said = "all names like it are taken";
      for (int i = 1; i <= NAMES; i++) {
        Href at = home.member(segment(name) + (i == 1 ? "" : "-" + i)).asCollection();
        if (Discovery.collection(client, at).isPresent()) {
          continue;
        }
        Answer answer = send(client, at, name, family);
        if (answer.isSuccess()) {
          return named(client, Discovery.collection(client, at), name)
              .filter(made -> made.kind().contains(family))
              .orElseThrow(
                  () -> refused(client, name, family, "what it made at " + at + " is none"));
        }
        said = answer.describe();
        // 405 and the condition: something is there that we may not see, or since just now.
        if (answer.status() != 405 && !answer.error().has("resource-must-be-null")) {
          break;
        }
      }
      throw refused(client, name, family, said);
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  /** SOGo takes the name of an address book only afterwards. */
  private static Optional<DavCollection> named(
      DavClient client, Optional<DavCollection> made, String name) {
    if (made.isEmpty() || made.get().name().equals(name)) {
      return made;
    }
    Href at = made.get().href();
    return client.setProperty(at, Names.DISPLAYNAME, name).isSuccess()
        ? Discovery.collection(client, at)
        : made;
  }

  private static Answer send(DavClient client, Href at, String name, Family family) {
    return switch (family) {
      case EVENTS -> client.makeCalendar(at, name, "VEVENT");
      case TASKS -> client.makeCalendar(at, name, "VTODO");
      case CONTACTS -> client.makeAddressBook(at, name);
    };
  }

  /** A name that every server takes: "Büro/Team" becomes "buro-team". */
  static String segment(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String segment =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String letters = segment.isEmpty() ? "collection" : segment;
    return letters.substring(0, Math.min(letters.length(), 60));
  }

  private static StoreException refused(DavClient client, String name, Family family, String said) {
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        "The server "
            + client.origin()
            + " has no collection for the "
            + family.label()
            + " of '"
            + name
            + "' and does not let Tandem make one: "
            + said
            + ". Next step: make one on the server's own page and name it.");
  }
}
