package org.tandemsync.services.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Spelling {
  private Spelling() {}

  /** The nearest of the words, if one is near. */
  static Optional<String> nearest(String typed, Collection<String> words) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return words.stream()
        .filter(w -> distance(lower, w.toLowerCase(Locale.ROOT)) <= Math.max(2, w.length() / 3))
        .min(Comparator.comparingInt(w -> distance(lower, w.toLowerCase(Locale.ROOT))));
  }

  /** "allowed: a, b, c; did you mean 'b'?". */
  static String hint(String typed, Collection<String> words) {
    return "allowed: "
        + String.join(", ", words)
        + nearest(typed, words).map(w -> "; did you mean '" + w + "'?").orElse("");
  }

  /** Levenshtein's distance: how many letters are other, too many or too few. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
