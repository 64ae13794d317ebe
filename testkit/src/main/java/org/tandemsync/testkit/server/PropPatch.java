package org.tandemsync.testkit.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/** PROPPATCH (RFC 4918, section 9.2): all or nothing. Collections keep nearly any property. */
final class PropPatch {
  private final EmbeddedDavServer server;

  PropPatch(EmbeddedDavServer server) {
    this.server = server;
  }

  DavResponse handle(DavRequest request, Node node) {
    if (!(node instanceof Node.Folder(DavCollection collection))) {
      boolean exists = !(node instanceof Node.NoFolder || node instanceof Node.Nowhere);
      return DavResponse.of(exists ? 403 : 404);
    }
    Members.checkWritable(collection, "write-properties");
    Element root = request.xml();
    if (!root.is(Names.dav("propertyupdate"))) {
      throw new Refusal(DavResponse.text(400, "A DAV:propertyupdate is wanted."));
    }
    List<QName> touched = new ArrayList<>();
    List<QName> refused = new ArrayList<>();
    for (Element step : root.children()) {
      for (Element property : properties(step)) {
        if (isBadColor(property)) {
          return DavResponse.text(400, "Bad color format (should be '#XXXXXXXX').");
        }
        boolean isRefused = isRefused(property.name());
        if (isRefused && server.dials().propertyRefusal == Dials.PropertyRefusal.HALFWAY) {
          return DavResponse.text(403, "Property '" + property.name() + "' cannot be set.");
        }
        if (!isRefused && server.dials().propertyRefusal == Dials.PropertyRefusal.HALFWAY) {
          apply(collection, step, property);
        }
        (isRefused ? refused : touched).add(property.name());
      }
    }
    Map<Integer, List<Element>> answer = new LinkedHashMap<>();
    if (refused.isEmpty() || server.dials().propertyRefusal == Dials.PropertyRefusal.ONLY_THAT) {
      for (Element step : root.children()) {
        properties(step).stream()
            .filter(p -> touched.contains(p.name()))
            .forEach(p -> apply(collection, step, p));
      }
      if (!refused.isEmpty()) {
        answer.put(404, refused.stream().map(Element::empty).toList());
      }
      if (server.dials().newTokenOnPropPatch) {
        collection.newToken();
      }
      answer.put(200, touched.stream().map(Element::empty).toList());
    } else {
      answer.put(403, refused.stream().map(Element::empty).toList());
      if (!touched.isEmpty()) {
        answer.put(424, touched.stream().map(Element::empty).toList());
      }
    }
    var multistatus = new Multistatus(server.dials().rawCarriageReturns);
    multistatus.propstats(server.hrefInError(collection.path()), answer);
    return multistatus.done();
  }

  /** The properties in the DAV:prop of a DAV:set or DAV:remove. */
  static List<Element> properties(Element step) {
    return step.children(Names.dav("prop")).flatMap(prop -> prop.children().stream()).toList();
  }

  private boolean isRefused(QName name) {
    return PropertyValues.PROTECTED.contains(name)
        || server.dials().refuseProperty.test(name.getLocalPart());
  }

  private boolean isBadColor(Element property) {
    return server.dials().colorsWithOpacity
        && property.is(Names.CALENDAR_COLOR)
        && !property.text().matches("#[0-9A-Fa-f]{8}");
  }

  private void apply(DavCollection collection, Element step, Element property) {
    if (server.dials().forgetProperty.test(property.name().getLocalPart())) {
      return;
    }
    if (step.is(Names.dav("set"))) {
      collection.setProperty(property);
    } else if (step.is(Names.dav("remove"))) {
      collection.removeProperty(property.name());
    }
  }
}
