package org.tandemsync.dav.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Under which name a new resource is stored. The same UID always gives the same name. */
final class ResourceNames {
  private static final int LONGEST = 150;

  private ResourceNames() {}

  /** The UID itself where every server and file system takes it as a name, else its hash. */
  static String of(String uid, String extension) {
    boolean plain = uid.length() <= LONGEST && uid.matches("[A-Za-z0-9][A-Za-z0-9._@-]*");
    return (plain ? uid : hash(uid).substring(0, 40)) + extension;
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
