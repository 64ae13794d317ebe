package org.tandemsync.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in columns. On a terminal no line is longer than the terminal is wide: the widest columns
 * are cut, unless their ends are asked for. In a pipe nothing is cut. The first rows decide on the
 * widths, later ones are printed as they come, so that a long table needs no memory.
 */
public final class Table implements AutoCloseable {
  private static final int GAP = 2;
  private static final int SAMPLE = 200;
  private static final int NARROWEST = 8;

  private final Terminal terminal;
  private final boolean wholeEnd;
  private final String indent;
  private final List<String> headings;
  private final List<Row> waiting = new ArrayList<>();
  private int @Nullable [] widths;

  private record Row(@Nullable Color color, List<String> cells) {}

  public Table(Terminal terminal, String indent, String... headings) {
    this(terminal, indent, false, headings);
  }

  /** One whose last column is never cut: ids, which somebody will copy, and sentences. */
  public static Table withWholeEnd(Terminal terminal, String indent, String... headings) {
    return new Table(terminal, indent, true, headings);
  }

  private Table(Terminal terminal, String indent, boolean wholeEnd, String... headings) {
    this.terminal = terminal;
    this.wholeEnd = wholeEnd;
    this.indent = indent;
    this.headings = List.of(headings);
  }

  /** A row without colour. */
  public void row(String... cells) {
    row(null, cells);
  }

  /** A row whose first cell has a colour. */
  public void row(@Nullable Color color, String... cells) {
    Row row = new Row(color, List.of(cells).stream().map(Shown::line).toList());
    int[] known = widths;
    if (known != null) {
      print(row, known);
      return;
    }
    waiting.add(row);
    if (waiting.size() == SAMPLE) {
      printWaiting();
    }
  }

  /** Prints what waits. Without any row not even the headings are printed. */
  @Override
  public void close() {
    if (!waiting.isEmpty()) {
      printWaiting();
    }
    terminal.out().flush();
  }

  private void printWaiting() {
    int[] fitted = fit(natural());
    widths = fitted;
    if (!headings.stream().allMatch(String::isEmpty)) {
      List<String> heads = headings.stream().map(h -> h.toUpperCase(Locale.ROOT)).toList();
      terminal.out().println(Color.QUIET.on(terminal, line(heads, fitted, null)));
    }
    waiting.forEach(row -> print(row, fitted));
    waiting.clear();
  }

  private int[] natural() {
    return IntStream.range(0, headings.size())
        .map(
            i ->
                waiting.stream()
                    .mapToInt(row -> Shown.width(row.cells().get(i)))
                    .reduce(Shown.width(headings.get(i)), Math::max))
        .toArray();
  }

  // Takes columns from the widest until the line fits.
  private int[] fit(int[] natural) {
    int[] fitted = natural.clone();
    if (!terminal.interactive()) {
      return fitted;
    }
    int cut = wholeEnd ? fitted.length - 1 : fitted.length;
    int room = terminal.width() - 1 - indent.length() - GAP * (natural.length - 1);
    for (int surplus = IntStream.of(fitted).limit(cut).sum() - room; surplus > 0; surplus--) {
      int widest = 0;
      for (int i = 1; i < cut; i++) {
        widest = fitted[i] > fitted[widest] ? i : widest;
      }
      if (fitted[widest] <= NARROWEST) {
        break;
      }
      fitted[widest]--;
    }
    return fitted;
  }

  private void print(Row row, int[] fitted) {
    terminal.out().println(line(row.cells(), fitted, row.color()));
  }

  private String line(List<String> cells, int[] fitted, @Nullable Color first) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      boolean last = i == cells.size() - 1;
      boolean whole = !terminal.interactive() || (last && wholeEnd);
      String shown = whole ? text : Shown.cut(text, fitted[i]);
      String filled = last ? shown : Shown.pad(shown, fitted[i] + GAP);
      line.append(i == 0 && first != null ? first.on(terminal, filled) : filled);
    }
    return line.toString().stripTrailing();
  }
}
