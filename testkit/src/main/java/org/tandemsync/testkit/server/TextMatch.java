package org.tandemsync.testkit.server;

import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.namespace.QName;

/** A text-match (RFC 4791, section 9.7.5; RFC 6352, section 10.5.4), always without case. */
final class TextMatch {
  private TextMatch() {}

  static Predicate<String> of(Element match) {
    String wanted = match.text().toLowerCase(Locale.ROOT);
    String how = match.attribute("match-type").orElse("contains");
    Predicate<String> matches =
        switch (how) {
          case "equals" -> text -> text.equals(wanted);
          case "starts-with" -> text -> text.startsWith(wanted);
          case "ends-with" -> text -> text.endsWith(wanted);
          case "contains" -> text -> text.contains(wanted);
          default -> throw new Refusal(DavResponse.text(400, "unknown match-type " + how));
        };
    Predicate<String> folded = text -> matches.test(text.toLowerCase(Locale.ROOT));
    return match.attribute("negate-condition").orElse("no").equals("yes")
        ? folded.negate()
        : folded;
  }

  /** Refuses elements that this server does not filter by. */
  static void refuse(Element filter, QName unsupported, QName condition) {
    if (filter.child(unsupported).isPresent()) {
      throw new Refusal(DavResponse.error(403, Element.of(condition, Element.empty(unsupported))));
    }
  }
}
