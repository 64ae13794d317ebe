package org.tandemsync.dav.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * A piece of an XML answer.
 *
 * @param attributes by local name
 * @param text the character data directly in it
 * @param children the elements directly in it
 */
public record Element(
    QName name, Map<String, String> attributes, String text, List<Element> children) {

  /** The first child of this name. */
  public Optional<Element> child(QName wanted) {
    return children(wanted).findFirst();
  }

  /** The children of this name. */
  public Stream<Element> children(QName wanted) {
    return children.stream().filter(c -> c.name.equals(wanted));
  }

  /** The texts of the DAV:href children that have one. */
  public List<String> hrefs() {
    return children(Names.HREF).map(e -> e.text.strip()).filter(t -> !t.isEmpty()).toList();
  }
}
