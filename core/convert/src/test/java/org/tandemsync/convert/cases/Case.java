package org.tandemsync.convert.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;

/**
 * One row of a table of cases.
 *
 * @param number as in the reference; several rows may prove one case
 * @param title what goes in
 */
record Case(int number, String title, Executable proof) {

  /** The rows as tests, named "8.3-56 ...". */
  static Stream<DynamicTest> tests(String section, List<Case> cases) {
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(section + "-" + c.number + " " + c.title, c.proof));
  }

  /**
   * Server to Outlook: an event of these lines shows these facets.
   *
   * @param lines with " / " between them
   * @param expected as in {@link Facets}, with "; " between them
   */
  static Case reads(int number, String lines, String expected) {
    return readsWhole(number, lines, Texts.event(lines), expected);
  }

  /** The same, after a DTSTART and DTEND of 9 to 10 in Vienna. */
  static Case readsNine(int number, String lines, String expected) {
    return readsWhole(number, lines, Texts.event(Texts.NINE + " / " + lines), expected);
  }

  /** A resource with any components. */
  static Case readsCalendar(int number, String lines, String expected) {
    return readsWhole(number, lines, Texts.calendar(lines), expected);
  }

  static Case readsTask(int number, String lines, String expected) {
    return readsWhole(number, lines, Texts.task(lines), expected);
  }

  static Case readsCard(int number, String lines, String expected) {
    return readsWhole(number, lines, Texts.card(lines), expected);
  }

  static Case readsWhole(int number, String title, String text, String expected) {
    return new Case(
        number,
        title + " -> " + expected,
        () -> {
          ResourceLens.Reading.Understood reading = Texts.understood(text);
          assertThat(Facets.of(reading, expected)).isEqualTo(Facets.parse(expected));
          ResourceLens lens = Texts.lens(reading.item());
          assertThat(lens.update(text, reading.item(), Texts.fields(reading.item()), "s"))
              .as("an item that was not edited changes no byte")
              .isSameAs(text);
        });
  }

  /**
   * Outlook to server: the new resource has these lines. One that begins with "!" says how no line
   * begins.
   */
  static Case writes(int number, String title, Item item, String... lines) {
    return new Case(
        number,
        title + " -> " + String.join(" / ", lines),
        () -> {
          String text = Texts.lens(item).create(item, "s");
          assertLines(text, lines);
          assertThat(Texts.lens(item).update(text, item, Texts.fields(item), "s")).isSameAs(text);
        });
  }

  /** {@link #goesRound} under options: they may change what is written, never what is read. */
  static Case goesRoundWith(
      LensSettings settings,
      int number,
      String title,
      Item item,
      String expected,
      String... lines) {
    return new Case(
        number,
        title + " -> " + String.join(" / ", lines) + " -> " + expected,
        () -> {
          ResourceLens lens = Lenses.of(family(item), settings);
          String text = lens.create(item, "s");
          assertLines(text, lines);
          assertThat(Facets.of(Texts.understood(text), expected)).isEqualTo(Facets.parse(expected));
          assertThat(lens.update(text, item, Texts.fields(item), "s")).isSameAs(text);
          assertThat(Texts.lens(item).update(text, item, Texts.fields(item), "s"))
              .as("without the options it is the same item")
              .isSameAs(text);
        });
  }

  private static Family family(Item item) {
    return switch (item.type()) {
      case APPOINTMENT -> Family.EVENTS;
      case TASK -> Family.TASKS;
      case CONTACT, DISTRIBUTION_LIST -> Family.CONTACTS;
    };
  }

  /** {@link #edits} under options. */
  static Case editsWith(
      LensSettings settings,
      int number,
      String lines,
      UnaryOperator<Appointment.Builder> change,
      Set<String> fields,
      String... expected) {
    String text = Texts.event(Texts.NINE + " / " + lines);
    return new Case(
        number,
        lines + " -> " + String.join(" / ", expected),
        () -> {
          ResourceLens lens = Lenses.of(Family.EVENTS, settings);
          var read = (ResourceLens.Reading.Understood) lens.get(text);
          Item wanted = change.apply(((Appointment) read.item()).toBuilder()).build();
          assertLines(lens.update(text, wanted, fields, "s"), expected);
        });
  }

  /** Both ways: what is written has these lines, and reads as these facets again. */
  static Case goesRound(int number, String title, Item item, String expected, String... lines) {
    return new Case(
        number,
        title + " -> " + String.join(" / ", lines) + " -> " + expected,
        () -> {
          String text = Texts.lens(item).create(item, "s");
          assertLines(text, lines);
          assertThat(Facets.of(Texts.understood(text), expected)).isEqualTo(Facets.parse(expected));
        });
  }

  static void assertLines(String text, String... lines) {
    List<String> present = Texts.lines(text);
    for (String line : lines) {
      if (line.startsWith("!")) {
        assertThat(present).noneMatch(l -> l.startsWith(line.substring(1)));
      } else {
        assertThat(present).contains(line);
      }
    }
  }

  /**
   * An edit in Outlook of an event of 9 to 10 in Vienna: the resource has these lines afterwards,
   * and all others but those that the edit names as changed.
   */
  static Case edits(
      int number,
      String lines,
      UnaryOperator<Appointment.Builder> change,
      Set<String> fields,
      String... expected) {
    return editsWhole(
        number,
        lines,
        Texts.event(Texts.NINE + " / " + lines),
        item -> change.apply(((Appointment) item).toBuilder()).build(),
        fields,
        expected);
  }

  static Case editsTask(
      int number,
      String lines,
      UnaryOperator<Task.Builder> change,
      Set<String> fields,
      String... expected) {
    return editsWhole(
        number,
        lines,
        Texts.task(lines),
        item -> change.apply(((Task) item).toBuilder()).build(),
        fields,
        expected);
  }

  static Case editsCard(
      int number,
      String lines,
      UnaryOperator<Contact.Builder> change,
      Set<String> fields,
      String... expected) {
    return editsWhole(
        number,
        lines,
        Texts.card(lines),
        item -> change.apply(((Contact) item).toBuilder()).build(),
        fields,
        expected);
  }

  /** Only lines that are not expected any more may be gone, and at most as many as are new. */
  static Case editsWhole(
      int number,
      String title,
      String text,
      Function<Item, Item> change,
      Set<String> fields,
      String... expected) {
    return new Case(
        number,
        title + " -> " + String.join(" / ", expected),
        () -> {
          Item wanted = change.apply(Texts.understood(text).item());
          String after = Texts.lens(wanted).update(text, wanted, fields, "s");
          assertLines(after, expected);
          List<String> gone = new ArrayList<>(Texts.lines(text));
          Texts.lines(after).forEach(gone::remove);
          gone.removeIf(l -> l.startsWith("DTSTAMP") || l.startsWith("REV:"));
          List<String> fresh = new ArrayList<>(List.of(expected));
          fresh.removeIf(l -> l.startsWith("!") || Texts.lines(text).contains(l));
          assertThat(gone).as("lines that are gone").hasSizeLessThanOrEqualTo(fresh.size());
        });
  }
}
