package org.tandemsync.testkit.server;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A 207 answer under construction (RFC 4918, section 13). */
final class Multistatus {
  private static final XMLOutputFactory ESCAPING = writers(true);
  private static final XMLOutputFactory PLAIN = writers(false);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter out;

  Multistatus(boolean rawCarriageReturns) {
    try {
      out = startDocument(bytes, !rawCarriageReturns, "multistatus");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A response with properties: those found, and the names of those that are not there. */
  void properties(String href, List<Element> found, List<QName> missing) {
    response(
        href,
        () -> {
          if (!found.isEmpty() || missing.isEmpty()) {
            propstat(found, 200);
          }
          if (!missing.isEmpty()) {
            propstat(missing.stream().map(Element::empty).toList(), 404);
          }
        });
  }

  /** The same with a status beside them. */
  void propertiesAndStatus(String href, int status, List<Element> found) {
    response(
        href,
        () -> {
          line(status);
          propstat(found, 200);
        });
  }

  /** A response with propstats of chosen statuses. */
  void propstats(String href, Map<Integer, List<Element>> byStatus) {
    response(
        href,
        () -> {
          for (Map.Entry<Integer, List<Element>> entry : byStatus.entrySet()) {
            propstat(entry.getValue(), entry.getKey());
          }
        });
  }

  /** A response about the resource as a whole. */
  void status(String href, int status, Element... errors) {
    response(
        href,
        () -> {
          line(status);
          for (Element error : errors) {
            Element.of(Names.dav("error"), error).write(out);
          }
        });
  }

  void syncToken(String token) {
    write(() -> Element.text(Names.SYNC_TOKEN, token).write(out));
  }

  DavResponse done() {
    write(
        () -> {
          out.writeEndDocument();
          out.close();
        });
    return DavResponse.of(207).with("Content-Type", DavResponse.XML).withBody(bytes.toByteArray());
  }

  static XMLStreamWriter startDocument(
      ByteArrayOutputStream bytes, boolean escapeCarriageReturns, String root)
      throws XMLStreamException {
    return startDocument(bytes, escapeCarriageReturns, Names.dav(root));
  }

  static XMLStreamWriter startDocument(
      ByteArrayOutputStream bytes, boolean escapeCarriageReturns, QName root)
      throws XMLStreamException {
    XMLOutputFactory factory = escapeCarriageReturns ? ESCAPING : PLAIN;
    XMLStreamWriter out = factory.createXMLStreamWriter(bytes, "UTF-8");
    out.writeStartDocument("UTF-8", "1.0");
    String namespace = root.getNamespaceURI();
    String prefix = java.util.Objects.requireNonNull(Names.PREFIX_OF.get(namespace));
    out.writeStartElement(prefix, root.getLocalPart(), namespace);
    for (String declared :
        List.of(Names.DAV, Names.CALDAV, Names.CARDDAV, Names.CALENDARSERVER, Names.APPLE)) {
      out.writeNamespace(Names.PREFIX_OF.get(declared), declared);
    }
    return out;
  }

  private void response(String href, Step content) {
    write(
        () -> {
          out.writeStartElement("D", "response", Names.DAV);
          Element.href(href).write(out);
          content.run();
          out.writeEndElement();
        });
  }

  private void propstat(List<Element> properties, int status) throws XMLStreamException {
    out.writeStartElement("D", "propstat", Names.DAV);
    out.writeStartElement("D", "prop", Names.DAV);
    for (Element property : properties) {
      property.write(out);
    }
    out.writeEndElement();
    line(status);
    out.writeEndElement();
  }

  private void line(int status) throws XMLStreamException {
    Element.text(Names.dav("status"), "HTTP/1.1 " + status + " " + DavResponse.reason(status))
        .write(out);
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // memory does not fail
    }
  }

  /** Characters that XML cannot carry become U+FFFD; the body itself keeps them. */
  private static XMLOutputFactory writers(boolean escapeCarriageReturns) {
    var factory = new WstxOutputFactory();
    factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
    factory.setProperty(WstxOutputProperties.P_OUTPUT_ESCAPE_CR, escapeCarriageReturns);
    factory.setProperty(
        WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER,
        new InvalidCharHandler.ReplacingHandler('\uFFFD'));
    return factory;
  }

  private interface Step {
    void run() throws XMLStreamException;
  }
}
