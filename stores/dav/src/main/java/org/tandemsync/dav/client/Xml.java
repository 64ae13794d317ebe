package org.tandemsync.dav.client;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML that is not trusted: without DTDs and entities, with limits on depth and number. */
final class Xml {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_ELEMENTS = 50_000;
  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  private static XMLInputFactory factory() {
    WstxInputFactory f = new WstxInputFactory();
    f.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    f.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    f.setProperty(XMLInputFactory.IS_COALESCING, true);
    // Else errors of the stream come later, as unchecked exceptions.
    f.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    f.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH + 10);
    f.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
    f.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 64 * 1024);
    // A vertical tab written as &#11; is what Outlook's notes really have.
    f.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
    return f;
  }

  static XMLStreamReader open(InputStream body, @Nullable String charset)
      throws IOException, XMLStreamException {
    return FACTORY.createXMLStreamReader(XmlCharacters.of(body, charset));
  }

  /** The element that the reader has just entered; leaves the reader at its end. */
  static Element element(XMLStreamReader reader) throws XMLStreamException {
    return element(reader, 0, new int[] {0});
  }

  private static Element element(XMLStreamReader reader, int depth, int[] count)
      throws XMLStreamException {
    if (depth > MAX_DEPTH || ++count[0] > MAX_ELEMENTS) {
      throw new XMLStreamException("XML is nested too deeply or has too many elements");
    }
    var name = reader.getName();
    Map<String, String> attributes = attributes(reader);
    List<Element> children = new ArrayList<>(2);
    String text = "";
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1, count));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!reader.isWhiteSpace() || children.isEmpty()) {
            text = text.isEmpty() ? reader.getText() : text + reader.getText();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return new Element(name, attributes, text, List.copyOf(children));
        }
        default -> {} // comments, processing instructions
      }
    }
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    if (reader.getAttributeCount() == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return Map.copyOf(attributes);
  }
}
