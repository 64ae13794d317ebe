package org.tandemsync.mapi;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.items.MasterCategoryList.Category;

/**
 * The categories of a user as Outlook keeps them, in XML ([MS-OXOCFG] 2.2.5.2.2). Colours count
 * from 0; -1 is none.
 */
public final class CategoryListXml {
  /** Outlook's lists have some kilobytes. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int MOST_ELEMENTS = 20_000;

  private CategoryListXml() {}

  /** The list, or empty if this is no such XML. Entries without a name are left out. */
  public static Optional<MasterCategoryList> parse(byte[] xml) {
    if (xml.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
      try {
        return Optional.of(read(reader));
      } finally {
        reader.close();
      }
    } catch (XMLStreamException notXml) {
      return Optional.empty();
    }
  }

  /** Without DTDs and entities: the list may come from anywhere. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static MasterCategoryList read(XMLStreamReader reader) throws XMLStreamException {
    List<Category> found = new ArrayList<>();
    int elements = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        if (++elements > MOST_ELEMENTS) {
          throw new XMLStreamException("too many elements");
        }
        String name = reader.getLocalName();
        if (elements == 1 && !name.equals("categories")) {
          throw new XMLStreamException("no list of categories");
        }
        if (name.equals("category")) {
          category(reader).ifPresent(found::add);
        }
      }
    }
    return new MasterCategoryList(found);
  }

  /** The text of an attribute as it is written. */
  static String decoded(String attribute) {
    String quote = attribute.indexOf('"') < 0 ? "\"" : "'";
    String xml = "<categories name=" + quote + attribute + quote + "/>";
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
      reader.next();
      String text = reader.getAttributeValue(null, "name");
      return text == null ? "" : text;
    } catch (XMLStreamException notXml) {
      return "";
    }
  }

  private static Optional<Category> category(XMLStreamReader reader) {
    String name = reader.getAttributeValue(null, "name");
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    int shortcut = number(reader.getAttributeValue(null, "keyboardShortcut"), 0);
    return Optional.of(
        new Category(
            name,
            color(number(reader.getAttributeValue(null, "color"), -1)),
            shortcut < 0 || shortcut > Category.MOST_SHORTCUT ? 0 : shortcut));
  }

  /** A colour that Outlook does not have either is none. */
  private static CategoryColor color(int number) {
    CategoryColor[] colors = CategoryColor.values();
    return number < 0 || number + 1 >= colors.length ? CategoryColor.NONE : colors[number + 1];
  }

  private static int number(@Nullable String text, int otherwise) {
    try {
      return text == null ? otherwise : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
