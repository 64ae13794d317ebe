package org.tandemsync.convert;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Outlook's user properties that have a name of their own on the server: Room is X-ROOM. The others
 * are in X-TANDEM-USER-PROPERTY. Case does not matter in either name.
 *
 * @param names Outlook's name to the server's
 */
public record PropertyPairs(Map<String, String> names) {
  public static final PropertyPairs NONE = new PropertyPairs(Map.of());

  private static final Pattern LEGAL = Pattern.compile("X-[A-Z0-9-]{1,60}");

  /** What other fields are in. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "X-(?:TANDEM-.*|ALT-DESC|MICROSOFT-.*|MS-OLK-.*|CALDAVSYNCHRONIZER-.*|AB.*|APPLE-.*"
              + "|ADDRESSBOOKSERVER-.*|PHONETIC-.*|GENDER|SPOUSE|MANAGER|ASSISTANT|ANNIVERSARY"
              + "|SOCIALPROFILE|AIM|ICQ|JABBER|MSN|YAHOO|SKYPE.*|QQ|GROUPWISE|GADUGADU|TWITTER"
              + "|EVOLUTION-.*|KADDRESSBOOK-.*|MOZ-.*|MOZILLA-.*|GOOGLE-.*|SOGO-.*|LIC-LOCATION"
              + "|WR-.*)");

  /**
   * Refuses what no line can be named, what has another meaning, and a name used twice.
   *
   * @throws IllegalArgumentException saying which name and why
   */
  public PropertyPairs {
    Map<String, String> kept = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    names.forEach(
        (outlook, server) -> {
          String line = server.strip().toUpperCase(Locale.ROOT);
          if (outlook.isBlank()) {
            throw new IllegalArgumentException("a custom property of Outlook has a name");
          }
          if (!LEGAL.matcher(line).matches()) {
            throw new IllegalArgumentException(
                "'" + server + "' is no name such as X-ROOM: letters, digits and '-' behind 'X-'");
          }
          if (TAKEN.matcher(line).matches()) {
            throw new IllegalArgumentException("'" + server + "' has a meaning of its own already");
          }
          if (!seen.add(line) || !seen.add("outlook:" + key(outlook))) {
            throw new IllegalArgumentException(
                "'" + outlook + "' and '" + server + "' can be in one pair only");
          }
          kept.put(outlook.strip(), line);
        });
    names = Collections.unmodifiableMap(kept);
  }

  /** The server's name of a property of Outlook, upper case, or null. */
  public @Nullable String line(String outlookName) {
    return byOutlookName().get(key(outlookName));
  }

  /** Outlook's name of a line, or null. */
  public @Nullable String outlookName(String line) {
    String upper = line.toUpperCase(Locale.ROOT);
    for (Map.Entry<String, String> pair : names.entrySet()) {
      if (pair.getValue().equals(upper)) {
        return pair.getKey();
      }
    }
    return null;
  }

  private Map<String, String> byOutlookName() {
    Map<String, String> lines = new TreeMap<>();
    names.forEach((outlook, line) -> lines.put(key(outlook), line));
    return lines;
  }

  private static String key(String outlookName) {
    return outlookName.strip().toLowerCase(Locale.ROOT);
  }
}
