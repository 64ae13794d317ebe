package org.tandemsync.dav.store;

import java.util.Set;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Href;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Written;

/**
 * Moves a resource to another collection (RFC 4918 9.9). No server tells anybody of it, where a
 * deletion of a meeting would cancel it (RFC 6638 3.2.1). What was changed just before moves with
 * it, so there is no condition; nothing is overwritten.
 */
public final class ResourceMove {
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int TAKEN = 412;

  /** The server does not do such things. Others, and no answer, may be about this moment only. */
  private static final Set<Integer> DECLINED = Set.of(400, 403, 405, 409, 415, 501);

  /** What the server says that it has done. What is there shows whether that is so. */
  private enum Said {
    MOVED,
    DECLINED,
    NOTHING
  }

  private ResourceMove() {}

  /**
   * Moves it, under its name.
   *
   * @return {@code Done} with its id there and no revision; {@code NotDone} where the server does
   *     not move it, and it is where it was
   */
  public static Written move(DavClient client, ItemId item, Href collection) {
    Href from = Href.ofPath(item.value());
    Href to = collection.member(from.name());
    String why;
    Said said = Said.NOTHING;
    try {
      Answer answer = client.move(from, to);
      if (answer.status() == TAKEN) {
        return new Written.Exists(new ItemId(to.identity()), "something is at " + to + " already");
      }
      said = said(answer);
      why = answer.describe();
    } catch (DavException e) {
      why = e.text();
    }
    try {
      return seen(client, from, to, said, why);
    } catch (DavException e) {
      return new Written.Unknown(e.text());
    }
  }

  private static Said said(Answer answer) {
    if (DECLINED.contains(answer.status())) {
      return Said.DECLINED;
    }
    return answer.isSuccess() ? Said.MOVED : Said.NOTHING;
  }

  /** Whatever was answered, what is there counts: an item that went nowhere would seem deleted. */
  private static Written seen(DavClient client, Href from, Href to, Said said, String why) {
    int left = client.get(from).status();
    int arrived = client.get(to).status();
    if (isMissing(left) && arrived == 200) {
      return new Written.Done(new ItemId(to.identity()), null);
    }
    if (isMissing(left) && isMissing(arrived)) {
      return said == Said.MOVED
          ? new Written.Unknown("the server has moved it to another name; the next run finds it")
          : new Written.Gone();
    }
    if (left == 200 && said == Said.DECLINED) {
      return new Written.NotDone("the server does not move it: " + why);
    }
    return left == 200 && isMissing(arrived)
        ? new Written.Unknown("it has not been moved yet: " + why)
        : new Written.Unknown("it was to be moved, and now cannot be told from a copy: " + why);
  }

  private static boolean isMissing(int status) {
    return status == NOT_FOUND || status == GONE;
  }
}
