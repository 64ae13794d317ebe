package org.tandemsync.dav.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.sync.Listing;

/**
 * Gives a book of Radicale back the properties (its name, its colour) that go when all that it
 * holds is replaced. They are kept on the disk before that: if this process ends in between, the
 * next run gives back what lacks still, and nothing that somebody has set since is overwritten.
 */
final class OwedProperties {
  private static final Logger LOG = LoggerFactory.getLogger(OwedProperties.class);

  private final DavClient client;
  private final Href book;
  private final CollectionMemory memory;

  OwedProperties(DavClient client, Href book, CollectionMemory memory) {
    this.client = client;
    this.book = book;
    this.memory = memory;
  }

  /** Notes what is about to be taken away; false if that is not possible. */
  boolean note(Map<QName, String> properties) {
    return properties.isEmpty() || memory.owe(text(properties));
  }

  /** Gives all of them back right after they were taken away. */
  void giveBack(Map<QName, String> properties) {
    if (!properties.isEmpty() && set(properties)) {
      memory.paid();
    }
  }

  /** Gives back what an earlier run could not. */
  void giveBack(Listing now) {
    Optional<String> owed = memory.owed();
    if (owed.isEmpty()) {
      return;
    }
    Map<QName, String> missing = read(owed.get());
    try {
      Optional<Response.Properties> told = told(missing);
      if (told.isEmpty()) {
        return;
      }
      missing.keySet().removeIf(name -> isThere(told.get(), name));
    } catch (DavException e) {
      LOG.warn("what {} is to get back is not known: {}", client.url(book), e.getMessage());
      return;
    }
    boolean untouched = now.scope() == Listing.Scope.COMPLETE && now.rows().isEmpty();
    if (missing.isEmpty() ? !untouched : set(missing)) {
      memory.paid();
    }
  }

  private Optional<Response.Properties> told(Map<QName, String> owed) {
    return client
        .everything(book, Depth.SELF, r -> r instanceof Response.Properties p ? p : null)
        .rows()
        .stream()
        .findFirst();
  }

  /** Radicale tells the path as the name of a book that has none. */
  private boolean isThere(Response.Properties told, QName name) {
    return told.get(name).isPresent()
        && !(name.equals(Names.DISPLAYNAME)
            && told.text(Names.DISPLAYNAME).endsWith("/" + book.name()));
  }

  private boolean set(Map<QName, String> properties) {
    try {
      Answer answer = client.setProperties(book, properties);
      if (answer.isSuccess()) {
        return true;
      }
      LOG.warn("{} has not got back its name: {}", client.url(book), answer.describe());
    } catch (DavException e) {
      LOG.warn("{} has not got back its name: {}", client.url(book), e.getMessage());
    }
    return false;
  }

  static String text(Map<QName, String> properties) {
    List<String> lines = new ArrayList<>();
    properties.forEach((name, value) -> lines.add(encoded(name.toString()) + " " + encoded(value)));
    return String.join("\n", lines);
  }

  private static String encoded(String text) {
    return "=" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text.substring(1)), UTF_8);
  }

  static Map<QName, String> read(String text) {
    Map<QName, String> properties = new LinkedHashMap<>();
    for (String line : text.split("\n")) {
      int space = line.indexOf(' ');
      properties.put(
          QName.valueOf(decoded(line.substring(0, space))), decoded(line.substring(space + 1)));
    }
    return properties;
  }
}
