package org.tandemsync.testkit.server;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The filter of an addressbook-query (RFC 6352, section 10.5). */
final class AddressFilter {
  private AddressFilter() {}

  static Predicate<Component> of(Element query) {
    Element filter =
        query
            .child(Names.carddav("filter"))
            .orElseThrow(() -> new Refusal(DavResponse.text(400, "A filter is wanted.")));
    List<Predicate<Component>> tests =
        filter.children(Names.carddav("prop-filter")).map(AddressFilter::property).toList();
    if (tests.isEmpty()) {
      return card -> true;
    }
    return all(filter)
        ? card -> tests.stream().allMatch(test -> test.test(card))
        : card -> tests.stream().anyMatch(test -> test.test(card));
  }

  private static Predicate<Component> property(Element filter) {
    TextMatch.refuse(filter, Names.carddav("param-filter"), Names.carddav("supported-filter"));
    String name = filter.attribute("name").orElse("").toUpperCase(Locale.ROOT);
    if (filter.child(Names.carddav("is-not-defined")).isPresent()) {
      return card -> card.line(name).isEmpty();
    }
    List<Predicate<String>> matches =
        filter.children(Names.carddav("text-match")).map(TextMatch::of).toList();
    if (matches.isEmpty()) {
      return card -> card.line(name).isPresent();
    }
    boolean all = all(filter);
    return card ->
        card.lines(name)
            .map(ContentLine::value)
            .anyMatch(value -> fits(matches.stream(), all, value));
  }

  private static boolean fits(Stream<Predicate<String>> matches, boolean all, String value) {
    return all
        ? matches.allMatch(match -> match.test(value))
        : matches.anyMatch(match -> match.test(value));
  }

  private static boolean all(Element filter) {
    return filter.attribute("test").orElse("anyof").equals("allof");
  }
}
