package org.tandemsync.dav.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemsync.dav.client.Href;
import org.tandemsync.items.Family;

/** Tells by name and content type which members can be items of a family, before reading them. */
final class MemberTypes {
  /** Instead of a content type: a folder in the collection. */
  static final String FOLDER = "httpd/unix-directory";

  private static final Pattern COMPONENT =
      Pattern.compile("component\\s*=\\s*\"?([A-Za-z,+ -]+)\"?", Pattern.CASE_INSENSITIVE);
  private static final Set<String> CARDS =
      Set.of("text/vcard", "text/x-vcard", "text/directory", "text/x-vlist");

  private final Family family;

  MemberTypes(Family family) {
    this.family = family;
  }

  /** Whether such a member may be an item; only reading can prove it. */
  boolean fits(Href href, String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    String media = type.replaceFirst(";.*", "").strip();
    if (media.equals(FOLDER)) {
      return false;
    }
    boolean calendar = media.equals("text/calendar");
    boolean card = CARDS.contains(media);
    if (calendar || card) {
      return calendar == (family != Family.CONTACTS) && (card || fitsComponent(type));
    }
    // No type or a general one (Xandikos serves lists as octet-stream): the name decides.
    boolean general =
        media.isEmpty() || media.equals("application/octet-stream") || media.equals("text/plain");
    return general || hasUsualEnding(href);
  }

  /** Radicale and Nextcloud tell the component in the type: tasks are no appointments. */
  private boolean fitsComponent(String type) {
    Matcher component = COMPONENT.matcher(type);
    if (!component.find()) {
      return true;
    }
    List<String> names = List.of(component.group(1).toUpperCase(Locale.ROOT).split("[^A-Z-]+"));
    return switch (family) {
      case EVENTS -> names.contains("VEVENT");
      case TASKS -> names.contains("VTODO");
      case CONTACTS -> false;
    };
  }

  private boolean hasUsualEnding(Href href) {
    String name = href.name().toLowerCase(Locale.ROOT);
    return family == Family.CONTACTS
        ? name.endsWith(".vcf") || name.endsWith(".vlf")
        : name.endsWith(".ics");
  }
}
