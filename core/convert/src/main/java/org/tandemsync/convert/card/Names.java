package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;
import org.tandemsync.items.PersonName;

/**
 * N and FN. FN must not be empty (RFC 2426 3.1.1), while Outlook's full name of a company is: there
 * FN says what else there is, and reads as no full name.
 */
final class Names implements CardProperty<Contact, Contact.Builder> {
  private static final Set<String> LOOKED_AT =
      Set.of("name", "full-name", "company", "file-as", "emails");

  /** FN of a contact without anything that it could be called by. */
  private static final String NAMELESS = "Unnamed";

  /** On an FN that is Outlook's full name, although it says no more than other lines do. */
  private static final String OWN = "X-TANDEM-FULL-NAME";

  @Override
  public Set<String> fields() {
    return Set.of("name", "full-name");
  }

  @Override
  public boolean dependsOn(Set<String> changed) {
    return !Collections.disjoint(LOOKED_AT, changed);
  }

  /** FN says what else there is. */
  @Override
  public boolean followsOthers() {
    return true;
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    PersonName name = name(card);
    into.name(name).fullName(fullName(name, card));
  }

  private static PersonName name(Card card) {
    ContentLine line = card.first("N");
    if (line != null) {
      List<String> parts = parts(card, line);
      return new PersonName(parts.get(3), parts.get(1), parts.get(2), parts.get(0), parts.get(4));
    }
    String shown = card.text("FN").strip();
    if (!card.text("KIND").strip().equalsIgnoreCase("individual") || shown.isEmpty()) {
      return PersonName.EMPTY;
    }
    int blank = shown.lastIndexOf(' ');
    return blank < 0
        ? new PersonName("", shown, "", "", "")
        : new PersonName("", shown.substring(0, blank), "", shown.substring(blank + 1), "");
  }

  /** Family, given, additional, prefix, suffix; several of one kind with blanks between. */
  private static List<String> parts(Card card, ContentLine line) {
    List<String> parts = new ArrayList<>();
    for (List<String> texts : card.structured(line)) {
      if (parts.size() < 5) {
        parts.add(texts.size() == 1 ? texts.getFirst() : spoken(texts));
      }
    }
    while (parts.size() < 5) {
      parts.add("");
    }
    return parts;
  }

  private static String spoken(List<String> texts) {
    return String.join(" ", texts.stream().map(String::strip).filter(t -> !t.isEmpty()).toList());
  }

  private static String fullName(Card card) {
    return fullName(name(card), card);
  }

  private static String fullName(PersonName name, Card card) {
    ContentLine line = card.first("FN");
    String shown = line == null ? "" : card.text(line);
    boolean saysNoMore = name.equals(PersonName.EMPTY) && substitutes(card).contains(shown);
    return saysNoMore && line != null && !line.hasParameter(OWN, "TRUE") ? "" : shown;
  }

  /** What FN says where there is no name, the best first. */
  private static List<String> substitutes(Card card) {
    List<String> texts = new ArrayList<>();
    texts.add(Organization.company(card));
    texts.add(card.text("X-EVOLUTION-FILE-AS"));
    card.lines("EMAIL").stream().limit(1).forEach(l -> texts.add(card.text(l)));
    texts.add(NAMELESS);
    return texts.stream().filter(t -> !t.isBlank()).toList();
  }

  @Override
  public void write(Contact wanted, Card card) {
    boolean sameName = name(card).equals(wanted.name());
    boolean sameFullName = same(fullName(card), wanted.fullName());
    boolean unfinished =
        card.isNew()
            && (!card.has("FN")
                || (card.text("FN").equals(NAMELESS) && substitutes(card).size() > 1));
    if (sameName && sameFullName && !unfinished) {
      return;
    }
    Organization.settle(card);
    if (!sameName || (!card.has("N") && !wanted.name().equals(PersonName.EMPTY))) {
      writeName(wanted.name(), card);
    }
    String shown = wanted.fullName().isBlank() ? wanted.name().spoken() : wanted.fullName();
    if (!same(fullName(card), wanted.fullName()) || unfinished) {
      card.put("FN", shown.isBlank() ? substitutes(card).getFirst() : shown);
      mark(wanted.fullName(), card);
    }
  }

  private static void mark(String wanted, Card card) {
    ContentLine line = card.lines("FN").getFirst();
    ContentLine bare = line.withoutParameter(OWN);
    card.replace(line, bare);
    if (!wanted.isBlank() && fullName(card).isEmpty()) {
      card.replace(bare, bare.withParameter(OWN, "TRUE"));
    }
  }

  private static boolean same(String a, String b) {
    return a.stripTrailing().equals(b.stripTrailing());
  }

  private static void writeName(PersonName name, Card card) {
    List<String> wanted =
        Arrays.asList(name.last(), name.first(), name.middle(), name.title(), name.suffix());
    ContentLine line = card.first("N");
    if (line == null) {
      card.add(card.withComponents(ContentLine.of("N", ";;;;"), new ArrayList<>(wanted)));
      return;
    }
    List<String> present = parts(card, line);
    List<@Nullable String> changed = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      changed.add(present.get(i).equals(wanted.get(i)) ? null : wanted.get(i));
    }
    card.replace(line, card.withComponents(line, changed));
  }
}
