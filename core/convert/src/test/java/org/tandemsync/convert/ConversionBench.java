package org.tandemsync.convert;

import biweekly.Biweekly;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import com.sun.management.ThreadMXBean;
import ezvcard.Ezvcard;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tandemsync.convert.ResourceLens.Reading.Understood;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Document;
import org.tandemsync.convert.text.Node;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.convert.text.Syntax;
import org.tandemsync.convert.text.TextLimitException;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.testkit.year.SampleYear;

/**
 * What lenses cost beside bare parsers: {@code -Dtandem.bench=10000}. Time is that of the processor
 * and memory what the thread allocates, so other programs hardly matter; the ratios to the parser
 * of other libraries are what counts. {@code -Dtandem.bench.only=PART} runs the rows with that in
 * their name.
 */
@EnabledIfSystemProperty(named = "tandem.bench", matches = ".+")
class ConversionBench {
  private static final int COUNT = Integer.getInteger("tandem.bench", 10_000);
  private static final String ONLY = System.getProperty("tandem.bench.only", "");
  private static final int ROUNDS = Integer.getInteger("tandem.bench.rounds", 5);
  private static final long LONGEST_ROUND = 3_000_000_000L;
  private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures");
  private static final LensSettings SETTINGS =
      new LensSettings(
          ZoneId.of("Europe/Vienna"),
          Set.of("me@corp.example"),
          InstantSource.fixed(Instant.parse("2026-03-01T08:00:00Z")));
  private static final SampleYear YEAR = SampleYear.of(Year.of(2026), 7);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Keeps what is measured from being optimised away. */
  private static int sink;

  private @Nullable Cost parser;

  /** One line of the table: the cheapest of some rounds over all items. */
  private <T> Cost row(String name, List<T> items, ToIntFunction<T> work) {
    if (!name.contains(ONLY)) {
      return Cost.NONE;
    }
    Cost best = round(items, work);
    for (int round = 1; round < ROUNDS; round++) {
      Cost cost = round(items, work);
      best = cost.nanos < best.nanos ? cost : best;
    }
    return say(name, best);
  }

  private Cost say(String name, Cost best) {
    Cost one = parser == null ? best : parser;
    parser = one;
    System.out.printf(
        Locale.ROOT,
        "%-36s %9.0f items/s %8.1f us/item %9.1f kB/item %7.2f x time %7.2f x memory%n",
        name,
        1e9 / best.nanos,
        best.nanos / 1e3,
        best.bytes / 1024,
        best.nanos / one.nanos,
        best.bytes / one.bytes);
    return best;
  }

  /** Of one item. */
  private record Cost(double nanos, double bytes) {
    private static final Cost NONE = new Cost(Double.NaN, Double.NaN);

    private Cost without(Cost other) {
      return new Cost(nanos - other.nanos, bytes - other.bytes);
    }
  }

