package org.tandemsync.dav.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.Family;

/**
 * Looks at resources, many in a request: as many as fit into an answer of a few megabytes. A batch
 * that fails is halved until the resource that is to blame stands alone; what an answer leaves out
 * or calls missing is asked for by itself.
 */
final class ResourceReader {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceReader.class);

  /** In one question, as long as nothing is known of their size, and at most. */
  private static final int BODIES = 100;

  private static final int MOST_BODIES = 250;

  /** What an answer with bodies shall have, in characters. */
  private static final int ANSWER = 4 << 20;

  /** What a typical event or card has at least: with fewer, one answer says little. */
  private static final int LEAST = 256;

  private static final int TAGS = 200;
  private static final char REPLACED = '\uFFFD';

  private final DavClient client;
  private final DavCollection collection;
  private final QName report;
  private final QName data;
  private final boolean schedules;
  private volatile boolean multiget = true;

  /** How large a body was in the answers before, on average; 0: nothing was read yet. */
  private volatile int average;

  /** Bodies that came with a listing; each is used once. */
  private final Map<String, Resource.There> fresh = new ConcurrentHashMap<>();

  ResourceReader(DavClient client, DavCollection collection, Family family) {
    this.client = client;
    this.collection = collection;
    boolean cards = family == Family.CONTACTS;
    this.schedules = family == Family.EVENTS;
    this.report = cards ? Names.ADDRESSBOOK_MULTIGET : Names.CALENDAR_MULTIGET;
    this.data = cards ? Names.ADDRESS_DATA : Names.CALENDAR_DATA;
  }

  /** What is wanted of each resource. */
  private enum Wanted {
    /** Its content and tag; that it is missing has to be certain. */
    BODY,
    /** The same and its schedule tag, to change it. */
    EDIT,
    /** Its tag; that it is missing has to be certain. */
    TAG,
    /** Only whether something is there. */
    PRESENCE;

    boolean withBody() {
      return this == BODY || this == EDIT;
    }
  }

  /** The name of the property that holds the content. */
  QName data() {
    return data;
  }

  /** Takes note of a body that came with a listing. */
  void came(Href href, Response.Properties p) {
    if (resource(href, p, Wanted.BODY) instanceof Resource.There there
        && there.etag().isPresent()) {
      fresh.put(href.identity(), there);
    }
  }

  /** Forgets what came with an earlier listing. */
  void forget() {
    fresh.clear();
  }

  void forget(Href href) {
    fresh.remove(href.identity());
  }

  /** What is there or was there at the listing, with its content, in the order of the hrefs. */
  List<Resource> listed(List<Href> hrefs) {
    Map<Href, Resource> known = new HashMap<>();
    for (Href href : hrefs) {
      Resource.There there = fresh.remove(href.identity());
      if (there != null) {
        known.put(href, there);
      }
    }
    List<Href> others = hrefs.stream().filter(h -> !known.containsKey(h)).toList();
    List<Resource> read = bodies(others);
    for (int i = 0; i < others.size(); i++) {
      known.put(others.get(i), read.get(i));
    }
    return hrefs.stream().map(h -> Objects.requireNonNull(known.get(h))).toList();
  }

  /** What is there, with its content, in the order of the hrefs. */
  List<Resource> bodies(List<Href> hrefs) {
    return look(hrefs, Wanted.BODY);
  }

  /**
   * The same, to change it: with the tag that listings have, which only a multiget is sure to give.
   * Whatever stands before the server may give the answer to GET another one.
   */
  List<Resource> toEdit(List<Href> hrefs) {
    return look(hrefs, Wanted.EDIT);
  }

  /** Whether something is there, and its tag, in the order of the hrefs. */
  List<Resource> tags(List<Href> hrefs) {
    return look(hrefs, Wanted.TAG);
  }

  /** Whether names are taken, in the order of the hrefs. */
  List<Resource> presence(List<Href> hrefs) {
    return look(hrefs, Wanted.PRESENCE);
  }

  /** Some questions at a time; the answers to them tell how much to ask for in the next ones. */
  private List<Resource> look(List<Href> hrefs, Wanted wanted) {
    int parallel = client.settings().parallel();
    List<Resource> found = new ArrayList<>(hrefs.size());
    while (found.size() < hrefs.size()) {
      int size = wanted.withBody() ? bodiesAtOnce() : TAGS;
      List<List<Href>> batches = new ArrayList<>();
      int from = found.size();
      while (from < hrefs.size() && batches.size() < parallel) {
        int until = Math.min(hrefs.size(), from + size);
        batches.add(hrefs.subList(from, until));
        from = until;
      }
      Parallel.map(parallel, batches, b -> batch(b, wanted)).forEach(found::addAll);
    }
    return found;
  }

  private int bodiesAtOnce() {
    return average == 0 ? BODIES : Math.clamp(ANSWER / Math.max(LEAST, average), 1, MOST_BODIES);
  }

  private List<Resource> batch(List<Href> hrefs, Wanted wanted) {
    if (!multiget || (hrefs.size() == 1 && wanted == Wanted.BODY)) {
      return Parallel.map(client.settings().parallel(), hrefs, h -> single(h, wanted));
    }
    Map<String, Response> answers;
    try {
      answers = multiget(hrefs, wanted);
    } catch (DavException e) {
      if (!mayBeOneResource(e)) {
        throw e;
      }
      LOG.debug("asking for less after: {}", e.text());
      return smaller(hrefs, wanted, e);
    }
    List<Resource> found = new ArrayList<>(hrefs.size());
    for (Href href : hrefs) {
      Resource resource = resource(href, answers.get(href.identity()), wanted);
      found.add(resource == null ? single(href, wanted) : resource);
    }
    if (wanted.withBody()) {
      measure(found);
    }
    return found;
  }

  private void measure(List<Resource> found) {
    long chars = 0;
    for (Resource resource : found) {
      chars += resource instanceof Resource.There there ? there.text().length() : 0;
    }
    average = (int) Math.max(1, Math.min(Integer.MAX_VALUE, chars / found.size()));
  }

  private List<Resource> smaller(List<Href> hrefs, Wanted wanted, DavException e) {
    if (e.status() == 405 || e.status() == 501 || e.status() == 415) {
      multiget = false;
    }
    if (hrefs.size() == 1 || !multiget) {
      return Parallel.map(client.settings().parallel(), hrefs, h -> single(h, wanted));
    }
    int half = hrefs.size() / 2;
    List<Resource> found = new ArrayList<>(batch(hrefs.subList(0, half), wanted));
    found.addAll(batch(hrefs.subList(half, hrefs.size()), wanted));
    return found;
  }

  /** Whether the server may be well and only one of the resources at fault. */
  private static boolean mayBeOneResource(DavException e) {
    return switch (e.kind()) {
      case NOT_UNDERSTOOD, TOO_LARGE, LOST -> true;
      case STATUS -> e.status() != 401 && !e.asksForPause();
      case NOT_SENT, TIMEOUT, NOT_DAV, NOT_SIGNED_IN, REDIRECTED, ELSEWHERE -> false;
    };
  }

  private Map<String, Response> multiget(List<Href> hrefs, Wanted wanted) {
    List<QName> names =
        switch (wanted) {
          case BODY -> List.of(Names.GETETAG, data);
          case EDIT ->
              schedules
                  ? List.of(Names.GETETAG, Names.SCHEDULE_TAG, data)
                  : List.of(Names.GETETAG, data);
          case TAG, PRESENCE -> List.of(Names.GETETAG);
        };
    Map<String, Response> answers = new HashMap<>();
    boolean here = false;
    for (Response row :
        client.<Response>multiget(report, collection.href(), hrefs, names, r -> r).rows()) {
      Href href = client.located(row.href(), collection.href());
      here = here || collection.href().covers(href);
      answers.put(href.identity(), row);
    }
    if (!here && !answers.isEmpty()) {
      String first = answers.values().iterator().next().href();
      throw client.elsewhere("REPORT", collection.href(), first);
    }
    return answers;
  }

  /** Null if the answer does not settle it. */
  private @Nullable Resource resource(Href href, @Nullable Response answer, Wanted wanted) {
    if (!(answer instanceof Response.Properties p)) {
      // "Not there" is asked again where it may decide a deletion.
      boolean missing = answer instanceof Response.Status s && s.status() == 404;
      return missing && wanted == Wanted.PRESENCE ? new Resource.Missing() : null;
    }
    if (!wanted.withBody()) {
      boolean enough = wanted == Wanted.PRESENCE || p.etag().isPresent();
      return enough ? new Resource.There(href, p.etag(), "") : null;
    }
    String text = p.get(data).map(e -> e.text().stripLeading()).orElse("");
    // Replaced characters: the resource itself has those that XML cannot hold.
    return text.isEmpty() || text.indexOf(REPLACED) >= 0
        ? null
        : new Resource.There(href, p.etag(), withLineEnds(text), p.text(Names.SCHEDULE_TAG));
  }

  /** XML readers turn CR LF into LF; iCalendar and vCard have CR LF. */
  private static String withLineEnds(String text) {
    return text.indexOf('\r') < 0 ? text.replace("\n", "\r\n") : text;
  }

  private Resource single(Href href, Wanted wanted) {
    try {
      return wanted.withBody() ? get(href) : tag(href);
    } catch (DavException e) {
      return switch (e.kind()) {
        case TOO_LARGE, NOT_UNDERSTOOD -> new Resource.Unclear(Optional.empty(), e.text());
        case STATUS, NOT_SENT, LOST, TIMEOUT, NOT_DAV -> throw e;
        case NOT_SIGNED_IN, REDIRECTED, ELSEWHERE -> throw e;
      };
    }
  }

  private Resource get(Href href) {
    Answer answer = client.get(href);
    return switch (answer.status()) {
      case 404, 410 -> new Resource.Missing();
      case 401 -> throw client.refused("GET", href, answer);
      default -> {
        if (answer.asksForPause()) {
          throw client.refused("GET", href, answer);
        }
        if (!answer.isSuccess()) {
          yield new Resource.Unclear(answer.etag(), "the server answers " + answer.describe());
        }
        Resource found = decoded(href, answer);
        if (answer.isPage()
            && !(found instanceof Resource.There there && there.text().startsWith("BEGIN:"))) {
          throw client.noDav("GET", href, answer);
        }
        yield found;
      }
    };
  }

  private static Resource decoded(Href href, Answer answer) {
    String name = answer.body().charset();
    Charset charset = name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(answer.body().bytes()))
              .toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return plain.isBlank()
          ? new Resource.Unclear(answer.etag(), "it is empty")
          : new Resource.There(href, answer.etag(), plain, answer.scheduleTag());
    } catch (CharacterCodingException e) {
      return new Resource.Unclear(answer.etag(), "it is no valid text in " + charset.name());
    }
  }

  private Resource tag(Href href) {
    try {
      List<Response> answers =
          client.<Response>propfind(href, Depth.SELF, List.of(Names.GETETAG), r -> r).rows();
      for (Response answer : answers) {
        if (!client.located(answer.href(), href).isSame(href)) {
          continue; // about something else
        }
        switch (answer) {
          case Response.Properties p -> {
            return new Resource.There(href, p.etag(), "");
          }
          case Response.Status s -> {
            return s.status() == 404 || s.status() == 410
                ? new Resource.Missing()
                : new Resource.Unclear(Optional.empty(), "the server answers status " + s.status());
          }
        }
      }
      return new Resource.Unclear(Optional.empty(), "the server says nothing about it");
    } catch (DavException e) {
      if (e.status() == 404 || e.status() == 410) {
        return new Resource.Missing();
      }
      if (e.kind() == DavException.Kind.STATUS && mayBeOneResource(e)) {
        return new Resource.Unclear(Optional.empty(), e.text());
      }
      throw e;
    }
  }
}
