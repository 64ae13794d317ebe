package org.tandemsync.mapi;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What an RTF document says: its text, or the HTML that is wrapped in it ([MS-OXRTFEX]). Formatting
 * is dropped; {@link RtfHtml} keeps it.
 */
public final class Rtf {
  /** Where the document came from. */
  public enum Origin {
    RTF,
    TEXT,
    HTML
  }

  /**
   * The text of a document.
   *
   * @param origin what the text is: HTML if the document wraps HTML
   */
  public record Content(Origin origin, String text) {}

  private Rtf() {}

  public static Content parse(byte[] rtf, Charset ansi) {
    Parser parser = new Parser(rtf, ansi);
    parser.run();
    return new Content(parser.origin, parser.out.toString());
  }

  private static final class Parser extends RtfParser {
    private final StringBuilder out = new StringBuilder();
    private final Deque<Wrapping> wrappings = new ArrayDeque<>();
    private Wrapping wrapping = new Wrapping(false, false);
    private Origin origin = Origin.RTF;

    /**
     * Where in wrapped HTML the text stands.
     *
     * @param tag in a group of HTML
     * @param instead in what is shown instead of HTML
     */
    private record Wrapping(boolean tag, boolean instead) {}

    Parser(byte[] rtf, Charset ansi) {
      super(rtf, ansi);
    }

    @Override
    void opened() {
      wrappings.push(wrapping);
    }

    @Override
    void closed() {
      wrapping = wrappings.pop();
    }

    @Override
    boolean destination(String word) {
      boolean tag = word.equals("htmltag");
      if (tag) {
        wrapping = new Wrapping(true, wrapping.instead);
      }
      return tag;
    }

    @Override
    void control(String word, int number, boolean numbered) {
      switch (word) {
        case "fromhtml" -> origin = Origin.HTML;
        case "fromtext" -> origin = Origin.TEXT;
        case "htmlrtf" -> wrapping = new Wrapping(wrapping.tag, !numbered || number != 0);
        case "par", "line", "row", "sect", "page" -> text("\n");
        case "tab", "cell" -> text("\t");
        default -> {}
      }
    }

    @Override
    boolean visible() {
      return origin == Origin.HTML ? wrapping.tag || !wrapping.instead : !wrapping.tag;
    }

    @Override
    void characters(String text) {
      out.append(text);
    }
  }
}
