package org.tandemsync.mapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Paragraphs and tables with formatted text in them, and their HTML. */
final class RtfDocument {
  private static final Pattern SAFE =
      Pattern.compile("(?i)(?:https?|ftp|mailto|tel|callto|sip):[^\\p{Cntrl}]*");

  private static final int BLACK = 0;
  private static final int WHITE = 0xFFFFFF;

  private record Run(String text, CharacterFormat format) {}

  /**
   * A paragraph, or what a row of a table has in its cells.
   *
   * @param mark what stands before an entry of a list, or ""
   */
  private record Block(List<List<Run>> cells, boolean row, String style, String mark, int level) {}

  private final List<Block> blocks = new ArrayList<>();
  private List<Run> line = new ArrayList<>();
  private List<List<Run>> cells = new ArrayList<>();
  private boolean table;
  private String align = "";
  private int indent;
  private String mark = "";
  private int level;

  /** Whether a link may be followed. */
  static boolean isSafe(String link) {
    return SAFE.matcher(link).matches();
  }

  void add(String text, CharacterFormat format) {
    Run last = line.isEmpty() ? null : line.getLast();
    if (last != null && last.format.equals(format) && last.text.length() < 1000) {
      line.set(line.size() - 1, new Run(last.text + text, format));
    } else {
      line.add(new Run(text, format));
    }
  }

  /** The number or bullet before the paragraph. In a table it is text like any other. */
  void mark(String text) {
    if (table) {
      add(text, CharacterFormat.PLAIN);
    } else {
      mark += text;
    }
  }

  void endParagraph() {
    if (table) {
      add("\n", line.isEmpty() ? CharacterFormat.PLAIN : line.getLast().format);
    } else {
      blocks.add(new Block(List.of(line), false, style(), mark.strip(), level));
      line = new ArrayList<>();
      mark = "";
    }
  }

  void endCell() {
    cells.add(line);
    line = new ArrayList<>();
  }

  void endRow() {
    if (!line.isEmpty()) {
      endCell();
    }
    blocks.add(new Block(cells, true, "", "", 0));
    cells = new ArrayList<>();
  }

  void resetParagraph() {
    table = false;
    align = "";
    indent = 0;
    level = 0;
  }

  void inTable() {
    table = true;
  }

  void align(String value) {
    align = value;
  }

  /**
   * Moves the paragraph in.
   *
   * @param twips twentieths of a point
   */
  void indent(int twips) {
    indent = twips;
  }

  /** How deep in lists the paragraph is, from 0. */
  void level(int value) {
    level = value;
  }

  private String style() {
    String margin = indent == 0 || !mark.isBlank() ? "" : "margin-left:" + indent / 20 + "pt";
    String text = align.isEmpty() ? "" : "text-align:" + align;
    return margin.isEmpty() || text.isEmpty() ? margin + text : margin + ";" + text;
  }

  /** The HTML, or "" if nothing is formatted. */
  String html() {
    if (!line.isEmpty()) {
      table = false;
      endParagraph();
    }
    if (!cells.isEmpty()) {
      endRow();
    }
    int size = usualSize();
    while (!blocks.isEmpty() && isBlank(blocks.getLast())) {
      blocks.removeLast();
    }
    boolean formatted =
        blocks.stream()
            .anyMatch(
                b ->
                    b.row
                        || !b.style.isEmpty()
                        || !b.mark.isEmpty()
                        || b.cells.getFirst().stream().anyMatch(r -> isFormatted(r, size)));
    return formatted ? render(size) : "";
  }

  private static boolean isBlank(Block block) {
    return !block.row
        && block.cells.getFirst().stream().allMatch(r -> r.text.replace('\u00a0', ' ').isBlank());
  }

  private static boolean isFormatted(Run run, int size) {
    return !run.text.isBlank()
        && !tags(withoutOwnLink(run), size, new StringBuilder(), new StringBuilder()).isEmpty();
  }

  /** Outlook makes a link of every address that is typed: nobody has formatted anything. */
  private static CharacterFormat withoutOwnLink(Run run) {
    String address = run.format.link().replaceFirst("^(?i)mailto:", "").replaceFirst("/$", "");
    String said = run.text.strip().replaceFirst("^(?i)mailto:", "").replaceFirst("/$", "");
    return !run.format.link().isEmpty() && said.equalsIgnoreCase(address)
        ? run.format.withLink("").withUnderlined(false).withColour(-1)
        : run.format;
  }

