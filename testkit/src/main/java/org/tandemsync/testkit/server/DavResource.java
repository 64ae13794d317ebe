package org.tandemsync.testkit.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A member of a collection, as it is at one moment.
 *
 * @param tag the opaque part of the ETag, without quotes
 * @param scheduleTag another such tag, which answers of attendees leave as it is
 * @param component VEVENT, VTODO, VCARD, VLIST...; empty for what is none of them
 * @param uid empty when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DavResource(
    String name,
    byte[] body,
    String tag,
    String scheduleTag,
    String component,
    String uid,
    Instant modified) {

  static DavResource of(String name, byte[] body, String tag, Instant modified) {
    return of(name, body, Component.parse(new String(body, StandardCharsets.UTF_8)), tag, modified);
  }

  /**
   * @param root what the body is, if it is anything
   */
  static DavResource of(
      String name, byte[] body, Optional<Component> root, String tag, Instant modified) {
    Optional<Component> main = root.flatMap(DavResource::main);
    String uid =
        main.flatMap(component -> component.line("UID")).map(l -> l.value().strip()).orElse("");
    return new DavResource(
        name, body, tag, tag, main.map(Component::name).orElse(""), uid, modified);
  }

  /** The component that matters: the card itself, or the first in a calendar that is no zone. */
  static Optional<Component> main(Component root) {
    if (!root.name().equals("VCALENDAR")) {
      return Optional.of(root);
    }
    return root.components().stream().filter(c -> !c.name().equals("VTIMEZONE")).findFirst();
  }

  DavResource withScheduleTag(String value) {
    return new DavResource(name, body, tag, value, component, uid, modified);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Optional<Component> parsed() {
    return Component.parse(text());
  }

  String contentType() {
    return switch (component) {
      case "VCARD" -> "text/vcard; charset=utf-8";
      case "VLIST" -> "text/x-vlist; charset=utf-8";
      case "" -> "application/octet-stream";
      default -> "text/calendar; charset=utf-8; component=" + component;
    };
  }
}
