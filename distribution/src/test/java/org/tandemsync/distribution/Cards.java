package org.tandemsync.distribution;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** vCards as other programs write them, with a note that tells one version from the next. */
final class Cards {
  private static final Pattern UID = Pattern.compile("(?m)^UID:(.*?)\r?$");
  private static final Pattern NOTE = Pattern.compile("(?m)^NOTE:(.*?)\r?$");

  private Cards() {}

  static String card(String uid, String note) {
    return String.join(
        "\r\n",
        "BEGIN:VCARD",
        "VERSION:3.0",
        "UID:" + uid,
        "FN:Given " + uid,
        "N:" + uid + ";Given;;;",
        "EMAIL;TYPE=INTERNET:" + uid + "@example.org",
        "TEL;TYPE=WORK,VOICE:+43 1 " + Math.abs(uid.hashCode()),
        "NOTE:" + note,
        "X-OF-ANOTHER-PROGRAM;X-P=\"a;b\":kept " + uid,
        "END:VCARD",
        "");
  }

  static String withNote(String card, String note) {
    return NOTE.matcher(card).replaceFirst(Matcher.quoteReplacement("NOTE:" + note + "\r"));
  }

  static String uid(String card) {
    return found(UID, card);
  }

  static String note(String card) {
    return found(NOTE, card);
  }

  /** Notes by UID. A UID that is there twice is an error. */
  static Map<String, String> notes(Collection<String> cards) {
    Map<String, String> notes = new TreeMap<>();
    for (String card : cards) {
      if (notes.put(uid(card), note(card)) != null) {
        throw new AssertionError("doubled: " + card);
      }
    }
    return notes;
  }

  private static String found(Pattern pattern, String card) {
    Matcher matcher = pattern.matcher(card);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + card);
    }
    return matcher.group(1);
  }
}