  /** The size of most of the text: it goes without saying. */
  private int usualSize() {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (Block block : blocks) {
      for (List<Run> cell : block.cells) {
        cell.forEach(r -> sizes.merge(r.format.halfPoints(), r.text.length(), Integer::sum));
      }
    }
    return sizes.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
        .map(Map.Entry::getKey)
        .orElse(CharacterFormat.PLAIN.halfPoints());
  }

  private String render(int size) {
    StringBuilder out = new StringBuilder();
    RtfLists lists = new RtfLists(out);
    boolean inTable = false;
    for (Block block : blocks) {
      if (!block.mark.isEmpty() && !inTable) {
        lists.entry(block.mark, block.level, block.style);
        out.append(runs(block.cells.getFirst(), size));
        continue;
      }
      lists.end();
      if (block.row != inTable) {
        out.append(block.row ? "<table>" : "</table>").append('\n');
        inTable = block.row;
      }
      if (block.row) {
        out.append("<tr>");
        block.cells.forEach(c -> out.append("<td>").append(runs(c, size)).append("</td>"));
        out.append("</tr>\n");
      } else {
        String text = runs(block.cells.getFirst(), size);
        String style = block.style.isEmpty() ? "" : " style=\"" + block.style + "\"";
        out.append("<div").append(style).append('>');
        out.append(isBlank(block) ? "<br>" : text).append("</div>\n");
      }
    }
    lists.end();
    return out.append(inTable ? "</table>\n" : "").toString().stripTrailing();
  }

  private static String runs(List<Run> runs, int size) {
    StringBuilder out = new StringBuilder();
    for (Run run : runs) {
      StringBuilder open = new StringBuilder();
      StringBuilder close = new StringBuilder();
      if (!run.text.isBlank() || run.format.background() >= 0 || run.format.underlined()) {
        tags(run.format, size, open, close);
      }
      out.append(open).append(escaped(run.text)).append(close);
    }
    return out.toString();
  }

  /** Appends the tags around a text, and returns those in front of it. */
  private static String tags(CharacterFormat f, int size, StringBuilder open, StringBuilder close) {
    if (!f.link().isEmpty()) {
      open.append("<a href=\"").append(escaped(f.link())).append("\">");
      close.insert(0, "</a>");
    }
    String style = style(f, size);
    if (!style.isEmpty()) {
      open.append("<span style=\"").append(style).append("\">");
      close.insert(0, "</span>");
    }
    tag(f.bold(), "b", open, close);
    tag(f.italic(), "i", open, close);
    tag(f.underlined() && f.link().isEmpty(), "u", open, close);
    tag(f.struck(), "s", open, close);
    tag(f.raised() > 0, "sup", open, close);
    tag(f.raised() < 0, "sub", open, close);
    return open.toString();
  }

  private static void tag(boolean wanted, String name, StringBuilder open, StringBuilder close) {
    if (wanted) {
      open.append('<').append(name).append('>');
      close.insert(0, "</" + name + ">");
    }
  }

  /** A link has the colour that links have. */
  private static String style(CharacterFormat f, int size) {
    List<String> style = new ArrayList<>();
    if (f.colour() > BLACK && f.link().isEmpty()) {
      style.add(String.format(Locale.ROOT, "color:#%06x", f.colour()));
    }
    if (f.background() >= 0 && f.background() != WHITE) {
      style.add(String.format(Locale.ROOT, "background-color:#%06x", f.background()));
    }
    if (f.halfPoints() != size) {
      String half = f.halfPoints() % 2 == 0 ? "" : ".5";
      style.add("font-size:" + f.halfPoints() / 2 + half + "pt");
    }
    return String.join(";", style);
  }

  /** Blanks that HTML would swallow become such that it shows. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n' -> out.append("<br>");
        case '\t' -> out.append("&nbsp;&nbsp;&nbsp; ");
        case '\u00a0' -> out.append("&nbsp;");
        case ' ' -> out.append(before == ' ' && i > 0 ? "&nbsp;" : " ");
        default -> {
          if (c >= ' ') {
            out.append(c);
          }
        }
      }
      before = c;
    }
    return out.toString();
  }
}
