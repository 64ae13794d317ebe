package org.tandemsync.convert.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A content line: {@code group.NAME;PARAM=value:value}. Immutable. A line that was read keeps its
 * physical text and is written back as it was; a line made by one of the {@code with} methods keeps
 * the spelling of the parts that it did not change.
 */
public final class ContentLine implements Node {
  private final Syntax syntax;
  private final int lineNumber;
  private final @Nullable String physical;
  private @Nullable String name;
  private @Nullable Parts parts;
  private @Nullable Words words;

  /** The parts as written; {@code head} is group and name. */
  private record Parts(
      String head, String group, String name, List<Parameter> parameters, String value) {}

  /** What a reader has made of it. */
  private record Words(Function<ContentLine, Set<String>> reader, Set<String> made) {}

  private ContentLine(
      Syntax syntax, int lineNumber, @Nullable String physical, @Nullable Parts parts) {
    this.syntax = syntax;
    this.lineNumber = lineNumber;
    this.physical = physical;
    this.parts = parts;
  }

  static ContentLine read(Syntax syntax, int lineNumber, String physical) {
    return new ContentLine(syntax, lineNumber, physical, null);
  }

  /**
   * A new line.
   *
   * @param name with its group if it has one
   * @param value escaped as its type demands
   */
  public static ContentLine of(String name, String value, Parameter... parameters) {
    return new ContentLine(
        Syntax.VCARD, 0, null, parts(Syntax.VCARD, name, List.of(parameters), value));
  }

  @Override
  public int lineNumber() {
    return lineNumber;
  }

  /** The name in upper case, without group; empty if this line has no colon. */
  public String name() {
    String known = name;
    if (known == null) {
      String plain = physical == null ? null : plainName(physical);
      known = plain == null ? parts().name : plain;
      name = known;
    }
    return known;
  }

