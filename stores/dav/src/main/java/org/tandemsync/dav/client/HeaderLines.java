package org.tandemsync.dav.client;

import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads header lines, also malformed ones (Yahoo, cPanel's Horde): blank space before the colon is
 * passed over, and so is a line that is no header at all. Only what says where an answer ends has
 * to be right.
 */
final class HeaderLines extends BasicLineParser {
  static final HeaderLines INSTANCE = new HeaderLines();
  private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

  private HeaderLines() {}

  @Override
  public Header parseHeader(CharArrayBuffer line) throws ParseException {
    try {
      return super.parseHeader(line);
    } catch (ParseException e) {
      String text = line.toString();
      int colon = text.indexOf(':');
      String name = (colon < 0 ? text : text.substring(0, colon)).strip();
      if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
        throw e;
      }
      boolean usable = colon > 0 && name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
      return usable
          ? new BasicHeader(name, text.substring(colon + 1).strip())
          : new BasicHeader("X-Malformed", "");
    }
  }
}
