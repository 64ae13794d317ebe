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

  /** The largest response of a listing: hrefs, tags and rights of one resource. */
  static final int LISTING_CHARS = 1 << 20;

  /** The largest response that holds a resource. */
  static final int BODY_CHARS = 1 << 27;

  private static final XMLInputFactory LISTINGS = factory(LISTING_CHARS);
  private static final XMLInputFactory BODIES = factory(BODY_CHARS);

  private Xml() {}

  private static XMLInputFactory factory(int longestText) {
    WstxInputFactory f = new WstxInputFactory();
    f.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    f.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    f.setProperty(XMLInputFactory.IS_COALESCING, true);
    // Else errors of the stream come later, as unchecked exceptions.
    f.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    f.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH + 10);
    f.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, longestText);
    f.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
    f.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 64 * 1024);
    // A vertical tab written as &#11; is what Outlook's notes really have.
    f.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
    return f;
  }

  /**
   * @param bodies whether single texts may be as long as a resource
   */
  static XMLStreamReader open(InputStream body, @Nullable String charset, boolean bodies)
      throws IOException, XMLStreamException {
    return (bodies ? BODIES : LISTINGS).createXMLStreamReader(XmlCharacters.of(body, charset));
  }

  /**
   * The element that the reader has just entered; leaves the reader at its end.
   *
   * @param maxChars the most text and attributes in it
   */
  static Element element(XMLStreamReader reader, int maxChars) throws XMLStreamException {
    return element(reader, 0, new Budget(maxChars));
  }

  /** What one response may still cost. */
  private static final class Budget {
    private int elements = MAX_ELEMENTS;
    private long chars;

    Budget(int chars) {
      this.chars = chars;
    }

    void take(int depth) throws XMLStreamException {
      if (depth > MAX_DEPTH || --elements < 0) {
        throw new XMLStreamException("XML is nested too deeply or has too many elements");
      }
    }

    void take(String text) throws XMLStreamException {
      chars -= text.length();
      if (chars < 0) {
        throw new XMLStreamException("one entry of the answer is too large");
      }
    }
  }

  private static Element element(XMLStreamReader reader, int depth, Budget budget)
      throws XMLStreamException {
    budget.take(depth);
    var name = reader.getName();
    budget.take(name.getLocalPart());
    Map<String, String> attributes = attributes(reader, budget);
    List<Element> children = new ArrayList<>(2);
    String text = "";
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1, budget));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!reader.isWhiteSpace() || children.isEmpty()) {
            text = text.isEmpty() ? reader.getText() : text + reader.getText();
            budget.take(text);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return new Element(name, attributes, text, List.copyOf(children));
        }
        default -> {} // comments, processing instructions
      }
    }
  }

  private static Map<String, String> attributes(XMLStreamReader reader, Budget budget)
      throws XMLStreamException {
    if (reader.getAttributeCount() == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      budget.take(reader.getAttributeValue(i));
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return Map.copyOf(attributes);
  }
}
