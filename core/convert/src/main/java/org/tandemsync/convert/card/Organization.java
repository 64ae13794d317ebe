package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;

/** ORG: the company and its units, which Outlook holds as one department, "Sales; EMEA". */
final class Organization implements CardProperty<Contact, Contact.Builder> {
  private static final String BETWEEN_UNITS = "; ";

  @Override
  public Set<String> fields() {
    return Set.of("company", "department");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    into.company(company(card)).department(department(card));
    if (card.lines("ORG").size() > 1) {
      losses.accept(
          new Loss(LossKind.ONLY_FIRST_KEPT, "company", Evidence.of(card.lines("ORG").get(1))));
    }
  }

  /** The company; where Apple shows a card without ORG as a company, its name. */
  static String company(Card card) {
    ContentLine line = card.first("ORG");
    if (line != null) {
      return card.components(line).getFirst();
    }
    boolean shownAsCompany = card.text("X-ABSHOWAS").strip().equalsIgnoreCase("COMPANY");
    return shownAsCompany ? card.text("FN") : "";
  }

  private static String department(Card card) {
    ContentLine line = card.first("ORG");
    return line == null ? "" : String.join(BETWEEN_UNITS, units(card, line));
  }

  private static List<String> units(Card card, ContentLine line) {
    List<String> units = new ArrayList<>(card.components(line));
    units.removeFirst();
    while (!units.isEmpty() && units.getLast().isEmpty()) {
      units.removeLast();
    }
    return units;
  }

  /** Makes a company that is only read from FN independent of FN. */
  static void settle(Card card) {
    String company = company(card);
    if (!company.isEmpty() && !card.has("ORG")) {
      card.add(card.newText("ORG", company));
    }
  }

  @Override
  public void write(Contact wanted, Card card) {
    String company = wanted.company();
    String department = wanted.department();
    boolean sameCompany = company(card).stripTrailing().equals(company.stripTrailing());
    boolean sameDepartment = department(card).stripTrailing().equals(department.stripTrailing());
    if (sameCompany && sameDepartment) {
      return;
    }
    settle(card);
    ContentLine line = card.first("ORG");
    if (company.isBlank() && department.isBlank()) {
      clear(card, line);
      return;
    }
    ContentLine present = line == null ? ContentLine.of("ORG", "") : line;
    List<@Nullable String> changed = new ArrayList<>();
    changed.add(sameCompany ? null : company);
    ContentLine edited = present;
    if (!sameDepartment) {
      String first = CardText.pieces(present.value(), ';').getFirst();
      edited = present.withValue(first);
      if (!department.isBlank()) {
        changed.addAll(unitsOf(department));
      }
    }
    edited = card.withComponents(edited, changed);
    if (line == null) {
      card.add(edited);
    } else {
      card.replace(line, edited);
    }
  }

  private static void clear(Card card, @Nullable ContentLine line) {
    if (line != null && card.lines("ORG").size() == 1 && !card.has("X-ABSHOWAS")) {
      card.remove(line);
    } else if (line != null) {
      card.replace(line, line.withValue("")); // the next one must not take its place
    }
  }

  private static List<String> unitsOf(String department) {
    List<String> units = Arrays.asList(department.split(BETWEEN_UNITS, -1));
    return units.getLast().isEmpty() ? List.of(department) : units;
  }
}
