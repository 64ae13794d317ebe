package org.tandemsync.convert.html;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * On HTML that we wrote where its words are not those of the plain text, which Outlook makes in its
 * own way: of the plain text that it goes with. Who changes the plain text leaves the HTML behind.
 */
public final class PlainChecksum {
  /** The parameter that has it. */
  public static final String PARAMETER = "X-TANDEM-PLAIN-CRC";

  private PlainChecksum() {}

  public static String of(String plain) {
    CRC32 crc = new CRC32();
    crc.update(plain.stripTrailing().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
