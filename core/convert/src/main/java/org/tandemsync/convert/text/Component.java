package org.tandemsync.convert.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands between BEGIN and END: lines and components in their order. Mutable: a lens reads a
 * text, edits its components and writes it again, all on one thread.
 */
public final class Component implements Node {
  private final String name;
  private final ContentLine begin;
  private final List<Node> nodes = new ArrayList<>();
  private @Nullable ContentLine end;

  private Component(String name, ContentLine begin, @Nullable ContentLine end) {
    this.name = name;
    this.begin = begin;
    this.end = end;
  }

  /** A new, empty component. */
  public static Component of(String name) {
    return new Component(name, ContentLine.of("BEGIN", name), ContentLine.of("END", name));
  }

  /** The same lines and components, to be edited on their own. */
  public Component copy() {
    Component copy = new Component(name, begin, end);
    for (Node node : nodes) {
      copy.nodes.add(node instanceof Component inside ? inside.copy() : node);
    }
    return copy;
  }

  static Component opened(ContentLine begin) {
    return new Component(begin.value().strip().toUpperCase(Locale.ROOT), begin, null);
  }

  void close(ContentLine line) {
    end = line;
  }

  /** Whether its END was there. */
  public boolean isClosed() {
    return end != null;
  }

  void append(Node node) {
    nodes.add(node);
  }

  /** The name in upper case. */
  public String name() {
    return name;
  }

  public boolean is(String wanted) {
    return name.equals(wanted);
  }

  @Override
  public int lineNumber() {
    return begin.lineNumber();
  }

  /** Lines and components in their order. */
  public List<Node> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** The lines of this component itself, a copy. */
  public List<ContentLine> lines() {
    List<ContentLine> lines = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      if (node instanceof ContentLine line) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The lines of that name, in upper case, a copy. */
  public List<ContentLine> lines(String wanted) {
    List<ContentLine> lines = new ArrayList<>(2);
    for (Node node : nodes) {
      if (node instanceof ContentLine line && line.is(wanted)) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The first line of that name, or null. */
  public @Nullable ContentLine first(String wanted) {
    for (Node node : nodes) {
      if (node instanceof ContentLine line && line.is(wanted)) {
        return line;
      }
    }
    return null;
  }

  /** The last line of that name, or null. */
  public @Nullable ContentLine last(String wanted) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (nodes.get(i) instanceof ContentLine line && line.is(wanted)) {
        return line;
      }
    }
    return null;
  }

  /** The components inside, a copy. */
  public List<Component> components() {
    List<Component> inside = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Component component) {
        inside.add(component);
      }
    }
    return inside;
  }

  /** The components inside of that name, in upper case, a copy. */
  public List<Component> components(String wanted) {
    List<Component> inside = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Component component && component.is(wanted)) {
        inside.add(component);
      }
    }
    return inside;
  }

  /** Adds a line behind the last line of this component, before any component inside. */
  public void add(ContentLine line) {
    int at = 0;
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof ContentLine other && !other.isBlank()) {
        at = i + 1;
      } else if (nodes.get(i) instanceof Component && at > 0) {
        break;
      }
    }
    nodes.add(at, line);
  }

  /** Adds a component behind everything else. */
  public void add(Component component) {
    nodes.add(component);
  }

  /** Adds a node in front of another one that is here. */
  public void addBefore(Node present, Node added) {
    nodes.add(indexOf(present), added);
  }

  /** Adds a node behind another one that is here. */
  public void addAfter(Node present, Node added) {
    nodes.add(indexOf(present) + 1, added);
  }

  /** Puts a node in the place of another one that is here. */
  public void replace(Node present, Node wanted) {
    if (present != wanted) {
      nodes.set(indexOf(present), wanted);
    }
  }

  public void remove(Node present) {
    nodes.remove(indexOf(present));
  }

  /** Removes the lines that match. */
  public void removeLines(Predicate<ContentLine> which) {
    nodes.removeIf(node -> node instanceof ContentLine line && which.test(line));
  }

  /** Puts the line in the place of the first one of its name, or adds it. */
  public void put(ContentLine line) {
    ContentLine present = first(line.name());
    if (present == null) {
      add(line);
    } else {
      replace(present, line);
    }
  }

  private int indexOf(Node present) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) == present) {
        return i;
      }
    }
    throw new IllegalArgumentException(present + " is not in this " + name);
  }

  /** Its text, to notice whether it was edited. */
  public String text() {
    LineWriter out = new LineWriter(512, "\n");
    writeTo(out);
    return out.toString();
  }

  @Override
  public void writeTo(LineWriter out) {
    begin.writeTo(out);
    nodes.forEach(node -> node.writeTo(out));
    if (end != null) {
      end.writeTo(out);
    }
  }

  @Override
  public String toString() {
    return name + " of line " + lineNumber();
  }
}
