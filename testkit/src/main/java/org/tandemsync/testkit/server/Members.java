package org.tandemsync.testkit.server;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GET, PUT, DELETE and MOVE of members, and DELETE of collections. */
final class Members {
  private final EmbeddedDavServer server;
  private final BodyChecks checks;
  private final Scheduling scheduling;

  Members(EmbeddedDavServer server) {
    this.server = server;
    checks = new BodyChecks(server);
    scheduling = new Scheduling(server);
  }

  DavResponse get(DavRequest request, Node node) {
    if (!(node instanceof Node.Member(DavCollection collection, DavResource resource))) {
      boolean exists =
          node instanceof Node.Folder || node instanceof Node.Home || node instanceof Node.Place;
      return DavResponse.of(exists ? 405 : 404).with("Allow", DavService.METHODS);
    }
    String etag = server.etag(resource);
    Optional<String> unless = request.header("If-None-Match");
    if (unless.isPresent() && !etag.isEmpty() && names(unless.get(), resource)) {
      return DavResponse.of(304).with("ETag", etag);
    }
    DavResponse found =
        DavResponse.of(200)
            .with("Content-Type", resource.contentType())
            .with(
                "Last-Modified",
                PropertyValues.httpDate(resource.modified().atZone(ZoneOffset.UTC)))
            .withBody(resource.body());
    if (server.dials().scheduleTags) {
      found = found.with("Schedule-Tag", '"' + resource.scheduleTag() + '"');
    }
    return etag.isEmpty() ? found : found.with("ETag", etag);
  }

  DavResponse put(DavRequest request, Node node) {
    if (node instanceof Node.Folder(DavCollection whole) && WholeBooks.areHere(server, whole)) {
      return WholeBooks.put(server, request, whole);
    }
    DavCollection collection;
    String name;
    if (node instanceof Node.Member(DavCollection in, DavResource old)) {
      collection = in;
      name = old.name();
    } else if (node instanceof Node.NoMember(DavCollection in, String wanted)) {
      collection = in;
      name = server.dials().nameOnCreate.apply(wanted);
    } else {
      boolean missing = node instanceof Node.Nowhere || node instanceof Node.NoFolder;
      return DavResponse.of(missing ? 409 : 405);
    }
    // what was found before the lock may be outdated
    collection.lock().lock();
    try {
      return put(request, collection, name, collection.member(name).orElse(null));
    } finally {
      collection.lock().unlock();
    }
  }

  private DavResponse put(
      DavRequest request, DavCollection collection, String name, @Nullable DavResource old) {
    checkWritable(collection, old == null ? "bind" : "write-content");
    if (server.dials().uidBeforeCondition) {
      Optional<DavResponse> taken = checks.refusal(request, collection, name);
      if (taken.isPresent()) {
        return taken.get();
      }
    }
    checkIfMatch(request, old, collection, name);
    Optional<String> schedule = request.header("If-Schedule-Tag-Match");
    if (schedule.isPresent()
        && (old == null || !schedule.get().equals('"' + old.scheduleTag() + '"'))) {
      return failed(collection, name);
    }
    Optional<String> unless = request.header("If-None-Match");
    if (unless.isPresent()
        && !server.dials().ignoreIfNoneMatch
        && old != null
        && names(unless.get(), old)) {
      return failed(collection, name);
    }
    Optional<DavResponse> refused = checks.refusal(request, collection, name);
    if (refused.isPresent()) {
      return refused.get();
    }
    String text = request.text();
    boolean schedules = server.dials().schedules && collection.kind() == CollectionKind.CALENDAR;
    String arranged = schedules ? scheduling.arranged(collection, old, text) : text;
    String kept = server.dials().rewrite.apply(arranged);
    byte[] body = kept.equals(text) ? request.body() : kept.getBytes(StandardCharsets.UTF_8);
    DavResource stored = collection.store(name, body);
    if (schedules) {
      scheduling.stored(collection, stored);
    }
    String etag = server.etag(stored);
    DavResponse done = DavResponse.of(old == null ? 201 : server.dials().replacedStatus);
    if (!name.equals(request.name())) {
      done = done.with("Location", server.href(collection, name, false));
    }
    if (server.dials().representation
        && request.header("Prefer").filter("return=representation"::equals).isPresent()) {
      return DavResponse.of(old == null ? 201 : 200)
          .with("Preference-Applied", "return=representation")
          .with("Content-Type", stored.contentType())
          .with("ETag", etag)
          .withBody(stored.body());
    }
    return etag.isEmpty() || !server.dials().etagOnPut ? done : done.with("ETag", etag);
  }

