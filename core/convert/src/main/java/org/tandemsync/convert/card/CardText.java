package org.tandemsync.convert.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.card.Card.Version;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;

/**
 * Texts as values of cards: escaped by backslashes in 3.0 and 4.0; in 2.1 as they are, or in
 * quoted-printable where they are more than plain ASCII.
 */
final class CardText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String QUOTED_PRINTABLE = "QUOTED-PRINTABLE";

  private CardText() {}

  /** The pieces between separators that are not escaped, as they are written. */
  static List<String> pieces(String value, char separator) {
    return TextValue.split(value, separator);
  }

  static String decode(String piece, ContentLine line, Version version) {
    if (line.isQuotedPrintable()) {
      return quotedPrintable(piece.replace("\\;", ";"), line.parameter("CHARSET"));
    }
    return version == Version.V2_1
        ? piece.replace("\\;", ";").replace("\\,", ",").replace("\\:", ":")
        : TextValue.unescape(withoutReturns(piece));
  }

  /** A CR LF that was escaped as two characters, as Outlook CalDav Synchronizer does. */
  private static String withoutReturns(String piece) {
    int at = piece.indexOf("\\r\\n");
    if (at < 0) {
      return piece;
    }
    StringBuilder kept = new StringBuilder(piece.length());
    int from = 0;
    for (; at >= 0; at = piece.indexOf("\\r\\n", from)) {
      int backslashes = 0;
      while (at - backslashes > from && piece.charAt(at - backslashes - 1) == '\\') {
        backslashes++;
      }
      kept.append(piece, from, backslashes % 2 == 0 ? at : at + 2);
      from = at + 2;
    }
    return kept.append(piece, from, piece.length()).toString();
  }

  /** The line with these texts as its value, joined by the separator. */
  static ContentLine with(ContentLine line, Version version, List<String> texts, char separator) {
    if (!isOld(line, version)) {
      return line.withValue(escaped(texts, separator));
    }
    List<String> legal = texts.stream().map(TextValue::legal).toList();
    if (!line.isQuotedPrintable() && legal.stream().allMatch(CardText::isPlain)) {
      return line.withValue(join(legal, separator));
    }
    return encoded(line)
        .withValue(join(legal.stream().map(CardText::quotedPrintable).toList(), separator));
  }

  static ContentLine withUri(ContentLine line, Version version, String uri) {
    String legal = TextValue.legal(uri);
    boolean ascii = version == Version.V2_1;
    boolean plain =
        legal.chars().allMatch(c -> c > ' ' && c != '\\' && (c < 127 || (c > 127 && !ascii)));
    return plain && !line.isQuotedPrintable()
        ? line.withValue(legal)
        : with(line, version, List.of(uri), ';');
  }

  /** The line with some components replaced; null leaves a component as it is written. */
  static ContentLine withComponents(
      ContentLine line, Version version, List<@Nullable String> changed) {
    List<String> written = pieces(line.value(), ';');
    boolean old = isOld(line, version);
    boolean encode =
        old
            && (line.isQuotedPrintable()
                || changed.stream().anyMatch(c -> c != null && !isPlain(TextValue.legal(c))));
    List<String> result = new ArrayList<>();
    for (int i = 0; i < Math.max(written.size(), changed.size()); i++) {
      String wanted = i < changed.size() ? changed.get(i) : null;
      String present = i < written.size() ? written.get(i) : "";
      if (wanted == null) {
        boolean becomesEncoded = encode && !line.isQuotedPrintable();
        result.add(becomesEncoded ? quotedPrintable(decode(present, line, version)) : present);
      } else {
        String legal = TextValue.legal(wanted);
        result.add(encode ? quotedPrintable(legal) : old ? legal : TextValue.escape(legal));
      }
    }
    return (encode ? encoded(line) : line).withValue(String.join(";", result));
  }

  private static boolean isOld(ContentLine line, Version version) {
    return version == Version.V2_1 || line.isQuotedPrintable();
  }

  /** What of them is legal, escaped. */
  private static String escaped(List<String> texts, char separator) {
    if (texts.size() == 1) {
      return TextValue.escape(texts.getFirst());
    }
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        escaped.append(separator);
      }
      escaped.append(TextValue.escape(texts.get(i)));
    }
    return escaped.toString();
  }

  private static String join(List<String> texts, char separator) {
    return String.join(String.valueOf(separator), texts);
  }

  private static ContentLine encoded(ContentLine line) {
    return line.isQuotedPrintable()
        ? line.withParameter("CHARSET", "UTF-8")
        : line.withParameter("ENCODING", QUOTED_PRINTABLE).withParameter("CHARSET", "UTF-8");
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 127 && c != ';' && c != ',' && c != '\\');
  }

  private static String quotedPrintable(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c >= ' ' && c < 127 && "=;,\\".indexOf(c) < 0) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "=%02X", (int) c));
      }
    }
    String value = encoded.toString();
    return value.endsWith(" ") ? value.substring(0, value.length() - 1) + "=20" : value;
  }

  private static String quotedPrintable(String value, @Nullable String charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int high = c == '=' && i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(value.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else if (c != '=' || i + 1 < value.length()) { // a soft break at the end of the file
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return decode(bytes.toByteArray(), charset).replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String decode(byte[] bytes, @Nullable String charset) {
    Charset named = charset == null ? StandardCharsets.UTF_8 : named(charset);
    try {
      return named.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException wrong) {
      return new String(bytes, WINDOWS); // what Outlook and old phones mean without CHARSET
    }
  }

  private static Charset named(String charset) {
    try {
      return Charset.forName(charset.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
