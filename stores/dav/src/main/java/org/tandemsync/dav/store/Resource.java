package org.tandemsync.dav.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.dav.client.ETag;
import org.tandemsync.dav.client.Href;
import org.tandemsync.sync.Revision;

/** What a look at one resource showed. */
sealed interface Resource {

  /**
   * It is there.
   *
   * @param text its content, or empty if that was not asked for
   * @param scheduleTag its Schedule-Tag (RFC 6638), or empty
   */
  record There(Href href, Optional<ETag> etag, String text, String scheduleTag)
      implements Resource {

    There(Href href, Optional<ETag> etag, String text) {
      this(href, etag, text, "");
    }

    /** The tag; without one a hash of the content; null if neither is known. */
    @Nullable Revision revision() {
      if (etag.isPresent()) {
        return new Revision(etag.get().text());
      }
      return text.isEmpty() ? null : new Revision(HASHED + ResourceNames.hash(text));
    }
  }

  /** The server says that it is not there. */
  record Missing() implements Resource {}

  /** It cannot be told, or what is there cannot be fetched. */
  record Unclear(Optional<ETag> etag, String reason) implements Resource {}

  /** Begins revisions that are no tags. */
  String HASHED = "sha256:";
}
