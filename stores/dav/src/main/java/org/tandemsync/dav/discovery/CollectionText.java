package org.tandemsync.dav.discovery;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Origin;
import org.tandemsync.items.Family;

/**
 * What stores need to know of a collection as a text, to be remembered: not its tokens, which are
 * those of a moment, and only of one that the account may write to. Whoever may only read asks each
 * time, so that a right that was given shows at once.
 */
public final class CollectionText {
  /** To be raised when more is needed: then everything is asked for again. */
  private static final String FORM = "1";

  private CollectionText() {}

  /** Empty for a collection that is not to be remembered. */
  public static Optional<String> of(DavCollection collection) {
    if (!collection.writable() || collection.kind().isEmpty()) {
      return Optional.empty();
    }
    Set<String> kind = new TreeSet<>();
    collection.kind().forEach(family -> kind.add(family.name()));
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("form", FORM);
    parts.put("path", collection.href().path());
    parts.put("kind", String.join(" ", kind));
    parts.put("name", collection.name());
    parts.put("reports", String.join(" ", new TreeSet<>(collection.capabilities())));
    parts.put("groupware", Boolean.toString(collection.groupware()));
    parts.put("version-4-only", Boolean.toString(collection.version4Only()));
    StringBuilder text = new StringBuilder();
    parts.forEach(
        (key, value) ->
            text.append(text.isEmpty() ? "" : "&")
                .append(key)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return Optional.of(text.toString());
  }

  /** Empty if the text is none of ours, or about another address. */
  public static Optional<DavCollection> read(Origin origin, Href at, String text) {
    try {
      Map<String, String> parts = new LinkedHashMap<>();
      for (String part : text.split("&")) {
        int equals = part.indexOf('=');
        parts.put(
            part.substring(0, Math.max(0, equals)),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
      Href href = at.asCollection();
      if (!FORM.equals(parts.get("form")) || !href.path().equals(parts.get("path"))) {
        return Optional.empty();
      }
      Set<Family> kind = EnumSet.noneOf(Family.class);
      words(parts, "kind").forEach(word -> kind.add(Family.valueOf(word)));
      String name = parts.getOrDefault("name", "");
      return kind.isEmpty() || name.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new DavCollection(
                  href,
                  origin + href.path(),
                  Set.copyOf(kind),
                  name,
                  "",
                  true,
                  Integer.MAX_VALUE,
                  "",
                  Set.copyOf(words(parts, "reports")),
                  Boolean.parseBoolean(parts.get("groupware")),
                  Boolean.parseBoolean(parts.get("version-4-only")),
                  "",
                  ""));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Set<String> words(Map<String, String> parts, String key) {
    String text = parts.getOrDefault(key, "");
    return text.isEmpty() ? Set.of() : new TreeSet<>(Set.of(text.split(" ")));
  }
}
