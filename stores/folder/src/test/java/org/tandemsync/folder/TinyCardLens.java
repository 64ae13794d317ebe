package org.tandemsync.folder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Item;

/** The smallest lens that obeys the laws: full name and nickname of a vCard. */
class TinyCardLens implements ResourceLens {
  private static final Map<String, String> PROPERTIES =
      Map.of("full-name", "FN", "nickname", "NICKNAME");

  @Override
  public Reading get(String text) {
    if (text.startsWith("BEGIN:VLIST")) {
      return new Reading.Foreign("a list");
    }
    Map<String, String> lines = lines(text);
    if (!text.startsWith("BEGIN:VCARD") || !lines.containsKey("END")) {
      return new Reading.Broken("", "no vCard, line 1: " + text.lines().findFirst().orElse(""));
    }
    Contact contact =
        Contact.builder()
            .uid(lines.getOrDefault("UID", ""))
            .fullName(lines.getOrDefault("FN", ""))
            .nickname(lines.getOrDefault("NICKNAME", ""))
            .build();
    return new Reading.Understood(contact, lines.get("X-TANDEM-STAMP"), java.util.List.of());
  }

  private static Map<String, String> lines(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : text.split("\r?\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        lines.put(line.substring(0, colon), line.substring(colon + 1));
      }
    }
    return lines;
  }

  @Override
  public String create(Item item, String stamp) {
    Contact contact = (Contact) item;
    return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:"
        + contact.uid()
        + "\r\nFN:"
        + contact.fullName()
        + "\r\nN:"
        + contact.fullName()
        + ";;;;\r\nNICKNAME:"
        + contact.nickname()
        + "\r\nX-TANDEM-STAMP:"
        + stamp
        + "\r\nEND:VCARD\r\n";
  }

  @Override
  public String marked(String resource, String stamp) {
    return resource;
  }

  @Override
  public String update(String previous, Item item, Set<String> fields, String stamp) {
    if (fields.isEmpty()) {
      return previous;
    }
    Contact contact = (Contact) item;
    Map<String, String> values =
        Map.of("full-name", contact.fullName(), "nickname", contact.nickname());
    String text = previous;
    for (String field : fields) {
      text = with(text, PROPERTIES.getOrDefault(field, "X"), values.getOrDefault(field, ""));
    }
    return with(text, "X-TANDEM-STAMP", stamp);
  }

  private static String with(String text, String property, String value) {
    String without = text.replaceFirst("(?m)^" + property + ":.*\r?\n", "");
    return without.replaceFirst("(?m)^END:VCARD", property + ":" + value + "\r\nEND:VCARD");
  }

  @Override
  public String mediaType(String resource) {
    return "text/vcard; charset=utf-8";
  }

  @Override
  public String extension(Item item) {
    return ".vcf";
  }
}
