package org.tandemsync.items;

/**
 * The text of an item: as plain text and, where the side has it, formatted.
 *
 * @param plain the plain text, {@code \n} line ends, never null
 * @param html the text as HTML, or empty where there is only plain text
 */
public record Body(String plain, String html) {
  /** No text. */
  public static final Body EMPTY = new Body("", "");

  public Body {
    plain = Text.lines(plain);
    html = Text.lines(html);
  }

  /** A body without formatting. */
  public static Body plain(String text) {
    return text.isEmpty() ? EMPTY : new Body(text, "");
  }

  /** Whether this is the other text, which is not formatted, with formatting. */
  public boolean isFormattingOf(Body other) {
    return Text.sameIgnoringTrailingSpace(plain, other.plain)
        && !html.isBlank()
        && other.html.isBlank();
  }

  /**
   * Equal but for white space at the end, and for the kind of quotes in the HTML: servers change
   * those of attributes, and those of the text are in the plain text too.
   */
  public boolean sameAs(Body other) {
    return Text.sameIgnoringTrailingSpace(plain, other.plain)
        && Text.sameIgnoringTrailingSpace(oneQuote(html), oneQuote(other.html));
  }

  private static String oneQuote(String html) {
    return html.replace("&quot;", "'").replace("&#39;", "'").replace('"', '\'');
  }
}
