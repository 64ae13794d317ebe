package org.tandemsync.mapi;

/**
 * How characters of an RTF document look.
 *
 * @param raised 1 superscript, -1 subscript, 0 neither
 * @param colour RGB, or -1 for the reader's own
 * @param background RGB, or -1 for none
 * @param halfPoints size
 * @param link where a click leads, or ""
 */
record CharacterFormat(
    boolean bold,
    boolean italic,
    boolean underlined,
    boolean struck,
    int raised,
    int colour,
    int background,
    int halfPoints,
    String link) {

  /** RTF's default. */
  static final CharacterFormat PLAIN =
      new CharacterFormat(false, false, false, false, 0, -1, -1, 24, "");

  CharacterFormat withBold(boolean value) {
    return new CharacterFormat(
        value, italic, underlined, struck, raised, colour, background, halfPoints, link);
  }

  CharacterFormat withItalic(boolean value) {
    return new CharacterFormat(
        bold, value, underlined, struck, raised, colour, background, halfPoints, link);
  }

  CharacterFormat withUnderlined(boolean value) {
    return new CharacterFormat(
        bold, italic, value, struck, raised, colour, background, halfPoints, link);
  }

  CharacterFormat withStruck(boolean value) {
    return new CharacterFormat(
        bold, italic, underlined, value, raised, colour, background, halfPoints, link);
  }

  CharacterFormat withRaised(int value) {
    return new CharacterFormat(
        bold, italic, underlined, struck, value, colour, background, halfPoints, link);
  }

  CharacterFormat withColour(int value) {
    return new CharacterFormat(
        bold, italic, underlined, struck, raised, value, background, halfPoints, link);
  }

  CharacterFormat withBackground(int value) {
    return new CharacterFormat(
        bold, italic, underlined, struck, raised, colour, value, halfPoints, link);
  }

  CharacterFormat withHalfPoints(int value) {
    return new CharacterFormat(
        bold, italic, underlined, struck, raised, colour, background, value, link);
  }

  CharacterFormat withLink(String value) {
    return new CharacterFormat(
        bold, italic, underlined, struck, raised, colour, background, halfPoints, value);
  }
}
