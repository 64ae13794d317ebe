package org.tandemsync.mapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an RTF document from front to end: groups, control words, and text in whatever character
 * set it stands. What is no text (tables of fonts, pictures, headers) is skipped.
 */
abstract class RtfParser {
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
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final Deque<Group> groups = new ArrayDeque<>();
  private Group group = new Group();
  private Charset document;
  private int at;
  private int skipCharacters;

  /** What a group inherits and may change. */
  private static final class Group {
    private boolean skipped;
    private boolean fontTable;
    private boolean starred;
    private int unicodeSkip = 1;
    private int font;

    Group copy() {
      Group g = new Group();
      g.skipped = skipped;
      g.fontTable = fontTable;
      g.unicodeSkip = unicodeSkip;
      g.font = font;
      return g;
    }
  }

  RtfParser(byte[] rtf, Charset ansi) {
    this.rtf = rtf;
    this.document = ansi;
  }

  /** A group begins; what is set in it ends with it. */
  abstract void opened();

  abstract void closed();

  /** Whether a destination that others may skip ("\\*") is understood here. */
  abstract boolean destination(String word);

  /** A control word, also in what is skipped. */
  abstract void control(String word, int number, boolean numbered);

  /** Whether what comes now is wanted. */
  abstract boolean visible();

  /** Text that is wanted. */
  abstract void characters(String text);

  /** A character in what is skipped. */
  void skipped(char c) {}

  /** Whether what comes now is skipped as no text. */
  final boolean isSkipped() {
    return group.skipped;
  }

  final void run() {
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
          opened();
        }
        case '}' -> {
          flush();
          if (groups.isEmpty()) {
            return;
          }
          group = groups.pop();
          closed();
          if (groups.isEmpty()) {
            return;
          }
        }
        case '\\' -> symbol();
        case '\r', '\n', '\0' -> {}
        default -> octet(c);
      }
    }
    flush();
  }

  private void symbol() {
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
      case '\r', '\n' -> control("par", 0, false);
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
      if (!destination(word)) {
        group.skipped = true;
      }
      return;
    }
    switch (word) {
      case "ansicpg" -> document = CodePages.of(number).orElse(document);
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
      case "fonttbl" -> {
        group.fontTable = true;
        group.skipped = true;
      }
      default -> {
        flush();
        String character = character(word);
        if (character != null) {
          text(character);
        } else if (SKIPPED.contains(word)) {
          group.skipped = true;
        }
        control(word, number, numbered);
      }
    }
  }

  private static @Nullable String character(String word) {
    return switch (word) {
      case "emdash" -> "\u2014";
      case "endash" -> "\u2013";
      case "bullet" -> "\u2022";
      case "lquote" -> "\u2018";
      case "rquote" -> "\u2019";
      case "ldblquote" -> "\u201c";
      case "rdblquote" -> "\u201d";
      default -> null;
    };
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

  private boolean wanted() {
    return !group.skipped && visible();
  }

  /** Text that a control word stands for. */
  final void text(String text) {
    flush();
    if (wanted()) {
      characters(text);
    }
  }

  /** A byte of a text: several may make one character. */
  private void octet(char c) {
    if (skipCharacters > 0) {
      skipCharacters--;
      return;
    }
    if (wanted()) {
      pending.write(c);
    } else if (group.skipped) {
      skipped(c);
    }
  }

  private void flush() {
    skipCharacters = 0;
    if (pending.size() > 0) {
      String text = pending.toString(fonts.getOrDefault(group.font, document));
      pending.reset();
      characters(text);
    }
  }
}
