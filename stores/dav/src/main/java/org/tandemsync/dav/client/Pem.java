package org.tandemsync.dav.client;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Textual encoding of keys and certificates (RFC 7468). */
final class Pem {
  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,60})-----");

  private Pem() {}

  /** What stands between two marks. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Block(String label, byte[] content) {}

  static List<Block> blocks(String pem) {
    List<Block> blocks = new ArrayList<>();
    Matcher begin = BEGIN.matcher(pem);
    for (int from = 0; begin.find(from); ) {
      String label = begin.group(1);
      int end = pem.indexOf("-----END " + label + "-----", begin.end());
      if (end < 0) {
        throw new IllegalArgumentException("the end of " + label + " is missing");
      }
      blocks.add(new Block(label, decoded(label, pem.substring(begin.end(), end))));
      from = end;
    }
    return blocks;
  }

  private static byte[] decoded(String label, String text) {
    if (text.contains("Proc-Type:")) {
      throw new IllegalArgumentException(
          "the key is encrypted in an old way; convert it with `openssl pkcs8 -topk8`");
    }
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(label + " is damaged", e);
    }
  }
}
