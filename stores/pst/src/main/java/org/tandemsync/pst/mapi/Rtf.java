package org.tandemsync.pst.mapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an RTF document says: its text, or the HTML that is wrapped in it ([MS-OXRTFEX]). Formatting
 * is dropped; pictures, tables of fonts and the like are skipped.
 */
public final class Rtf {
  /** Where the document came from. */
  public enum Origin {
    RTF,
    TEXT,
    HTML
  }

  private static final Set<String> SKIPPED =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "object",
          "header",
          "footer",
          "headerl",
          "headerr",
          "footerl",
          "footerr",
          "footnote",
          "themedata",
          "datastore",
          "listtable",
          "listoverridetable",
          "rsidtbl",
          "generator",
          "fldinst");

  /** Groups may be nested this deep; deeper ones end the text. */
  private static final int MOST_GROUPS = 1000;

  private final byte[] rtf;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final Deque<Group> groups = new ArrayDeque<>();
  private Group group = new Group();
  private Charset document;
  private Origin origin = Origin.RTF;
  private int at;
  private int skipCharacters;

  /** What a group inherits and may change. */
  private static final class Group {
    private boolean skipped;
    private boolean fontTable;
    private boolean htmlTag;
    private boolean htmlRtf;
    private boolean starred;
    private int unicodeSkip = 1;
    private int font;

    Group copy() {
      Group g = new Group();
      g.skipped = skipped;
      g.fontTable = fontTable;
      g.htmlTag = htmlTag;
      g.htmlRtf = htmlRtf;
      g.unicodeSkip = unicodeSkip;
      g.font = font;
      return g;
    }
  }

  private Rtf(byte[] rtf, Charset ansi) {
    this.rtf = rtf;
    this.document = ansi;
  }

  /**
   * The text of a document.
   *
   * @param origin what the text is: HTML if the document wraps HTML
   */
  public record Content(Origin origin, String text) {}

  public static Content parse(byte[] rtf, Charset ansi) {
    Rtf parser = new Rtf(rtf, ansi);
    parser.run();
    return new Content(parser.origin, parser.out.toString());
  }

  private void run() {
    while (at < rtf.length) {
      char c = (char) (rtf[at++] & 0xFF);
      switch (c) {
        case '{' -> {
          flush();
          if (groups.size() == MOST_GROUPS) {
            return;
          }
          groups.push(group);
          group = group.copy();
        }
        case '}' -> {
          flush();
          if (groups.isEmpty()) {
            return;
          }
          group = groups.pop();
          if (groups.isEmpty()) {
            return;
          }
        }
        case '\\' -> control();
        case '\r', '\n', '\0' -> {}
        default -> octet(c);
      }
    }
    flush();
  }

  private void control() {
    if (at >= rtf.length) {
      return;
    }
    char c = (char) (rtf[at] & 0xFF);
    if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
      word();
      return;
    }
    at++;
    switch (c) {
      case '\'' -> hex();
      case '*' -> group.starred = true;
      case '~' -> text("\u00a0");
      case '_' -> text("\u2011");
      case '-' -> {}
      case '\r', '\n' -> text("\n");
      default -> octet(c);
    }
  }

  private void hex() {
    int high = at < rtf.length ? Character.digit(rtf[at], 16) : -1;
    int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
    at = Math.min(at + 2, rtf.length);
    if (high >= 0 && low >= 0) {
      octet((char) (high << 4 | low));
    }
  }

  private void word() {
    int from = at;
    while (at < rtf.length && Character.isLetter(rtf[at]) && at - from < 32) {
      at++;
    }
    String word = new String(rtf, from, at - from, StandardCharsets.US_ASCII);
    boolean negative = at < rtf.length && rtf[at] == '-';
    if (negative) {
      at++;
    }
    int number = 0;
    boolean numbered = false;
    while (at < rtf.length && rtf[at] >= '0' && rtf[at] <= '9') {
      number = Math.min(number, 100_000_000) * 10 + (rtf[at++] - '0');
      numbered = true;
    }
    if (at < rtf.length && rtf[at] == ' ') {
      at++;
    }
    apply(word, negative ? -number : number, numbered);
  }

  private void apply(String word, int number, boolean numbered) {
    if (group.starred) {
      group.starred = false;
      if (word.equals("htmltag")) {
        group.htmlTag = true;
      } else {
        group.skipped = true;
      }
      return;
    }
    switch (word) {
      case "ansicpg" -> document = CodePages.of(number).orElse(document);
      case "fromhtml" -> origin = Origin.HTML;
      case "fromtext" -> origin = Origin.TEXT;
      case "htmlrtf" -> {
        flush();
        group.htmlRtf = !numbered || number != 0;
      }
      case "uc" -> group.unicodeSkip = Math.clamp(number, 0, 16);
      case "u" -> {
        text(String.valueOf((char) number));
        skipCharacters = group.unicodeSkip;
      }
      case "bin" -> at = (int) Math.min(rtf.length, at + Math.max(0L, number));
      case "f" -> {
        flush();
        group.font = number;
      }
      case "fcharset" -> {
        if (group.fontTable) {
          charset(number);
        }
      }
      case "plain" -> flush();
      case "fonttbl" -> {
        group.fontTable = true;
        group.skipped = true;
      }
      default -> symbol(word);
    }
  }

  private void charset(int number) {
    int codePage =
        switch (number) {
          case 128 -> 932;
          case 129 -> 949;
          case 130 -> 1361;
          case 134 -> 936;
          case 136 -> 950;
          case 161 -> 1253;
          case 162 -> 1254;
          case 163 -> 1258;
          case 177 -> 1255;
          case 178 -> 1256;
          case 186 -> 1257;
          case 204 -> 1251;
          case 222 -> 874;
          case 238 -> 1250;
          default -> 0;
        };
    CodePages.of(codePage).ifPresent(c -> fonts.put(group.font, c));
  }

  private void symbol(String word) {
    switch (word) {
      case "par", "line", "row", "sect", "page" -> text("\n");
      case "tab", "cell" -> text("\t");
      case "emdash" -> text("\u2014");
      case "endash" -> text("\u2013");
      case "bullet" -> text("\u2022");
      case "lquote" -> text("\u2018");
      case "rquote" -> text("\u2019");
      case "ldblquote" -> text("\u201c");
      case "rdblquote" -> text("\u201d");
      default -> {
        if (SKIPPED.contains(word)) {
          group.skipped = true;
        }
      }
    }
  }

  /** Whether what comes now is part of the result. */
  private boolean visible() {
    if (group.skipped) {
      return false;
    }
    if (origin != Origin.HTML) {
      return !group.htmlTag;
    }
    return group.htmlTag || !group.htmlRtf;
  }

  private void text(String text) {
    flush();
    if (visible()) {
      out.append(text);
    }
  }

  /** A byte of a text: several may make one character. */
  private void octet(char c) {
    if (skipCharacters > 0) {
      skipCharacters--;
      return;
    }
    if (visible()) {
      pending.write(c);
    }
  }

  private void flush() {
    skipCharacters = 0;
    if (pending.size() > 0) {
      out.append(pending.toString(fonts.getOrDefault(group.font, document)));
      pending.reset();
    }
  }
}
