package org.tandemsync.testkit.server;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** What a body must be to be stored (RFC 4791, section 5.3.2.1; RFC 6352, section 6.3.2.1). */
final class BodyChecks {
  private static final Set<String> CARD_TYPES =
      Set.of("text/vcard", "text/x-vcard", "text/directory");
  private final EmbeddedDavServer server;

  BodyChecks(EmbeddedDavServer server) {
    this.server = server;
  }

  Optional<DavResponse> refusal(DavRequest request, DavCollection collection, String name) {
    Dials dials = server.dials();
    boolean calendar = collection.kind() == CollectionKind.CALENDAR;
    if (request.body().length > dials.maxResourceSize) {
      return Optional.of(condition(calendar, "max-resource-size"));
    }
    Optional<Component> root = Component.parse(request.text());
    if (dials.validate) {
      Optional<DavResponse> invalid =
          calendar ? calendar(request, root, collection) : card(request, root, dials.vlists);
      if (invalid.isPresent()) {
        return Optional.of(invalid(invalid.get(), calendar, collection, name));
      }
    }
    return uidConflict(DavResource.of(name, request.body(), root, "", Instant.EPOCH), collection);
  }

  private DavResponse invalid(
      DavResponse usual, boolean calendar, DavCollection collection, String member) {
    return switch (server.dials().invalidBody) {
      case FORBIDDEN -> usual;
      case BAD_REQUEST -> DavResponse.text(400, "Bad Request");
      case NOT_FOUND -> DavResponse.of(404);
      case MULTISTATUS -> {
        var answer = new Multistatus(false);
        Element why =
            Element.empty(name(calendar, calendar ? "valid-calendar-data" : "valid-address-data"));
        answer.status(server.hrefInError(collection.path() + Hrefs.encode(member, "")), 412, why);
        yield answer.done();
      }
    };
  }

  private Optional<DavResponse> calendar(
      DavRequest request, Optional<Component> root, DavCollection collection) {
    Optional<String> type = mediaType(request);
    if (type.isPresent() && !type.get().equals("text/calendar")) {
      return Optional.of(condition(true, "supported-calendar-data"));
    }
    if (root.isEmpty() || !root.get().name().equals("VCALENDAR")) {
      return Optional.of(condition(true, "valid-calendar-data"));
    }
    List<Component> objects =
        root.get().components().stream().filter(c -> !c.name().equals("VTIMEZONE")).toList();
    Set<String> uids =
        objects.stream()
            .map(c -> c.line("UID").map(line -> line.value().strip()).orElse(""))
            .collect(Collectors.toSet());
    Set<String> kinds = objects.stream().map(Component::name).collect(Collectors.toSet());
    if (uids.size() != 1 || uids.contains("") || kinds.size() != 1) {
      return Optional.of(condition(true, "valid-calendar-object-resource"));
    }
    if (root.get().line("METHOD").isPresent()) {
      return Optional.of(condition(true, "valid-calendar-object-resource"));
    }
    boolean supported =
        server.dials().components != Dials.Components.AS_MADE
            || collection.components().containsAll(kinds);
    return supported
        ? Optional.empty()
        : Optional.of(condition(true, "supported-calendar-component"));
  }

  private static Optional<DavResponse> card(
      DavRequest request, Optional<Component> card, boolean vlists) {
    Optional<String> type = mediaType(request);
    boolean list = vlists && type.isPresent() && type.get().equals("text/x-vlist");
    if (type.isPresent() && !list && !CARD_TYPES.contains(type.get())) {
      return Optional.of(condition(false, "supported-address-data"));
    }
    boolean valid =
        card.isPresent()
            && card.get().name().equals(list ? "VLIST" : "VCARD")
            && card.get().line("UID").isPresent()
            && (list || card.get().line("VERSION").isPresent());
    return valid ? Optional.empty() : Optional.of(condition(false, "valid-address-data"));
  }

  private Optional<DavResponse> uidConflict(DavResource wanted, DavCollection collection) {
    boolean calendar = collection.kind() == CollectionKind.CALENDAR;
    Optional<String> taken =
        wanted.uid().isEmpty()
            ? Optional.empty()
            : collection.uidTakenBy(wanted.uid(), wanted.name());
    if (taken.isEmpty()) {
      return calendar && server.dials().uidsOfAllCalendars && isElsewhere(wanted, collection)
          ? Optional.of(DavResponse.text(409, "Event UID already in use"))
          : Optional.empty();
    }
    String href = server.href(collection, taken.get(), false);
    QName condition = name(calendar, "no-uid-conflict");
    return switch (server.dials().uidConflict) {
      case ALLOWED -> Optional.empty();
      case FORBIDDEN -> Optional.of(DavResponse.error(403, condition, href));
      case CONFLICT -> Optional.of(DavResponse.error(409, condition, href));
      case CONFLICT_IN_CALENDARS ->
          calendar
              ? Optional.of(DavResponse.text(409, "Event UID already in use"))
              : Optional.empty();
      case MULTISTATUS_IN_CALENDARS -> {
        if (!calendar) {
          yield Optional.empty();
        }
        var answer = new Multistatus(false);
        String at = server.hrefInError(collection.path() + Hrefs.encode(wanted.name(), ""));
        answer.status(at, 412, Element.empty(condition));
        yield Optional.of(answer.done());
      }
    };
  }

  private boolean isElsewhere(DavResource wanted, DavCollection collection) {
    return !wanted.uid().isEmpty()
        && server.home(CollectionKind.CALENDAR, collection.owner()).stream()
            .filter(c -> c != collection)
            .anyMatch(c -> c.uidTakenBy(wanted.uid(), "").isPresent());
  }

  private static Optional<String> mediaType(DavRequest request) {
    return request
        .header("Content-Type")
        .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
  }

  private static DavResponse condition(boolean calendar, String local) {
    return DavResponse.error(403, name(calendar, local));
  }

  private static QName name(boolean calendar, String local) {
    return calendar ? Names.caldav(local) : Names.carddav(local);
  }
}
