package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tandemsync.convert.text.ContentLine;

/**
 * The words that say what kind of value a line has: TYPE=HOME,VOICE; TYPE=HOME;TYPE=VOICE;
 * TYPE="home,voice"; and the bare HOME;VOICE of vCard 2.1.
 */
final class Types {
  private static final Set<String> ENCODINGS =
      Set.of("QUOTED-PRINTABLE", "BASE64", "B", "7BIT", "8BIT");
  static final String PREF = "PREF";

  /** PREF has the values 1 to 100 (RFC 6350, 5.3). */
  private static final int LEAST_PREFERRED = 100;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  /** Always the same one, so that a line remembers what it has made. */
  private static final Function<ContentLine, Set<String>> READER = Types::read;

  private Types() {}

  /** The words in upper case. The parameter PREF of vCard 4 counts as the word PREF. */
  static Set<String> of(ContentLine line) {
    return line.words(READER);
  }

  private static Set<String> read(ContentLine line) {
    if (line.parameters().isEmpty()) {
      return Set.of();
    }
    Set<String> words = new LinkedHashSet<>();
    written(line).forEach(w -> words.add(w.toUpperCase(Locale.ROOT)));
    if (line.parameter(PREF) != null) {
      words.add(PREF);
    }
    return words;
  }

  /**
   * Whether it has the word.
   *
   * @param word in upper case
   */
  static boolean has(ContentLine line, String word) {
    return of(line).contains(word);
  }

  /**
   * How much the line is preferred, the smaller the more: the number of vCard 4 counts down, the
   * word is first, and what has none of them comes last.
   */
  static int preference(ContentLine line) {
    String number = line.parameter(PREF);
    if (number != null && NUMBER.matcher(number.strip()).matches()) {
      return Math.min(Integer.parseInt(number.strip()), LEAST_PREFERRED);
    }
    return has(line, PREF) ? 1 : LEAST_PREFERRED + 1;
  }

  /** The words as written. */
  private static List<String> written(ContentLine line) {
    List<String> words = new ArrayList<>();
    for (String value : line.parameterValues("TYPE")) {
      if (value.indexOf(',') < 0) {
        add(words, value);
      } else {
        for (String word : value.split(",", -1)) {
          add(words, word);
        }
      }
    }
    for (String word : line.parameterValues("")) {
      if (!isEncoding(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static void add(List<String> words, String word) {
    if (!word.isBlank()) {
      words.add(word.strip());
    }
  }

  private static boolean isEncoding(String word) {
    return ENCODINGS.contains(word.toUpperCase(Locale.ROOT));
  }

  /** The line with one more word, in the way in which the version says that. */
  static ContentLine plus(ContentLine line, String word, Card card) {
    if (has(line, word)) {
      return line;
    }
    if (word.equals(PREF) && card.isVersion4()) {
      return line.withParameter(PREF, "1");
    }
    List<String> words = new ArrayList<>(written(line));
    words.add(word);
    return with(line, words);
  }

  /** The line without that word. */
  static ContentLine minus(ContentLine line, String word) {
    ContentLine result = word.equals(PREF) ? line.withoutParameter(PREF) : line;
    List<String> all = written(line);
    List<String> words = all.stream().filter(w -> !w.equalsIgnoreCase(word)).toList();
    return words.size() == all.size() ? result : with(result, words);
  }

  /** The line with exactly these words. */
  static ContentLine with(ContentLine line, List<String> words) {
    List<String> encodings = line.parameterValues("").stream().filter(Types::isEncoding).toList();
    ContentLine result = line.withoutParameter("");
    if (!encodings.isEmpty()) {
      result = result.withParameter("ENCODING", encodings.getFirst());
    }
    return words.isEmpty() ? result.withoutParameter("TYPE") : result.withParameter("TYPE", words);
  }
}
