package org.tandemsync.dav.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * What a server says it did not like (RFC 4918 16).
 *
 * @param conditions the names of the preconditions or postconditions that failed
 * @param hrefs the resources named in them
 * @param text what else it says, shortened
 */
public record Preconditions(Set<QName> conditions, List<String> hrefs, String text) {
  public static final Preconditions NONE = new Preconditions(Set.of(), List.of(), "");

  /** The content of a DAV:error element, or of several. */
  static Preconditions of(Stream<Element> errors, String description) {
    Set<QName> conditions = new LinkedHashSet<>();
    StringBuilder text = new StringBuilder(description.strip());
    java.util.ArrayList<String> hrefs = new java.util.ArrayList<>();
    errors.forEach(
        error -> {
          for (Element condition : error.children()) {
            conditions.add(condition.name());
            hrefs.addAll(condition.hrefs());
          }
          text.append(text.isEmpty() ? "" : " ").append(error.text().strip());
        });
    return new Preconditions(conditions, List.copyOf(hrefs), Excerpt.of(text.toString().strip()));
  }

  /** Whether one of the failed conditions has this local name. */
  public boolean has(String name) {
    return conditions.stream().anyMatch(c -> c.getLocalPart().equals(name));
  }

  public boolean isEmpty() {
    return conditions.isEmpty() && text.isEmpty();
  }
}
