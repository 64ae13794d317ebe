package org.tandemsync.dav.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Under which name a new resource is stored. The same UID always gives the same name. */
final class ResourceNames {
  private static final int LONGEST = 150;

  private ResourceNames() {}

  /** The UID itself where every server and file system takes it as a name, else its hash. */
  static String of(String uid, String extension) {
    return (isPlain(uid) ? uid : hash(uid).substring(0, 40)) + extension;
  }

  private static boolean isPlain(String uid) {
    int length = uid.length();
    for (int i = 0; i < length; i++) {
      char c = uid.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || (i > 0 && (c == '.' || c == '_' || c == '@' || c == '-'));
      if (!plain) {
        return false;
      }
    }
    return length > 0 && length <= LONGEST;
  }

  /** SHA-256 in hex. */
  static String hash(String text) {
    try {
      var digest = java.security.MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
