package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;

/** A vCard or VLIST that is read and edited in place. Only replaced lines change their bytes. */
final class Card {
  private static final String LABEL = "X-ABLABEL";
  private static final Set<String> BELONG_TO_GROUP = Set.of(LABEL, "X-ABADR");

  private final Component component;
  private final Version version;
  private final boolean isNew;

  /**
   * The lines under their names, as the fields of a contact ask for a hundred; null when edited.
   */
  private @Nullable Map<String, List<ContentLine>> byName;

  /** Names of which {@link #byName} has the lines as they were: looked up again when asked for. */
  private final Set<String> edited = new HashSet<>();

  private int edits;

  /** How values are spelled. */
  enum Version {
    V2_1,
    V3_0,
    V4_0,
    VLIST
  }

  /** A card as it was read. */
  Card(Component component) {
    this(component, false);
  }

  private Card(Component component, boolean isNew) {
    this.component = component;
    this.isNew = isNew;
    ContentLine line = component.first("VERSION");
    String number = line == null ? "" : line.value().strip();
    this.version =
        component.is("VLIST")
            ? Version.VLIST
            : number.startsWith("2")
                ? Version.V2_1
                : number.startsWith("4") ? Version.V4_0 : Version.V3_0;
  }

  /** A card that is just being made. */
  static Card fresh(Component component) {
    return new Card(component, true);
  }

  boolean isNew() {
    return isNew;
  }

  Version version() {
    return version;
  }

  boolean isVersion4() {
    return version == Version.V4_0;
  }

  List<ContentLine> lines() {
    return component.lines();
  }

  /** The lines of that name, in upper case, in their order; nobody changes the list. */
  List<ContentLine> lines(String name) {
    Map<String, List<ContentLine>> known = byName();
    if (edited.remove(name)) {
      known.put(name, component.lines(name));
    }
    return known.getOrDefault(name, List.of());
  }

