package org.tandemsync.mapi;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RTF that was written in Outlook, as HTML: bold, italic, underlined, struck, colours, sizes,
 * links, lists, tables, alignment and indentation. The result is safe to show: texts are escaped,
 * and there is nothing that runs or is loaded.
 */
public final class RtfHtml {
  private RtfHtml() {}

  /** The HTML, or "" if the document has no formatting or wraps text or HTML of its own. */
  public static String of(byte[] rtf, Charset ansi) {
    Parser parser = new Parser(rtf, ansi);
    parser.run();
    return parser.wraps ? "" : parser.document.html();
  }

  private static final class Parser extends RtfParser {
    private static final Pattern LINK =
        Pattern.compile("HYPERLINK\\s+(?:\"([^\"]+)\"|([^\\s\\\\\"]+))");

    private final RtfDocument document = new RtfDocument();
    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State();
    private final List<Integer> colours = new ArrayList<>();
    private final int[] colour = new int[3];
    private boolean colourGiven;
    private boolean wraps;

    /** What a group inherits and may change. */
    private static final class State {
      private CharacterFormat format = CharacterFormat.PLAIN;
      private boolean hidden;
      private boolean colourTable;
      private boolean inInstruction;
      private boolean inMark;

      /** What is written in the field's instruction; shared by the groups in it. */
      private StringBuilder instruction = new StringBuilder();

      State copy() {
        State s = new State();
        s.format = format;
        s.hidden = hidden;
        s.colourTable = colourTable;
        s.inInstruction = inInstruction;
        s.inMark = inMark;
        s.instruction = instruction;
        return s;
      }
    }

    Parser(byte[] rtf, Charset ansi) {
      super(rtf, ansi);
    }

    @Override
    void opened() {
      states.push(state);
      state = state.copy();
    }

    @Override
    void closed() {
      State inner = state;
      state = states.pop();
      if (inner.inInstruction && !state.inInstruction) {
        state.format = state.format.withLink(link(inner.instruction.toString()));
      }
    }

    private static String link(String instruction) {
      Matcher matcher = LINK.matcher(instruction);
      if (!matcher.find()) {
        return "";
      }
      String link = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      return RtfDocument.isSafe(link) ? link : "";
    }

    @Override
    boolean destination(String word) {
      if (word.equals("fldinst")) {
        state.inInstruction = true;
        state.instruction = new StringBuilder();
        return true;
      }
      return false;
    }

    @Override
    void control(String word, int number, boolean numbered) {
      boolean on = !numbered || number != 0;
      switch (word) {
        case "fromhtml", "fromtext" -> wraps = true;
        case "listtext", "pntext" -> state.inMark = true;
        case "colortbl" -> state.colourTable = true;
        case "red" -> colour(0, number);
        case "green" -> colour(1, number);
        case "blue" -> colour(2, number);
        case "v", "deleted" -> state.hidden = on;
        case "plain" -> {
          state.format = CharacterFormat.PLAIN.withLink(state.format.link());
          state.hidden = false;
        }
        default -> {
          CharacterFormat format = format(word, number, on);
          if (format != null) {
            state.format = format;
          } else if (!isSkipped() && !state.hidden && !state.inInstruction) {
            paragraph(word, number);
          }
        }
      }
    }

    private void colour(int part, int value) {
      if (state.colourTable) {
        colour[part] = Math.clamp(value, 0, 255);
        colourGiven = true;
      }
    }

    @Override
    void skipped(char c) {
      if (state.colourTable && c == ';') {
        colours.add(colourGiven ? colour[0] << 16 | colour[1] << 8 | colour[2] : -1);
        colourGiven = false;
        colour[0] = 0;
        colour[1] = 0;
        colour[2] = 0;
      }
    }

    private int colour(int index) {
      return index >= 0 && index < colours.size() ? colours.get(index) : -1;
    }

    /** The character format after a control word, or null if it says nothing of characters. */
    private @Nullable CharacterFormat format(String word, int number, boolean on) {
      CharacterFormat f = state.format;
      return switch (word) {
        case "b" -> f.withBold(on);
        case "i" -> f.withItalic(on);
        case "ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulth", "ulw", "ulwave" ->
            f.withUnderlined(on);
        case "ulnone" -> f.withUnderlined(false);
        case "strike", "striked" -> f.withStruck(on);
        case "super" -> f.withRaised(on ? 1 : 0);
        case "sub" -> f.withRaised(on ? -1 : 0);
        case "nosupersub" -> f.withRaised(0);
        case "cf" -> f.withColour(colour(number));
        case "highlight", "cb", "chcbpat" -> f.withBackground(colour(number));
        case "fs" -> f.withHalfPoints(Math.clamp(number, 2, 400));
        default -> null;
      };
    }

    private void paragraph(String word, int number) {
      switch (word) {
        case "par", "sect", "page" -> document.endParagraph();
        case "line" -> text("\n");
        case "tab" -> text("\t");
        case "cell", "nestcell" -> document.endCell();
        case "row", "nestrow" -> document.endRow();
        case "pard" -> document.resetParagraph();
        case "intbl" -> document.inTable();
        // Outlook justifies by default in some languages: nobody means anything by it
        case "ql", "qj" -> document.align("");
        case "qc" -> document.align("center");
        case "qr" -> document.align("right");
        case "ilvl" -> document.level(Math.clamp(number, 0, 8));
        case "li" -> document.indent(Math.clamp(number, 0, 20_000));
        default -> {}
      }
    }

    @Override
    boolean visible() {
      return !state.hidden;
    }

    @Override
    void characters(String text) {
      if (state.inInstruction) {
        state.instruction.append(text);
      } else if (state.inMark) {
        document.mark(text);
      } else {
        document.add(text, state.format);
      }
    }
  }
}