  /** The name that a line begins with, or null if it takes more to tell. */
  private static @Nullable String plainName(String physical) {
    for (int i = 0; i < physical.length(); i++) {
      char c = physical.charAt(i);
      if (c == ':' || (c == ';' && physical.indexOf(':', i) > 0)) {
        return physical.substring(0, i).toUpperCase(Locale.ROOT);
      }
      if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
          && c != '-') {
        return null; // a group, a fold, no line of ours
      }
    }
    return null;
  }

  /** The name as written, without group. */
  public String writtenName() {
    String head = parts().head;
    return head.substring(head.length() - name().length() - trailing(head)).strip();
  }

  private static int trailing(String head) {
    return head.length() - head.stripTrailing().length();
  }

  /** The group as written ({@code item1}), or empty. */
  public String group() {
    return parts().group;
  }

  public boolean is(String wanted) {
    return name().equals(wanted);
  }

  public List<Parameter> parameters() {
    return parts().parameters;
  }

  /** All values of the parameters of that name, in order. */
  public List<String> parameterValues(String name) {
    List<String> values = List.of();
    for (Parameter p : parts().parameters) {
      if (p.name().equals(name)) {
        if (values.isEmpty()) {
          values = p.values(); // nearly always the only ones
        } else {
          values = new ArrayList<>(values);
          values.addAll(p.values());
        }
      }
    }
    return values;
  }

  /** The first value of the parameter, or null. */
  public @Nullable String parameter(String name) {
    for (Parameter p : parts().parameters) {
      if (p.name().equals(name) && !p.values().isEmpty()) {
        return p.values().getFirst();
      }
    }
    return null;
  }

  /** Whether the parameter has that value, ignoring case. */
  public boolean hasParameter(String name, String value) {
    for (Parameter p : parts().parameters) {
      if (p.name().equals(name) && p.says(value)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a reader makes of this line, which never changes. What the last one has made is kept: it
   * is asked often.
   */
  public Set<String> words(Function<ContentLine, Set<String>> reader) {
    Words known = words;
    if (known == null || known.reader != reader) {
      known = new Words(reader, Collections.unmodifiableSet(reader.apply(this)));
      words = known;
    }
    return known.made;
  }

  /** The value as written, unfolded: still escaped or encoded. */
  public String value() {
    return parts().value;
  }

  /** The value as unescaped TEXT. */
  public String text() {
    return TextValue.unescape(parts().value);
  }

  /** The values of a comma-separated list of TEXT. */
  public List<String> texts() {
    return TextValue.split(parts().value, ',').stream().map(TextValue::unescape).toList();
  }

  /** This line with another value, or itself if that is its value already. */
  public ContentLine withValue(String value) {
    Parts p = parts();
    return value.equals(p.value)
        ? this
        : edited(new Parts(p.head, p.group, p.name, p.parameters, value));
  }

  /** This line with TEXT as its value, or itself if its value reads as that text already. */
  public ContentLine withText(String text) {
    return text().equals(text) ? this : withValue(TextValue.escape(text));
  }

  /** This line with the parameter set to these values, in its old place if it had one. */
  public ContentLine withParameter(String name, List<String> values) {
    if (parameterValues(name).equals(values)) {
      return this;
    }
    Parts p = parts();
    Parameter wanted = Parameter.of(name, values);
    List<Parameter> changed = new ArrayList<>();
    boolean placed = false;
    for (Parameter parameter : p.parameters) {
      if (!parameter.name().equals(wanted.name())) {
        changed.add(parameter);
      } else if (!placed) {
        changed.add(wanted);
        placed = true;
      }
    }
    if (!placed) {
      changed.add(wanted);
    }
    return edited(new Parts(p.head, p.group, p.name, List.copyOf(changed), p.value));
  }

  public ContentLine withParameter(String name, String value) {
    return withParameter(name, List.of(value));
  }

  public ContentLine withoutParameter(String name) {
    Parts p = parts();
    List<Parameter> rest =
        p.parameters.stream().filter(parameter -> !parameter.name().equals(name)).toList();
    return rest.size() == p.parameters.size()
        ? this
        : edited(new Parts(p.head, p.group, p.name, rest, p.value));
  }

  private ContentLine edited(Parts changed) {
    return new ContentLine(syntax, lineNumber, null, changed);
  }

  /** The logical line: unfolded, without line end. */
  public String logical() {
    return physical != null ? Folds.unfold(syntax, physical) : render();
  }

  private String render() {
    Parts p = parts();
    StringBuilder line = new StringBuilder(p.head);
    p.parameters.forEach(parameter -> line.append(';').append(parameter.text()));
    return line.append(p.head.isEmpty() ? "" : ":").append(p.value).toString();
  }

  @Override
  public void writeTo(LineWriter out) {
    if (physical != null) {
      out.physical(physical);
    } else if (isQuotedPrintable()) {
      out.softBroken(render());
    } else {
      out.folded(render());
    }
  }

  /** Whether the value is in the quoted-printable encoding of vCard 2.1. */
  public boolean isQuotedPrintable() {
    for (Parameter p : parts().parameters) {
      boolean encoding = p.name().isEmpty() || p.name().equals("ENCODING");
      if (encoding && p.says("QUOTED-PRINTABLE")) {
        return true;
      }
    }
    return false;
  }

  private Parts parts() {
    Parts known = parts;
    if (known == null) {
      known = parse(syntax, Folds.unfold(syntax, Objects.requireNonNull(physical)));
      parts = known;
    }
    return known;
  }

  /** Whether there is nothing but blanks on it. */
  boolean isBlank() {
    return physical == null ? name().isEmpty() && render().isBlank() : physical.isBlank();
  }

  private static Parts parse(Syntax syntax, String line) {
    int colon = colon(line, true);
    boolean quotes = colon >= 0;
    if (!quotes) {
      colon = colon(line, false); // a quote that never ends is an ordinary character
    }
    if (colon < 0) {
      return new Parts("", "", "", List.of(), line);
    }
    String head = null;
    List<Parameter> parameters = List.of();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i <= colon; i++) {
      char c = line.charAt(i);
      if (c == '"' && quotes) {
        quoted = !quoted;
      } else if (i == colon || (c == ';' && !quoted)) {
        String piece = line.substring(from, i);
        if (head == null) {
          head = piece;
        } else {
          parameters = parameters.isEmpty() ? new ArrayList<>(4) : parameters;
          parameters.add(Parameter.parse(piece));
        }
        from = i + 1;
      }
    }
    return parts(
        syntax, Objects.requireNonNull(head), List.copyOf(parameters), line.substring(colon + 1));
  }

  private static int colon(String line, boolean quotes) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quotes) {
        quoted = !quoted;
      } else if (c == ':' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private static Parts parts(Syntax syntax, String head, List<Parameter> parameters, String value) {
    int dot = syntax == Syntax.VCARD ? head.indexOf('.') : -1;
    String group = dot < 0 ? "" : head.substring(0, dot).strip();
    String name = head.substring(dot + 1).strip().toUpperCase(Locale.ROOT);
    return new Parts(head, group, name, parameters, value);
  }

  @Override
  public String toString() {
    return logical();
  }
}
