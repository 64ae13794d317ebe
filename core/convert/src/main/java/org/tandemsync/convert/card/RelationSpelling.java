package org.tandemsync.convert.card;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;

/**
 * RELATED;TYPE=spouse;VALUE=text of vCard 4. A RELATED that is a URI names no one; some programs
 * leave VALUE=text out, but every URI begins with its scheme.
 */
record RelationSpelling(String type, boolean standard) implements Spelling<String> {
  private static final String NAME = "RELATED";

  /** The relations that Outlook has fields for, in upper case. */
  private static final Set<String> SHOWN = Set.of("SPOUSE", "CHILD", "MANAGER", "ASSISTANT");

  private static final Pattern SCHEME = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9+.-]*:");

  /** Whether it is one that Outlook has no field for. */
  static boolean isUnshown(ContentLine line) {
    return line.is(NAME) && !(isText(line) && Types.of(line).stream().anyMatch(SHOWN::contains));
  }

  private static boolean isText(ContentLine line) {
    return line.hasParameter("VALUE", "text") || !SCHEME.matcher(line.value()).lookingAt();
  }

  @Override
  public List<ContentLine> lines(Card card) {
    List<ContentLine> related = card.lines(NAME);
    return related.isEmpty()
        ? related
        : related.stream()
            .filter(l -> Types.has(l, type.toUpperCase(Locale.ROOT)))
            .filter(RelationSpelling::isText)
            .toList();
  }

  @Override
  public @Nullable String read(Card card, ContentLine line) {
    String text = card.text(line);
    return text.isBlank() ? null : text;
  }

  @Override
  public ContentLine write(Card card, ContentLine line, String value) {
    ContentLine written = card.withText(line, value);
    return written == line ? line : written.withParameter("VALUE", "text");
  }

  @Override
  public void add(Card card, String value) {
    card.add(
        card.newText(
            NAME,
            value,
            Parameter.of("TYPE", List.of(type)),
            Parameter.of("VALUE", List.of("text"))));
  }

  @Override
  public boolean suits(Card card) {
    return standard && card.isVersion4();
  }
}
