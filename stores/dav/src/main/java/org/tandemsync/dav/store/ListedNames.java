package org.tandemsync.dav.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.ETag;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;

/**
 * Which members the hrefs of a sync-collection answer mean. SOGo escapes nothing there: {@code
 * pct%25.vcf} is the member of this very name, whereas everywhere else it is {@code pct%.vcf}.
 *
 * <p>What no URL may hold, and a percent sign that begins no escape, prove that an answer is not
 * escaped. Names with both readings are then asked for: the reading that exists is meant. If both
 * exist, another line of the answer or the entity tag tells; if nothing does, both are meant, for
 * looking at an item once more loses nothing.
 */
final class ListedNames {
  private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** A line of an answer: the href as it stands, and the entity tag if it has one. */
  record Listed(String href, boolean gone, Optional<ETag> etag) {}

  private final DavClient client;
  private final DavCollection collection;
  private final ResourceReader reader;

  /** What an answer proved holds for the later ones. */
  private volatile boolean literal;

  ListedNames(DavClient client, DavCollection collection, ResourceReader reader) {
    this.client = client;
    this.collection = collection;
    this.reader = reader;
  }

  /** The members that each line means, in their order: two where it cannot be told. */
  List<List<Href>> meanings(List<Listed> lines) {
    literal = literal || lines.stream().anyMatch(l -> isProof(name(l.href())));
    boolean doubt = literal || collection.groupware();
    Set<String> certain = new HashSet<>();
    List<Listed> doubtful = new ArrayList<>();
    for (Listed line : lines) {
      if (doubt && hasTwoReadings(name(line.href()))) {
        doubtful.add(line);
      } else {
        one(line).ifPresent(h -> certain.add(h.identity()));
      }
    }
    Map<Href, Resource> now = look(doubtful);
    List<List<Href>> meanings = new ArrayList<>(lines.size());
    for (Listed line : lines) {
      meanings.add(
          doubt && hasTwoReadings(name(line.href()))
              ? settled(line, certain, now)
              : one(line).stream().toList());
    }
    return meanings;
  }

  /**
   * Whether a line is neither about the collection nor about anything in it, however it is read.
   */
  boolean isElsewhere(String href) {
    return !collection.href().covers(client.located(href, collection.href())) && !isOurs(href);
  }

  private static boolean isProof(String name) {
    return name.chars().anyMatch(c -> c <= ' ' || c > '~') || STRAY.matcher(name).find();
  }

  private static boolean hasTwoReadings(String name) {
    return name.indexOf('%') >= 0 && !STRAY.matcher(name).find();
  }

  /** The only reading of a name without escapes. */
  private Optional<Href> one(Listed line) {
    boolean special = name(line.href()).chars().anyMatch(c -> c == '%' || c == '?' || c == '#');
    return special && (literal || collection.groupware()) ? literal(line) : escaped(line);
  }

  private Map<Href, Resource> look(List<Listed> doubtful) {
    Set<Href> asked = new LinkedHashSet<>();
    for (Listed line : doubtful) {
      asked.addAll(readings(line));
    }
    List<Href> hrefs = List.copyOf(asked);
    List<Resource> seen = reader.tags(hrefs);
    Map<Href, Resource> now = new HashMap<>();
    for (int i = 0; i < hrefs.size(); i++) {
      now.put(hrefs.get(i), seen.get(i));
    }
    return now;
  }

  private List<Href> settled(Listed line, Set<String> certain, Map<Href, Resource> now) {
    List<Href> readings = readings(line);
    if (line.gone()) {
      return readings.stream().filter(h -> now.get(h) instanceof Resource.Missing).toList();
    }
    List<Href> there =
        readings.stream()
            .filter(h -> !(now.get(h) instanceof Resource.Missing))
            .filter(h -> !certain.contains(h.identity()))
            .toList();
    List<Href> sameTag =
        there.stream()
            .filter(
                h ->
                    now.get(h) instanceof Resource.There t
                        && t.etag().isPresent()
                        && t.etag().equals(line.etag()))
            .toList();
    return sameTag.size() == 1 ? sameTag : there;
  }

  private List<Href> readings(Listed line) {
    List<Href> readings = new ArrayList<>();
    escaped(line).filter(collection.href()::holds).ifPresent(readings::add);
    literal(line).filter(h -> !readings.contains(h)).ifPresent(readings::add);
    return readings;
  }

  private Optional<Href> escaped(Listed line) {
    return Optional.of(client.located(line.href(), collection.href()));
  }

  /** A member whose name is not escaped; the path of the collection before it may be. */
  private Optional<Href> literal(Listed line) {
    String name = name(line.href());
    return isOurs(line.href()) && !name.isEmpty()
        ? Optional.of(collection.href().member(name))
        : Optional.empty();
  }

  /** Whether what stands before the name is the collection, escaped or not. */
  private boolean isOurs(String href) {
    Href folder = collection.href();
    String before = href.substring(0, href.length() - name(href).length());
    return client.located(before, folder).isSame(folder)
        || Href.ofLiteralPath(before).isSame(folder);
  }

  private static String name(String href) {
    return href.substring(href.lastIndexOf('/') + 1);
  }
}
