package org.tandemsync.dav.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Origin;

/**
 * Where a collection is by its own words: what it lists lies there. Usually that is the address it
 * was asked at. A redirect leads to another one, an alias ({@code /me/}) has another one, and a
 * server that does not know under which path its proxy shows it names one that may be nowhere.
 */
final class OwnAddress {
  private static final Logger LOG = LoggerFactory.getLogger(OwnAddress.class);

  private final DavClient client;
  private final Href asked;
  private final List<QName> properties;

  OwnAddress(DavClient client, Href asked, List<QName> properties) {
    this.client = client;
    this.asked = asked;
    this.properties = properties;
  }

  /**
   * The collection at the address that its answer names, if it is the same one there.
   *
   * @throws DavException if the answer names an address at which it is not, or one of another
   *     server, of which nobody knows whether it may get the password
   */
  DavCollection of(DavClient.Described there) {
    Href from = path(there.at());
    Href own = named(there);
    if (own.isSame(asked)) {
      return DavCollection.of(client, asked, there.properties());
    }
    if (isHere(there)) {
      if (own.isSame(from)) {
        LOG.info("{} is a redirect to {}", client.url(asked), own);
        return DavCollection.of(client, own, there.properties());
      }
      Optional<DavClient.Described> again = ask(own).filter(a -> isItself(own, a, there));
      if (again.isPresent()) {
        LOG.info("{} is another address of {}", client.url(asked), own);
        return DavCollection.of(client, own, again.get().properties());
      }
    }
    throw client.elsewhere("PROPFIND", asked, Origin.of(there.at()) + own.path());
  }

  /** A path that does not begin at the root says nothing about where it is. */
  private Href named(DavClient.Described there) {
    Href from = path(there.at());
    String said = there.properties().href().strip();
    boolean whole = said.startsWith("/") || said.regionMatches(true, 0, "http", 0, 4);
    return whole ? client.located(said, from) : from;
  }

  private boolean isHere(DavClient.Described there) {
    return Origin.of(there.at()).equals(client.origin());
  }

  private Optional<DavClient.Described> ask(Href own) {
    try {
      return client.describe(own, properties);
    } catch (DavException e) {
      if (Absence.ofAnything(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Whether it is the one that has answered first, and no namesake: behind one address may be two
   * servers with a collection of this path. Its token or ctag, which change with it, tell.
   */
  private boolean isItself(Href own, DavClient.Described now, DavClient.Described before) {
    if (!isHere(now) || !named(now).isSame(own) || !path(now.at()).isSame(own)) {
      return false;
    }
    DavCollection one = DavCollection.of(client, asked, before.properties());
    return DavCollection.isCollection(now.properties())
        && one.equals(DavCollection.of(client, asked, now.properties()))
        && !(one.syncToken().isEmpty() && one.ctag().isEmpty());
  }

  private static Href path(URI url) {
    String path = url.getRawPath();
    return Href.ofPath(path == null || path.isEmpty() ? "/" : path);
  }
}
