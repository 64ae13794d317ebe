package org.tandemsync.dav.discovery;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.Condition;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.items.Family;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/**
 * Changes calendars, task lists and address books as such: their name, their colour, whether they
 * are there. What the server says is not taken for done: it is looked at.
 */
public final class CollectionEdit {
  private final DavClient client;
  private final DavCollection before;

  private CollectionEdit(DavClient client, DavCollection before) {
    this.client = client;
    this.before = before;
  }

  /**
   * The collection at this path.
   *
   * @throws StoreException if there is none
   */
  public static CollectionEdit of(DavClient client, Href at) {
    return Discovery.collection(client, at)
        .map(c -> new CollectionEdit(client, c))
        .orElseThrow(
            () ->
                new StoreException(
                    Reason.NOT_FOUND,
                    "There is no calendar, task list or address book at "
                        + client.url(at)
                        + ". Next step: 'tandem discover' shows those of an account."));
  }

  /** Where the colour of a collection is kept. */
  static QName colorProperty(Set<Family> families) {
    return families.contains(Family.CONTACTS) ? Names.ADDRESSBOOK_COLOR : Names.CALENDAR_COLOR;
  }

  /** {@code #RRGGBB} as all servers take it: SOGo refuses it without its opacity. */
  static String spelled(String color) {
    return color + "FF";
  }

  public DavCollection collection() {
    return before;
  }

  /** How many items are in it; what is listed under another address counts too. */
  public int items() {
    try {
      return client
          .propfind(
              before.href(),
              Depth.MEMBERS,
              List.of(Names.GETETAG, Names.RESOURCETYPE),
              r -> r instanceof Response.Properties p && isItem(p) ? r : null)
          .rows()
          .size();
    } catch (DavException e) {
      if (e.status() == 404) { // Synology, of an empty one
        return 0;
      }
      throw DavTrouble.of(e);
    }
  }

  private boolean isItem(Response.Properties p) {
    boolean collection =
        p.get(Names.RESOURCETYPE).stream().anyMatch(t -> t.child(Names.COLLECTION).isPresent());
    return !collection && !client.located(p.href(), before.href()).isSame(before.href());
  }

  /** Gives it another name for people; its address stays. */
  public DavCollection rename(String name) {
    return set(Names.DISPLAYNAME, name, "name", c -> c.name().equals(name));
  }

  /**
   * Gives it another colour.
   *
   * @param color {@code #RRGGBB}
   */
  public DavCollection recolor(String color) {
    return set(
        colorProperty(before.kind()),
        spelled(color),
        "colour",
        c -> c.color().equalsIgnoreCase(color));
  }

  private DavCollection set(
      QName property, String value, String what, Predicate<DavCollection> done) {
    if (done.test(before)) {
      return before;
    }
    try {
      Answer answer = client.setProperty(before.href(), property, value);
      if (!answer.isSuccess()) {
        throw refused(
            "does not let the " + what + " of '" + before.name() + "' be changed", answer);
      }
    } catch (DavException e) {
      // whether it was carried out is seen below
      if (!isUncertain(e)) {
        throw DavTrouble.of(e);
      }
    }
    DavCollection after = of(client, before.href()).collection();
    if (!done.test(after)) {
      throw new StoreException(
          Reason.DAMAGED,
          "The server "
              + client.origin()
              + " did not refuse the new "
              + what
              + " of '"
              + before.name()
              + "', but has not kept it either. Next step: change it on the server's own page.");
    }
    return after;
  }

  /** Removes it with all that is in it, for everybody. */
  public void delete() {
    try {
      Answer answer = client.delete(before.href(), new Condition.None());
      if (!answer.isSuccess() && answer.status() != 404) {
        throw refused("does not let '" + before.name() + "' be deleted", answer);
      }
      if (answer.isSuccess() && !answer.isBelievable()) {
        throw DavTrouble.of(client.noDav("DELETE", before.href(), answer));
      }
    } catch (DavException e) {
      if (!isUncertain(e)) {
        throw DavTrouble.of(e);
      }
    }
    if (Discovery.perhaps(client, before.href()).isPresent()) {
      throw new StoreException(
          Reason.UNREACHABLE,
          "'"
              + before.name()
              + "' is still there: the server "
              + client.origin()
              + " did not delete it. Next step: try again, or delete it on the server's own page.");
    }
  }

  private static boolean isUncertain(DavException e) {
    return e.kind() == DavException.Kind.LOST || e.kind() == DavException.Kind.TIMEOUT;
  }

  private StoreException refused(String does, Answer answer) {
    Reason reason =
        switch (answer.status()) {
          case 401 -> Reason.UNAUTHORIZED;
          case 423 -> Reason.BUSY;
          case 507 -> Reason.FULL;
          default -> answer.asksForPause() ? Reason.OVERLOADED : Reason.NOT_FOUND;
        };
    String next =
        switch (reason) {
          case OVERLOADED, BUSY -> "Next step: try again later.";
          default ->
              before.writable()
                  ? "Next step: do it on the server's own page."
                  : "The account may only read it. Next step: ask who owns it.";
        };
    return new StoreException(
        reason,
        "The server " + client.origin() + " " + does + ": " + answer.describe() + ". " + next,
        answer.retryAfter().orElse(null),
        null);
  }
}
