package org.tandemsync.testkit.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The filter of a calendar-query (RFC 4791, section 9.7). A time-range takes a recurring component
 * for as long as its series lasts, as SOGo does: more than it should, never less.
 */
final class CalendarFilter {
  private CalendarFilter() {}

  static Predicate<Component> of(Element query) {
    Element root =
        query
            .child(Names.caldav("filter"))
            .flatMap(filter -> filter.child(Names.caldav("comp-filter")))
            .orElseThrow(() -> new Refusal(DavResponse.text(400, "A comp-filter is wanted.")));
    Predicate<List<Component>> test = components(root);
    return calendar -> test.test(List.of(calendar));
  }

  /** Whether one of these siblings fits. */
  private static Predicate<List<Component>> components(Element filter) {
    String name = name(filter);
    if (filter.child(Names.caldav("is-not-defined")).isPresent()) {
      return siblings -> siblings.stream().noneMatch(c -> c.name().equals(name));
    }
    List<Predicate<Component>> tests = new ArrayList<>();
    filter.child(Names.caldav("time-range")).ifPresent(range -> tests.add(TimeRange.of(range)));
    filter.children(Names.caldav("prop-filter")).map(CalendarFilter::property).forEach(tests::add);
    filter
        .children(Names.caldav("comp-filter"))
        .map(CalendarFilter::components)
        .forEach(inner -> tests.add(component -> inner.test(component.components())));
    return siblings ->
        siblings.stream()
            .filter(c -> c.name().equals(name))
            .anyMatch(c -> tests.stream().allMatch(test -> test.test(c)));
  }

  private static Predicate<Component> property(Element filter) {
    TextMatch.refuse(filter, Names.caldav("param-filter"), Names.caldav("supported-filter"));
    TextMatch.refuse(filter, Names.caldav("time-range"), Names.caldav("supported-filter"));
    String name = name(filter);
    if (filter.child(Names.caldav("is-not-defined")).isPresent()) {
      return component -> component.line(name).isEmpty();
    }
    Predicate<String> match =
        filter.child(Names.caldav("text-match")).map(TextMatch::of).orElse(value -> true);
    return component -> values(component, name).anyMatch(match);
  }

  private static Stream<String> values(Component component, String name) {
    return component.lines(name).map(ContentLine::value);
  }

  private static String name(Element filter) {
    return filter.attribute("name").orElse("").toUpperCase(Locale.ROOT);
  }
}
