package org.tandemsync.services.configuration;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.custom-properties]}.
 *
 * @param pairs Outlook's name to the server's, which is upper case and begins with X-
 */
public record CustomPropertyOptions(Map<String, String> pairs) implements OptionGroup {
  public static final CustomPropertyOptions USUAL = new CustomPropertyOptions(Map.of());

  static final String NAME = "custom-properties";

  private static final Pattern LEGAL = Pattern.compile("X-[A-Z0-9-]{1,60}");

  /** What programs mean something by, and what fields of items are in already. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "X-(?:(?:TANDEM|CALDAVSYNCHRONIZER|MICROSOFT|MS|ALT|SOGO|APPLE|ADDRESSBOOKSERVER|AB"
              + "|GOOGLE|MOZ|MOZILLA|EVOLUTION|KADDRESSBOOK|WR|LIC|PHONETIC)-.*"
              + "|AB[A-Z]*|GENDER|SPOUSE|MANAGER|ASSISTANT|ANNIVERSARY|SOCIALPROFILE|KIND|MEMBER"
              + "|AIM|ICQ|JABBER|MSN|YAHOO|SKYPE.*|QQ|GROUPWISE|GADUGADU|TWITTER)");

  public CustomPropertyOptions {
    pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
  }

  static CustomPropertyOptions read(TomlMembers m) {
    m.allow("pairs");
    Map<String, String> pairs = new LinkedHashMap<>();
    m.members("pairs", "'pairs'").ifPresent(p -> readPairs(p, pairs));
    return new CustomPropertyOptions(pairs);
  }

  private static void readPairs(TomlMembers m, Map<String, String> pairs) {
    Set<String> seen = new HashSet<>();
    for (String name : m.keys()) {
      m.text(name, CustomPropertyOptions::line)
          .ifPresent(
              line -> {
                boolean fresh = seen.add(line) & seen.add(name.strip().toLowerCase(Locale.ROOT));
                if (name.isBlank() || !fresh) {
                  m.fault(name, "'" + name + "' and '" + line + "' are in one pair only");
                } else {
                  pairs.put(name.strip(), line);
                }
              });
    }
  }

  private static String line(String text) {
    String line = text.strip().toUpperCase(Locale.ROOT);
    if (!LEGAL.matcher(line).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no name such as X-ROOM: letters, digits and hyphens behind 'X-'");
    }
    if (TAKEN.matcher(line).matches()) {
      throw new IllegalArgumentException("'" + text + "' has a meaning of its own already");
    }
    return line;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.allOf(Family.class);
  }

  @Override
  public Map<String, Object> unusual() {
    return pairs.isEmpty() ? Map.of() : Map.of("pairs", pairs);
  }
}
