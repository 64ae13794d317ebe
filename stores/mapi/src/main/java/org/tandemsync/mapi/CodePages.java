package org.tandemsync.mapi;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Windows code pages as Java character sets. */
public final class CodePages {
  /** What Western European and American Windows uses: the last resort. */
  public static final Charset WESTERN = of(1252).orElse(StandardCharsets.ISO_8859_1);

  private CodePages() {}

  /** The character set of a code page, or empty if there is none. */
  public static Optional<Charset> of(int codePage) {
    return switch (codePage) {
      case 65001 -> Optional.of(StandardCharsets.UTF_8);
      case 1200 -> Optional.of(StandardCharsets.UTF_16LE);
      case 20127 -> Optional.of(StandardCharsets.US_ASCII);
      case 932 -> named("windows-31j", "Shift_JIS");
      case 936 -> named("GBK");
      case 949 -> named("x-windows-949", "EUC-KR");
      case 950 -> named("x-windows-950", "Big5");
      case 874 -> named("x-windows-874", "TIS-620");
      case 1361 -> named("x-Johab");
      case 20866 -> named("KOI8-R");
      case 21866 -> named("KOI8-U");
      case 20932, 51932 -> named("EUC-JP");
      case 50220, 50221, 50222 -> named("ISO-2022-JP");
      case 50225 -> named("ISO-2022-KR");
      case 51949 -> named("EUC-KR");
      case 51936 -> named("GB2312");
      case 54936 -> named("GB18030");
      case 10000 -> named("x-MacRoman");
      default -> family(codePage);
    };
  }

  private static Optional<Charset> family(int codePage) {
    if (codePage >= 1250 && codePage <= 1258) {
      return named("windows-" + codePage);
    }
    if (codePage >= 28591 && codePage <= 28605) {
      return named("ISO-8859-" + (codePage - 28590));
    }
    if (codePage > 0 && codePage < 1200) {
      return named(String.format(Locale.ROOT, "IBM%03d", codePage));
    }
    return Optional.empty();
  }

  private static Optional<Charset> named(String... names) {
    for (String name : List.of(names)) {
      try {
        return Optional.of(Charset.forName(name));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException next) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** The ANSI code page of a Windows language id, where it is not 1252. */
  public static Optional<Charset> ofLanguage(int languageId) {
    return switch (languageId & 0x3FF) {
      case 0x11 -> of(932);
      case 0x12 -> of(949);
      case 0x04 -> of(languageId == 0x0804 || languageId == 0x1004 ? 936 : 950);
      case 0x1E -> of(874);
      case 0x05, 0x0E, 0x15, 0x18, 0x1B, 0x1C, 0x24 -> of(1250);
      case 0x19, 0x22, 0x23, 0x02, 0x2F, 0x3F, 0x40, 0x44 -> of(1251);
      case 0x08 -> of(1253);
      case 0x1F, 0x2C -> of(1254);
      case 0x0D -> of(1255);
      case 0x01, 0x29, 0x20 -> of(1256);
      case 0x25, 0x26, 0x27 -> of(1257);
      case 0x2A -> of(1258);
      case 0 -> Optional.empty();
      default -> of(1252);
    };
  }
}
