package org.tandemsync.testkit.server;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML element of a request or of a property's value.
 *
 * @param text all character data directly inside it, in one piece
 */
record Element(QName name, Map<QName, String> attributes, List<Element> children, String text) {

  private static final XMLInputFactory READERS = readers();
  private static final int DEEPEST = 50;

  static Element empty(QName name) {
    return new Element(name, Map.of(), List.of(), "");
  }

  static Element text(QName name, String text) {
    return new Element(name, Map.of(), List.of(), text);
  }

  static Element of(QName name, Element... children) {
    return new Element(name, Map.of(), List.of(children), "");
  }

  static Element of(QName name, List<Element> children) {
    return new Element(name, Map.of(), List.copyOf(children), "");
  }

  /** An element around empty ones: {@code <name><first/><second/></name>}. */
  static Element ofNames(QName name, QName... children) {
    return of(name, Arrays.stream(children).map(Element::empty).toList());
  }

  static Element href(String href) {
    return text(Names.dav("href"), href);
  }

  boolean is(QName other) {
    return name.equals(other);
  }

  Optional<Element> child(QName wanted) {
    return children.stream().filter(c -> c.is(wanted)).findFirst();
  }

  Stream<Element> children(QName wanted) {
    return children.stream().filter(c -> c.is(wanted));
  }

  Optional<String> attribute(String local) {
    return Optional.ofNullable(attributes.get(new QName(local)));
  }

  /** Reads a whole document. DTDs are refused, so there are no entities but the five of XML. */
  static Element parse(byte[] document) throws XMLStreamException {
    XMLStreamReader reader = READERS.createXMLStreamReader(new ByteArrayInputStream(document));
    Deque<Open> open = new ArrayDeque<>();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() >= DEEPEST) {
            throw new XMLStreamException("nested too deeply");
          }
          open.push(Open.at(reader));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.element().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Element done = open.pop().close();
          if (open.isEmpty()) {
            return done;
          }
          open.element().children.add(done);
        }
        case XMLStreamConstants.DTD -> throw new XMLStreamException("DTDs are not welcome");
        default -> {
          // comments, processing instructions
        }
      }
    }
  }

  void write(XMLStreamWriter out) throws XMLStreamException {
    String prefix = Names.PREFIX_OF.get(name.getNamespaceURI());
    if (prefix != null) {
      out.writeStartElement(prefix, name.getLocalPart(), name.getNamespaceURI());
    } else {
      out.writeStartElement("", name.getLocalPart(), name.getNamespaceURI());
      out.writeDefaultNamespace(name.getNamespaceURI());
    }
    for (Map.Entry<QName, String> attribute : attributes.entrySet()) {
      if (attribute.getKey().getNamespaceURI().isEmpty()) {
        out.writeAttribute(attribute.getKey().getLocalPart(), attribute.getValue());
      }
    }
    for (Element child : children) {
      child.write(out);
    }
    if (!text.isEmpty()) {
      out.writeCharacters(text);
    }
    out.writeEndElement();
  }

  private static XMLInputFactory readers() {
    XMLInputFactory factory = new com.ctc.wstx.stax.WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private record Open(
      QName name, Map<QName, String> attributes, List<Element> children, StringBuilder text) {

    static Open at(XMLStreamReader reader) {
      Map<QName, String> attributes = new LinkedHashMap<>();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
      }
      return new Open(reader.getName(), attributes, new ArrayList<>(), new StringBuilder());
    }

    Element close() {
      return new Element(name, Map.copyOf(attributes), List.copyOf(children), text.toString());
    }
  }
}
