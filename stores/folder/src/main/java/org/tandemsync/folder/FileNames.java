package org.tandemsync.folder;

import java.nio.charset.StandardCharsets;

/** Under which name a new item is filed. The same UID always gives the same name. */
final class FileNames {
  private static final int LONGEST = 150;

  private FileNames() {}

  /** The UID itself where every file system takes it as a name, else its hash. */
  static String of(String uid, String extension) {
    // Windows takes no name that is a device or ends in a dot.
    boolean plain =
        uid.length() <= LONGEST
            && uid.matches("[A-Za-z0-9]([A-Za-z0-9._@-]*[A-Za-z0-9])?")
            && !uid.matches("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    return plain
        ? uid + extension
        : ItemFiles.hash(uid.getBytes(StandardCharsets.UTF_8)).substring(0, 40) + extension;
  }
}