  private Map<String, List<ContentLine>> byName() {
    Map<String, List<ContentLine>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (ContentLine line : component.lines()) {
        known.computeIfAbsent(line.name(), n -> new ArrayList<>(2)).add(line);
      }
      byName = known;
      edited.clear();
    }
    return known;
  }

  /** Who went through the lines before has them as they were. */
  private void edited(ContentLine line) {
    edits++;
    edited.add(line.name());
  }

  /** How often lines were changed: to tell whether something was. */
  int edits() {
    return edits;
  }

  @Nullable ContentLine first(String name) {
    List<ContentLine> lines = lines(name);
    return lines.isEmpty() ? null : lines.getFirst();
  }

  boolean has(String name) {
    return !lines(name).isEmpty();
  }

  /** The text of the first line of that name, or empty. */
  String text(String name) {
    ContentLine line = first(name);
    return line == null ? "" : text(line);
  }

  String text(ContentLine line) {
    return CardText.decode(line.value(), line, version);
  }

  /** The components of a structured value, each a list of texts. */
  List<List<String>> structured(ContentLine line) {
    List<List<String>> components = new ArrayList<>();
    for (String component : CardText.pieces(line.value(), ';')) {
      components.add(texts(component, ',', line));
    }
    return components;
  }

  /** The components of a structured value, each one text: an unescaped comma is a comma. */
  List<String> components(ContentLine line) {
    return texts(line.value(), ';', line);
  }

  /** The texts of a list. */
  List<String> list(ContentLine line) {
    return texts(line.value(), ',', line);
  }

  private List<String> texts(String value, char separator, ContentLine line) {
    List<String> texts = CardText.pieces(value, separator);
    texts.replaceAll(text -> CardText.decode(text, line, version));
    return texts;
  }

  /** The line with that text as its value, or itself if it reads so already. */
  ContentLine withText(ContentLine line, String text) {
    return text(line).equals(text) ? line : CardText.with(line, version, List.of(text), ';');
  }

  /** The line with that URI as its value: commas and semicolons are its own and not escaped. */
  ContentLine withUri(ContentLine line, String uri) {
    return text(line).equals(uri) ? line : CardText.withUri(line, version, uri);
  }

  /** The line with some components replaced; null leaves a component as it is written. */
  ContentLine withComponents(ContentLine line, List<@Nullable String> changed) {
    return CardText.withComponents(line, version, changed);
  }

  /** The line with these texts as its comma-separated list. */
  ContentLine withList(ContentLine line, List<String> texts) {
    return CardText.with(line, version, texts, ',');
  }

  /** A new line, not yet in the card. */
  ContentLine newText(String name, String text, Parameter... parameters) {
    return CardText.with(ContentLine.of(name, "", parameters), version, List.of(text), ';');
  }

  /** Puts {@code wanted} in the place of {@code present}, which is here. */
  void replace(ContentLine present, ContentLine wanted) {
    if (present != wanted) {
      component.replace(present, wanted);
      edited(present);
      edited(wanted);
    }
  }

  /** Adds a line behind the last one of its name, else at the end. */
  ContentLine add(ContentLine line) {
    ContentLine last = component.last(line.name());
    if (last == null) {
      component.add(line);
    } else {
      component.addAfter(lastOfGroup(last), line);
    }
    edited(line);
    return line;
  }

  /** A line behind another one that is here. */
  void addAfter(ContentLine present, ContentLine line) {
    component.addAfter(present, line);
    edited(line);
  }

  private ContentLine lastOfGroup(ContentLine line) {
    if (line.group().isEmpty()) {
      return line;
    }
    List<ContentLine> all = component.lines();
    ContentLine last = line;
    for (int i = indexOf(all, line) + 1; i < all.size() && !line.group().isEmpty(); i++) {
      if (!all.get(i).group().equalsIgnoreCase(line.group())) {
        break;
      }
      last = all.get(i);
    }
    return last;
  }

  private static int indexOf(List<ContentLine> lines, ContentLine line) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) == line) {
        return i;
      }
    }
    return lines.size();
  }

  /** Removes a line, and the label of its group if nothing else is left in the group. */
  void remove(ContentLine line) {
    component.remove(line);
    edited(line);
    String group = line.group();
    if (group.isEmpty()) {
      return;
    }
    boolean labelOnly =
        component.lines().stream()
            .filter(l -> l.group().equalsIgnoreCase(group))
            .allMatch(l -> BELONG_TO_GROUP.contains(l.name()));
    if (labelOnly) {
      component.removeLines(l -> l.group().equalsIgnoreCase(group));
      byName = null;
    }
  }

  /** Sets the first line of that name to a text, or adds it. */
  void put(String name, String text) {
    ContentLine present = first(name);
    if (present == null) {
      add(newText(name, text));
    } else {
      replace(present, withText(present, text));
    }
  }

  /** Sets the first line of that name to a text, or removes it for an empty text. */
  void set(String name, String text) {
    ContentLine present = first(name);
    if (!text.isEmpty()) {
      put(name, text);
    } else if (present != null && lines(name).size() == 1) {
      remove(present);
    } else if (present != null) {
      replace(present, present.withValue("")); // the next one must not take its place
    }
  }

  /** Apple's label of a line without its {@code _$!<...>!$_}, or empty. */
  String label(ContentLine line) {
    if (line.group().isEmpty()) {
      return "";
    }
    for (ContentLine other : lines(LABEL)) {
      if (other.group().equalsIgnoreCase(line.group())) {
        String label = text(other).strip();
        return label.startsWith("_$!<") && label.endsWith(">!$_")
            ? label.substring(4, label.length() - 4)
            : label;
      }
    }
    return "";
  }

  /** Adds a line with one of Apple's own labels, in a group that is not used yet. */
  void addLabelled(String name, String text, String label, Parameter... parameters) {
    String group = freeGroup();
    add(newText(group + "." + name, text, parameters));
    ContentLine named = ContentLine.of(group + ".X-ABLabel", "_$!<" + label + ">!$_");
    component.add(named);
    edited(named);
  }

  private String freeGroup() {
    Set<String> used = new HashSet<>();
    component.lines().forEach(l -> used.add(l.group().toLowerCase(Locale.ROOT)));
    int number = 1;
    while (used.contains("item" + number)) {
      number++;
    }
    return "item" + number;
  }

  /** Whether programs of Apple, which know their own properties best, made this card. */
  boolean isApple() {
    return has("X-ABRELATEDNAMES")
        || has("X-ABSHOWAS")
        || text("PRODID").toLowerCase(Locale.ROOT).contains("apple");
  }
}