  /** All items, or as many as some seconds allow. */
  private static <T> Cost round(List<T> items, ToIntFunction<T> work) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long start = THREADS.getCurrentThreadCpuTime();
    int done = 0;
    long nanos = 0;
    while (done < COUNT && nanos < LONGEST_ROUND) {
      for (int i = 0; i < 100; i++) {
        sink += work.applyAsInt(items.get(done++ % items.size()));
      }
      nanos = THREADS.getCurrentThreadCpuTime() - start;
    }
    double allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    return new Cost((double) nanos / done, allocated / done);
  }

  @Test
  void eventsOfAYear() {
    ResourceLens lens = Lenses.of(Family.EVENTS, SETTINGS);
    List<Item> items = new ArrayList<>(YEAR.appointments());
    List<String> texts = items.stream().map(i -> lens.create(i, "l/1")).toList();
    events("a year's events", texts, lens);
    create(items, texts, Syntax.ICALENDAR, lens);
  }

  @Test
  void eventsOfPrograms() {
    ResourceLens lens = Lenses.of(Family.EVENTS, SETTINGS);
    List<String> texts =
        fixtures(".ics").stream().filter(t -> lens.get(t) instanceof Understood).toList();
    events("fixtures of programs", texts, lens);
  }

  private void events(String title, List<String> texts, ResourceLens lens) {
    say(title, texts);
    row("vinnie: lines", texts, text -> vinnie(text, SyntaxRules.iCalendar()));
    Cost parse = ourLines(texts, Syntax.ICALENDAR);
    row("biweekly: parse", texts, text -> Biweekly.parse(text).all().size());
    row("ical4j: parse", texts, ConversionBench::ical4j);
    row(
        "biweekly: parse and write",
        texts,
        text -> Biweekly.write(Biweekly.parse(text).all()).go().length());
    lens(
        texts,
        parse,
        lens,
        item -> ((Appointment) item).toBuilder().subject("renamed").build(),
        Set.of("subject"));
  }

  @Test
  void contactsOfAYear() {
    ResourceLens lens = Lenses.of(Family.CONTACTS, SETTINGS);
    List<Item> items = new ArrayList<>();
    // photos would hide everything else
    YEAR.contacts().forEach(c -> items.add(c.toBuilder().photo(null).build()));
    List<String> texts = items.stream().map(i -> lens.create(i, "l/1")).toList();
    cards("a year's contacts", texts, lens);
    create(items, texts, Syntax.VCARD, lens);
  }

  @Test
  void cardsOfPrograms() {
    ResourceLens lens = Lenses.of(Family.CONTACTS, SETTINGS);
    List<String> texts =
        fixtures(".vcf").stream()
            .filter(t -> lens.get(t) instanceof Understood u && u.item() instanceof Contact)
            .toList();
    cards("cards of programs", texts, lens);
  }

  private void cards(String title, List<String> texts, ResourceLens lens) {
    say(title, texts);
    row("vinnie: lines", texts, text -> vinnie(text, SyntaxRules.vcard()));
    Cost parse = ourLines(texts, Syntax.VCARD);
    row("ez-vcard: parse", texts, text -> Ezvcard.parse(text).all().size());
    row(
        "ez-vcard: parse and write",
        texts,
        text -> Ezvcard.write(Ezvcard.parse(text).all()).go().length());
    lens(
        texts,
        parse,
        lens,
        item -> ((Contact) item).toBuilder().jobTitle("renamed").build(),
        Set.of("job-title"));
  }

  private interface Edit {
    Item apply(Item item);
  }

  private Cost ourLines(List<String> texts, Syntax syntax) {
    row("our lines, taken apart", texts, text -> apart(text, syntax));
    return row("our lines, not taken apart", texts, text -> ours(text, syntax).size());
  }

  /** New items: made of new lines, each of which is rendered and folded. */
  private void create(List<Item> items, List<String> texts, Syntax syntax, ResourceLens lens) {
    Cost create = row("create", items, item -> lens.create(item, "l/1").length());
    List<Document> made = texts.stream().map(t -> newLines(ours(t, syntax))).toList();
    Cost serialise = row("create: serialise", made, document -> document.text().length());
    say("create: convert", create.without(serialise));
  }

  private static Document newLines(List<Node> nodes) {
    return Document.of(copy((Component) nodes.getFirst()));
  }

  private static Component copy(Component component) {
    Component copy = Component.of(component.name());
    for (Node node : component.nodes()) {
      switch (node) {
        case ContentLine line ->
            copy.add(
                ContentLine.of(
                    line.name(), line.value(), line.parameters().toArray(new Parameter[0])));
        case Component inside -> copy.add(copy(inside));
      }
    }
    return copy;
  }

  private void lens(
      List<String> texts, Cost parse, ResourceLens lens, Edit edit, Set<String> fields) {
    record Change(String text, Item item) {}
    List<Change> renamed =
        texts.stream().map(t -> new Change(t, edit.apply(read(lens, t)))).toList();
    List<Change> same = texts.stream().map(t -> new Change(t, read(lens, t))).toList();
    Cost read = row("read", texts, text -> sum(lens.get(text)));
    say("read: parse", parse);
    say("read: convert", read.without(parse));
    row("update of one field", renamed, c -> lens.update(c.text, c.item, fields, "l/2").length());
    row(
        "update of all fields, one differs",
        renamed,
        c -> lens.update(c.text, c.item, all(c.item), "l/2").length());
    row(
        "update of all fields, none differs",
        same,
        c -> lens.update(c.text, c.item, all(c.item), "l/2").length());
    row(
        "read, edit, update",
        texts,
        text -> lens.update(text, edit.apply(read(lens, text)), fields, "l/2").length());
  }

  private static int sum(ResourceLens.Reading reading) {
    return ((Understood) reading).losses().size();
  }

  private static Set<String> all(Item item) {
    return Set.copyOf(Fields.of(item.type()).names());
  }

  private static Item read(ResourceLens lens, String text) {
    return ((Understood) lens.get(text)).item();
  }

  private void say(String title, List<String> texts) {
    double length = texts.stream().mapToInt(String::length).average().orElse(0);
    System.out.printf(
        Locale.ROOT, "%n%s: %d texts of %.0f characters%n", title, texts.size(), length);
    parser = null;
  }

  private static List<Node> ours(String text, Syntax syntax) {
    try {
      return Document.parse(text, syntax).nodes();
    } catch (TextLimitException e) {
      throw new AssertionError(e);
    }
  }

  /** With names, parameters and values, as other parsers give them. */
  private static int apart(String text, Syntax syntax) {
    return apart(ours(text, syntax));
  }

  private static int apart(List<Node> nodes) {
    int parts = 0;
    for (Node node : nodes) {
      parts +=
          switch (node) {
            case ContentLine line ->
                line.name().length() + line.parameters().size() + line.value().length();
            case Component component -> apart(component.nodes());
          };
    }
    return parts;
  }

  private static int vinnie(String text, SyntaxRules rules) {
    Count count = new Count();
    try (VObjectReader reader = new VObjectReader(new StringReader(text), rules)) {
      reader.parse(count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count.properties;
  }

  private static final class Count implements VObjectDataListener {
    private int properties;

    @Override
    public void onComponentBegin(String name, Context context) {}

    @Override
    public void onComponentEnd(String name, Context context) {}

    @Override
    public void onProperty(VObjectProperty property, Context context) {
      properties += property.getParameters().getMap().size() + 1;
    }

    @Override
    public void onVersion(String value, Context context) {
      context.getParentComponents();
    }

    @Override
    public void onWarning(
        Warning warning, @Nullable VObjectProperty property, Exception thrown, Context context) {}
  }

  private static int ical4j(String text) {
    CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_PARSING, true);
    CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_UNFOLDING, true);
    try {
      return new CalendarBuilder().build(new StringReader(text)).getComponents().size();
    } catch (IOException | ParserException | RuntimeException e) {
      return 0; // some fixtures are more than it takes
    }
  }

  private static List<String> fixtures(String ending) {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .filter(f -> Objects.toString(f.getFileName()).endsWith(ending))
          .sorted()
          .map(ConversionBench::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
