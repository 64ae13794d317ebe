package org.tandemsync.dav.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.Condition;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.ETag;
import org.tandemsync.dav.client.Href;

/**
 * Whether the server keeps "only if nothing is there" (RFC 9110 13.1.2). Xandikos reads the whole
 * collection for each name that is looked for, so after some hundreds this is put to the proof
 * once: what was just made, and is seen to be there under its name, is sent again as if it were
 * new. A server that keeps the condition does nothing and says 412; one that does not has put what
 * was there in its own place.
 */
final class ConditionProof {
  private static final Logger LOG = LoggerFactory.getLogger(ConditionProof.class);

  /** Names that were looked for before it is worth two requests. */
  private static final int WORTHWHILE = 400;

  /** A 412 that names a condition of these (RFC 4791 5.3.2.1) is about something else. */
  private static final Set<String> OF_DAV =
      Set.of("DAV:", "urn:ietf:params:xml:ns:caldav", "urn:ietf:params:xml:ns:carddav");

  private final DavClient client;
  private final ResourceLens lens;
  private final ResourceReader reader;
  private final SafeWrite safely;
  private final AtomicInteger lookedFor = new AtomicInteger();
  private final AtomicBoolean tried = new AtomicBoolean();
  private volatile boolean kept;
  private volatile @Nullable Made last;

  /**
   * @param tag what the server said to it: it took the body as it is (RFC 9110 9.3.4)
   */
  private record Made(Href href, ETag tag, String text) {}

  ConditionProof(DavClient client, ResourceLens lens, ResourceReader reader, SafeWrite safely) {
    this.client = client;
    this.lens = lens;
    this.reader = reader;
    this.safely = safely;
  }

  /** Takes note of what was sent to where nothing was, and of the answer. */
  void answered(Href href, String text, Answer answer) {
    if (answer.status() == 201 && answer.location().map(href::covers).orElse(true)) {
      answer.etag().filter(tag -> !tag.weak()).ifPresent(tag -> last = new Made(href, tag, text));
    }
  }

  /** Whether new names need not be looked for, because the condition is kept. */
  boolean isKept() {
    return kept && !safely.overwrites();
  }

  /** Takes note of names that are looked for, and proves it if they are many. */
  void lookedFor(int names) {
    Made made = last;
    if (names > 0
        && lookedFor.addAndGet(names) > WORTHWHILE
        && made != null
        && !safely.overwrites()
        && !tried.getAndSet(true)) {
      kept = proved(made);
    }
  }

  private boolean proved(Made made) {
    try {
      Resource there = reader.tags(List.of(made.href())).getFirst();
      if (!there.equals(new Resource.There(made.href(), Optional.of(made.tag()), ""))) {
        return false; // the server has names of its own, or somebody was quick
      }
      byte[] body = made.text().getBytes(StandardCharsets.UTF_8);
      Answer answer =
          client.put(made.href(), new Condition.NothingThere(), body, lens.mediaType(made.text()));
      if (answer.isSuccess()) {
        safely.overwrote(made.href());
      }
      return answer.status() == 412
          && answer.error().conditions().stream()
              .noneMatch(condition -> OF_DAV.contains(condition.getNamespaceURI()));
    } catch (DavException e) {
      LOG.debug("whether a condition is kept cannot be told: {}", e.text());
      return false;
    }
  }
}
