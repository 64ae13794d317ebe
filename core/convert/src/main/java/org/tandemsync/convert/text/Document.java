package org.tandemsync.convert.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A whole text: usually one VCALENDAR or VCARD, with whatever stands around it. Reading and writing
 * a text gives the same text, whatever it holds. Tolerated: bare LF, CR CR LF and CR line ends, a
 * byte order mark, a missing last line end, missing and stray END, lines without colon.
 */
public final class Document {
  private static final int MAX_DEPTH = 32;

  /** A day's event over ten years with each occurrence changed takes less than half of it. */
  private static final int MAX_LINES = 250_000;

  private static final String CRLF = "\r\n";

  private final List<Node> nodes = new ArrayList<>();
  private final String prefix;
  private final String lineEnd;
  private final int length;

  private Document(String prefix, String lineEnd, int length) {
    this.prefix = prefix;
    this.lineEnd = lineEnd;
    this.length = length;
  }

  /** A new text with CR LF line ends. */
  public static Document of(Component... components) {
    Document document = new Document("", CRLF, 512);
    document.nodes.addAll(List.of(components));
    return document;
  }

  /**
   * Reads a text.
   *
   * @throws TextLimitException if it is nested deeper or has more lines than any real one
   */
  public static Document parse(String text, Syntax syntax) throws TextLimitException {
    String prefix = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    Document document = new Document(prefix, lineEnd(text), text.length());
    Deque<Component> open = new ArrayDeque<>();
    LineSplitter lines = new LineSplitter(text, prefix.length(), syntax);
    int count = 0;
    for (ContentLine line = lines.next(); line != null; line = lines.next()) {
      if (++count > MAX_LINES) {
        throw new TextLimitException("more than " + MAX_LINES + " lines");
      }
      document.place(line, open);
    }
    return document;
  }

  private void place(ContentLine line, Deque<Component> open) throws TextLimitException {
    if (line.is("BEGIN")) {
      if (open.size() == MAX_DEPTH) {
        throw new TextLimitException(
            "line " + line.lineNumber() + ": components nested deeper than " + MAX_DEPTH);
      }
      Component component = Component.opened(line);
      placeNode(component, open);
      open.push(component);
    } else if (line.is("END") && closes(line, open)) {
      String name = componentName(line);
      while (!open.element().is(name)) {
        open.pop(); // its END is missing
      }
      open.pop().close(line);
    } else {
      placeNode(line, open);
    }
  }

  private static boolean closes(ContentLine line, Deque<Component> open) {
    String name = componentName(line);
    return open.stream().anyMatch(c -> c.is(name));
  }

  /** Some servers pad the end of a text with NULs. */
  private static String componentName(ContentLine line) {
    return line.value().replace("\0", "").strip().toUpperCase(Locale.ROOT);
  }

  private void placeNode(Node node, Deque<Component> open) {
    Component parent = open.peek();
    if (parent == null) {
      nodes.add(node);
    } else {
      parent.append(node);
    }
  }

  private static String lineEnd(String text) {
    int feed = text.indexOf('\n');
    if (feed < 0) {
      return text.indexOf('\r') >= 0 ? "\r" : CRLF;
    }
    return feed > 0 && text.charAt(feed - 1) == '\r' ? CRLF : "\n";
  }

  /** Components and the lines around them. */
  public List<Node> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** The outermost components of that name, in upper case. */
  public List<Component> components(String name) {
    List<Component> found = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Component component && component.is(name)) {
        found.add(component);
      }
    }
    return found;
  }

  /** The first outermost component of that name, or null. */
  public @Nullable Component first(String name) {
    List<Component> found = components(name);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** The text: of what was read and not replaced not one character differs. */
  public String text() {
    LineWriter out = new LineWriter(length + 256, lineEnd);
    out.physical(prefix);
    nodes.forEach(node -> node.writeTo(out));
    return out.toString();
  }
}
