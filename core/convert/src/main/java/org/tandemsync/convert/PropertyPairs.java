package org.tandemsync.convert;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Outlook's user properties that have a name of their own on the server: Room is X-ROOM. The others
 * are in X-TANDEM-USER-PROPERTY. Case does not matter in either name.
 *
 * @param names Outlook's name to the server's, which is in upper case and begins with X-
 */
public record PropertyPairs(Map<String, String> names) {
  public static final PropertyPairs NONE = new PropertyPairs(Map.of());

  public PropertyPairs {
    names = Map.copyOf(names);
  }

  /** The server's name of a property of Outlook, or null. */
  public @Nullable String line(String outlookName) {
    for (Map.Entry<String, String> pair : names.entrySet()) {
      if (pair.getKey().equalsIgnoreCase(outlookName.strip())) {
        return pair.getValue();
      }
    }
    return null;
  }

  /** Outlook's name of a property of the server, or null. */
  public @Nullable String outlookName(String line) {
    String upper = line.toUpperCase(Locale.ROOT);
    for (Map.Entry<String, String> pair : names.entrySet()) {
      if (pair.getValue().equals(upper)) {
        return pair.getKey();
      }
    }
    return null;
  }
}
