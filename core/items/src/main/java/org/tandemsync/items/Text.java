package org.tandemsync.items;

import java.util.Locale;

/** How texts are brought into the one form in which items hold them. */
public final class Text {
  private Text() {}

  /** Line ends become {@code \n}: CR LF, a lone CR, and the CR CR LF that Open-Xchange sends. */
  public static String lines(String text) {
    if (text.indexOf('\r') < 0) {
      return text;
    }
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', '\n');
  }

  /** White space at the end of the text carries no meaning: servers and Outlook add and drop it. */
  public static boolean sameIgnoringTrailingSpace(String a, String b) {
    return a.equals(b) || a.stripTrailing().equals(b.stripTrailing());
  }

  /**
   * Whether two telephone numbers are the same to dial: blanks, brackets and dashes do not count,
   * because Outlook puts them in.
   */
  public static boolean sameNumber(String a, String b) {
    return a.equals(b) || dialled(a).equals(dialled(b));
  }

  private static String dialled(String number) {
    StringBuilder dialled = new StringBuilder(number.length());
    number
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == '+' || c == '*' || c == '#' || c == ',')
        .forEach(dialled::appendCodePoint);
    return dialled.toString();
  }
}