  DavResponse delete(DavRequest request, Node node) {
    if (node instanceof Node.Folder(DavCollection collection)) {
      checkWritable(collection, "unbind");
      if (server.dials().undeletable.test(collection.name())) {
        return DavResponse.text(403, "folder '" + collection.name() + "' cannot be deleted");
      }
      server.remove(collection);
      if (server.dials().deletedAsMultistatus) {
        var answer = new Multistatus(false);
        answer.status(server.href(collection.path()), 200);
        DavResponse done = answer.done();
        return new DavResponse(200, done.headers(), done.body());
      }
      return DavResponse.of(204);
    }
    if (!(node instanceof Node.Member(DavCollection collection, DavResource found))) {
      boolean exists = node instanceof Node.Home || node instanceof Node.Place;
      return DavResponse.of(exists ? 403 : 404);
    }
    collection.lock().lock();
    try {
      DavResource now = collection.member(found.name()).orElse(null);
      if (now == null) {
        return DavResponse.of(404);
      }
      checkWritable(collection, "unbind");
      if (!server.dials().ignoreIfMatchOnDelete) {
        checkIfMatch(request, now, collection, now.name());
      }
      collection.delete(now.name());
      if (server.dials().schedules && collection.kind() == CollectionKind.CALENDAR) {
        scheduling.deleted(collection, now);
      }
      return DavResponse.of(204);
    } finally {
      collection.lock().unlock();
    }
  }

  /** RFC 4918 9.9, without overwriting. Nobody is told of it, whatever it is. */
  DavResponse move(DavRequest request, Node node, Node destination) {
    if (!(node instanceof Node.Member(DavCollection from, DavResource found))) {
      return DavResponse.of(404);
    }
    if (!(destination instanceof Node.NoMember(DavCollection to, String name))) {
      return DavResponse.of(destination instanceof Node.Member ? 412 : 409);
    }
    checkWritable(from, "unbind");
    checkWritable(to, "bind");
    to.store(name, found.body());
    from.delete(found.name());
    return DavResponse.of(201);
  }

  static void checkWritable(DavCollection collection, String privilege) {
    if (collection.readOnly()) {
      Element missing =
          Element.of(
              Names.dav("need-privileges"),
              Element.of(
                  Names.dav("resource"),
                  Element.href(collection.path()),
                  Element.ofNames(Names.dav("privilege"), Names.dav(privilege))));
      throw new Refusal(DavResponse.error(403, missing));
    }
  }

  private DavResponse failed(DavCollection collection, String name) {
    return switch (server.dials().failedCondition) {
      case PRECONDITION_FAILED -> DavResponse.of(412);
      case CONFLICT -> DavResponse.of(409);
      case MULTISTATUS -> {
        var answer = new Multistatus(false);
        answer.status(server.href(collection, name, false), 412);
        yield answer.done();
      }
    };
  }

  private void checkIfMatch(
      DavRequest request, @Nullable DavResource now, DavCollection collection, String name) {
    Optional<String> only = request.header("If-Match");
    if (only.isPresent() && (now == null || !names(only.get(), now))) {
      throw new Refusal(failed(collection, name));
    }
  }

  /** Whether a list of ETags, or a star, means this resource. */
  private boolean names(String list, DavResource resource) {
    if (list.strip().equals("*")) {
      return true;
    }
    if (server.dials().etags == Dials.EtagStyle.NONE) {
      return false;
    }
    List<String> given = new ArrayList<>();
    Arrays.stream(list.split(",")).map(String::strip).forEach(given::add);
    String strong = '"' + resource.tag() + '"';
    return switch (server.dials().etags) {
      case STRONG, COUNTED -> given.contains(strong);
      case BARE -> given.contains(resource.tag());
      case WEAK -> given.contains(strong) || given.contains("W/" + strong);
      case UNQUOTED -> given.contains(strong) || given.contains(resource.tag());
      case NONE -> false;
    };
  }
}
