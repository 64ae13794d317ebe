package org.tandemsync.outlook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tandemsync.outlook.model.OlDefaultFolders;

/** Which folder of Outlook is meant. */
public sealed interface FolderAddress {

  /** The folder that Outlook itself uses. */
  record Usual(OlDefaultFolders folder) implements FolderAddress {}

  /** The usual folder of somebody else, who has shared it. */
  record Shared(String owner, OlDefaultFolders folder) implements FolderAddress {}

  /**
   * A folder by its path.
   *
   * @param parts the first is the name of the data file or mailbox
   */
  record Path(List<String> parts) implements FolderAddress {
    public Path {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a path names a mailbox at least");
      }
    }
  }

  Map<String, OlDefaultFolders> USUAL =
      Map.of(
          "calendar", OlDefaultFolders.olFolderCalendar,
          "contacts", OlDefaultFolders.olFolderContacts,
          "tasks", OlDefaultFolders.olFolderTasks);

  /**
   * Reads "calendar", "contacts" or "tasks"; one of them with the name or mail address of who
   * shares it ("calendar of bob@example.org"); or a path such as "Mailbox/Calendar/Team", also as
   * Outlook shows it with backslashes.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static FolderAddress parse(String text) {
    String wanted = text.strip();
    OlDefaultFolders usual = USUAL.get(wanted.toLowerCase(Locale.ROOT));
    if (usual != null) {
      return new Usual(usual);
    }
    return shared(wanted)
        .orElseGet(
            () ->
                new Path(
                    Arrays.stream(wanted.split("[/\\\\]"))
                        .map(String::strip)
                        .filter(p -> !p.isEmpty())
                        .map(FolderAddress::decoded)
                        .toList()));
  }

  /** Outlook writes so what separates folders where it is part of a name. */
  private static String decoded(String part) {
    return part.replaceAll("(?i)%2F", "/").replaceAll("(?i)%5C", "\\\\").replace("%25", "%");
  }

  private static Optional<FolderAddress> shared(String text) {
    for (Map.Entry<String, OlDefaultFolders> one : USUAL.entrySet()) {
      String before = one.getKey() + " of ";
      if (text.regionMatches(true, 0, before, 0, before.length())
          && !text.substring(before.length()).isBlank()) {
        return Optional.of(new Shared(text.substring(before.length()).strip(), one.getValue()));
      }
    }
    return Optional.empty();
  }
}
