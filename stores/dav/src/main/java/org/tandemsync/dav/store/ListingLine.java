package org.tandemsync.dav.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.dav.client.ETag;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;

/**
 * What a listing says of one href.
 *
 * @param type its content type, or {@link MemberTypes#FOLDER}
 * @param body its properties if the content is among them, else null
 */
record ListingLine(
    String href,
    Saying saying,
    Optional<ETag> etag,
    String type,
    Response.@Nullable Properties body) {

  /** What is said. */
  enum Saying {
    THERE,
    GONE,
    /** Only reading tells. */
    UNCLEAR,
    /** The listing itself is not complete. */
    CUT_SHORT
  }

  static ListingLine of(Response response) {
    return switch (response) {
      case Response.Properties p -> {
        boolean folder =
            p.get(Names.RESOURCETYPE).map(t -> t.child(Names.COLLECTION).isPresent()).orElse(false);
        String type = folder ? MemberTypes.FOLDER : p.text(Names.GETCONTENTTYPE);
        yield new ListingLine(p.href(), Saying.THERE, p.etag(), type.intern(), null);
      }
      case Response.Status s ->
          new ListingLine(
              s.href(),
              switch (s.status()) {
                case 404, 410 -> Saying.GONE;
                case 507 -> Saying.CUT_SHORT;
                default -> Saying.UNCLEAR;
              },
              Optional.empty(),
              "",
              null);
    };
  }

  ListingLine with(Response.Properties content) {
    return new ListingLine(href, saying, etag, type, content);
  }

  /** Nothing but that it is there or not. */
  ListingLine withoutTag() {
    return new ListingLine(href, saying, Optional.empty(), "", null);
  }

  /** Two lines about the same: if they do not agree, only reading tells. */
  static ListingLine both(ListingLine one, ListingLine other) {
    boolean agree = one.saying == other.saying && one.etag.equals(other.etag);
    return agree
        ? other
        : new ListingLine(one.href, Saying.UNCLEAR, Optional.empty(), one.type, null);
  }
}
