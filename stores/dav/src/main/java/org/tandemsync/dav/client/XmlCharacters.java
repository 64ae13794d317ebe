package org.tandemsync.dav.client;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an XML answer. One control character in one note (a form feed that was pasted)
 * makes the whole answer ill-formed: such characters are replaced by U+FFFD, which also tells that
 * something was replaced. Blank space before the XML declaration is skipped.
 */
final class XmlCharacters extends FilterReader {
  static final char REPLACEMENT = '\uFFFD';
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
  private boolean started;

  private XmlCharacters(Reader in) {
    super(in);
  }

  /**
   * @param charset of the Content-Type header, or null: then a byte order mark, the XML declaration
   *     or UTF-8 decides
   */
  static Reader of(InputStream body, @Nullable String charset) throws IOException {
    BufferedInputStream in = new BufferedInputStream(body);
    in.mark(512);
    byte[] head = in.readNBytes(200);
    in.reset();
    return new XmlCharacters(new InputStreamReader(in, decoder(head, charset)));
  }

  private static java.nio.charset.CharsetDecoder decoder(byte[] head, @Nullable String charset) {
    return encoding(head, charset)
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static Charset encoding(byte[] head, @Nullable String charset) {
    if (head.length >= 2
        && ((head[0] == -2 && head[1] == -1) || (head[0] == -1 && head[1] == -2))) {
      return StandardCharsets.UTF_16;
    }
    if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB) {
      return StandardCharsets.UTF_8;
    }
    Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    String name = charset != null ? charset : declared.find() ? declared.group(1) : "UTF-8";
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    while (!started && n > 0) {
      int skip = 0;
      while (skip < n && isBlank(buffer[offset + skip])) {
        skip++;
      }
      System.arraycopy(buffer, offset + skip, buffer, offset, n - skip);
      started = skip < n;
      n = started ? n - skip : super.read(buffer, offset, length);
    }
    for (int i = offset; i < offset + n; i++) {
      if (isIllegal(buffer[i])) {
        buffer[i] = REPLACEMENT;
      }
    }
    return n;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\uFEFF';
  }

  private static boolean isIllegal(char c) {
    return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == '\uFFFE' || c == '\uFFFF';
  }
}
