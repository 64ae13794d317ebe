package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;

/** X-MS-CHILD ([MS-OXVCARD]), X-CHILD, RELATED;TYPE=child, Apple's related names: a line each. */
final class Children implements CardProperty<Contact, Contact.Builder> {
  private static final List<Spelling<String>> SPELLINGS =
      List.of(
          new RelationSpelling("child", true),
          new LabelledSpelling("X-ABRELATEDNAMES", "Child"),
          new TextSpelling("X-MS-CHILD"),
          new TextSpelling("X-CHILD"));

  @Override
  public Set<String> fields() {
    return Set.of("children");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    into.children(names(card));
  }

  private static List<String> names(Card card) {
    List<String> names = new ArrayList<>();
    for (Spelling<String> spelling : SPELLINGS) {
      for (ContentLine line : spelling.lines(card)) {
        String name = spelling.read(card, line);
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  @Override
  public void write(Contact item, Card card) {
    List<String> wanted = item.children().stream().filter(n -> !n.isBlank()).toList();
    if (names(card).equals(wanted)) {
      return;
    }
    Spelling<String> used = spelling(card);
    removeOthers(card, wanted);
    List<String> kept = names(card);
    if (!wanted.subList(0, Math.min(kept.size(), wanted.size())).equals(kept)) {
      removeOthers(card, List.of()); // another order
      kept = List.of();
    }
    wanted.subList(kept.size(), wanted.size()).forEach(name -> used.add(card, name));
    if (!names(card).equals(wanted)) { // spelled in two ways
      removeOthers(card, List.of());
      wanted.forEach(name -> used.add(card, name));
    }
  }

  private static Spelling<String> spelling(Card card) {
    return SPELLINGS.stream()
        .filter(s -> !s.lines(card).isEmpty())
        .findFirst()
        .or(() -> SPELLINGS.stream().filter(s -> s.suits(card)).findFirst())
        .orElseThrow();
  }

  private static void removeOthers(Card card, List<String> wanted) {
    for (Spelling<String> spelling : SPELLINGS) {
      for (ContentLine line : spelling.lines(card)) {
        String name = spelling.read(card, line);
        if (name != null && !wanted.contains(name)) {
          card.remove(line);
        }
      }
    }
  }
}
