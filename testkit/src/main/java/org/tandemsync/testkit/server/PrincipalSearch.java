package org.tandemsync.testkit.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** principal-property-search (RFC 3744, section 9.4). */
final class PrincipalSearch {
  private final EmbeddedDavServer server;
  private final PropertyValues values;

  PrincipalSearch(EmbeddedDavServer server, PropertyValues values) {
    this.server = server;
    this.values = values;
  }

  DavResponse answer(Element report) {
    var answer = new Multistatus(server.dials().rawCarriageReturns);
    switch (server.dials().principalSearch) {
      case ANSWERED -> {}
      case EMPTY -> {
        return answer.done();
      }
      case REFUSED_INSIDE -> {
        answer.status("/dav/", 403, Element.empty(Names.dav("supported-report")));
        return answer.done();
      }
      case NOT_IMPLEMENTED -> {
        return DavResponse.text(501, "did not find the specified REPORT");
      }
    }
    List<QName> asked =
        report.child(Names.dav("prop")).stream()
            .flatMap(p -> p.children().stream())
            .map(Element::name)
            .toList();
    boolean any = report.attribute("test").filter("anyof"::equals).isPresent();
    List<Predicate<DavUser>> tests =
        report.children(Names.dav("property-search")).map(this::test).toList();
    for (DavUser user : server.users()) {
      Stream<Predicate<DavUser>> each = tests.stream();
      boolean found = any ? each.anyMatch(t -> t.test(user)) : each.allMatch(t -> t.test(user));
      if (found) {
        row(answer, user, asked);
      }
    }
    return answer.done();
  }

  private Predicate<DavUser> test(Element search) {
    String match =
        search.child(Names.dav("match")).map(Element::text).orElse("").toLowerCase(Locale.ROOT);
    List<QName> properties =
        search.child(Names.dav("prop")).stream()
            .flatMap(p -> p.children().stream())
            .map(Element::name)
            .toList();
    return user ->
        properties.stream()
            .allMatch(
                name ->
                    server.dials().searchable.test(name.getLocalPart())
                        && text(values.value(new Node.Principal(user), name, null))
                            .toLowerCase(Locale.ROOT)
                            .contains(match));
  }

  private static String text(@Nullable Element value) {
    if (value == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(value.text());
    value.children().forEach(c -> text.append(' ').append(text(c)));
    return text.toString();
  }

  private void row(Multistatus answer, DavUser user, List<QName> asked) {
    Node node = new Node.Principal(user);
    List<Element> found =
        asked.stream()
            .flatMap(n -> Optional.ofNullable(values.value(node, n, null)).stream())
            .toList();
    List<QName> missing = asked.stream().filter(n -> values.value(node, n, null) == null).toList();
    answer.properties(server.href(node.path()), found, missing);
  }
}
