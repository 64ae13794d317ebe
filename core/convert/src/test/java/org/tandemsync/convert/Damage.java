package org.tandemsync.convert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Ways in which a resource can be damaged: on the wire, by a program, on purpose. */
record Damage(String name, Supplier<String> text) {

  /** Values of the wrong type, out of range, or made to be expensive. */
  private static final List<String> VALUES =
      List.of(
          "",
          ":",
          ";;;;;;;;;;",
          ",,,,",
          "\0",
          "-1",
          "99999999999999999999",
          "2147483648",
          "NaN",
          "20240610",
          "20240610T250000",
          "20241301T256199",
          "00000000T000000Z",
          "00010101T000000Z",
          "99991231T235959Z",
          "20240610T090000Z/PT1H,20240611T090000Z",
          "--0230",
          "P99999D",
          "-P999999W",
          "PT999999999999M",
          "-PT99999999H",
          "+9959",
          "-1860",
          "FREQ=YEARLY;INTERVAL=2147483647",
          "FREQ=YEARLY;INTERVAL=2147483647;COUNT=2147483647",
          "FREQ=DAILY;COUNT=2147483647",
          "FREQ=DAILY;INTERVAL=2147483647;UNTIL=99991231",
          "FREQ=WEEKLY;INTERVAL=99999;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=100000",
          "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=1000000;UNTIL=99991231",
          "FREQ=MONTHLY;BYDAY=5MO;COUNT=2147483647",
          "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=31;INTERVAL=12",
          "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
          "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=3",
          "FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=366;BYHOUR=25",
          "FREQ=SECONDLY;COUNT=2147483647",
          "FREQ=DAILY;BYDAY=;BYMONTH=13;COUNT=0;UNTIL=00000101",
          "FREQ=WEEKLY;COUNT=-5;INTERVAL=-1;WKST=XX",
          "=====",
          "=C3=",
          "\\",
          "\\\\\\r\\n\\r\\n",
          "\"",
          "^n^'^",
          "<b>&#9999999;&#xFFFFFF;</b><script><!--",
          "data:text/html;base64,%%%",
          "data:image/png;base64,AAA",
          "data:,%",
          "mailto:",
          "urn:uuid:",
          "\uD83D",
          "\uDC00\uD83D",
          "x".repeat(3000));

  private static final List<String> PARAMETERS =
      List.of(
          ";",
          ";=",
          ";X",
          ";TZID=",
          ";TZID=\"",
          ";TZID=Nowhere/At-All",
          ";TZID=(UTC+99:00) Nowhere",
          ";TZID=UTC+25",
          ";VALUE=DATE",
          ";VALUE=DATE-TIME",
          ";VALUE=BINARY;ENCODING=BASE64",
          ";ENCODING=QUOTED-PRINTABLE;CHARSET=NO-SUCH-CHARSET",
          ";ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-16",
          ";ENCODING=b",
          ";RANGE=THISANDFUTURE",
          ";RELATED=END",
          ";TYPE=,,;TYPE",
          ";PREF=999999999999",
          ";ALTREP=\"data:text/html;base64,%%%\"",
          ";X-TANDEM-SLOT=NONE",
          ";X-TANDEM-PLAIN-CRC=zz",
          ";LANGUAGE=\"^n^^^'\"");

  private static final List<String> CHARACTERS =
      List.of(
          "\0", "\u0001", "\u001B", "\u007F", "\u0085", "\u2028", "\uFEFF", "\uFFFF", "\uD83D",
          "\uDC00", "\r", "\r\r\n", "\n ", "\n\t", "\t", "\"", ":", ";", "\\", "^");

  /** Every single damage of a text; some thousand for each. */
  static List<Damage> of(String text) {
    List<Damage> all = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      int at = i;
      all.add(new Damage("cut off at " + at, () -> text.substring(0, at)));
      all.add(new Damage("beginning at " + at, () -> text.substring(at)));
    }
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      ofLine(i, lines, all);
    }
    ofComponents(lines, all);
    for (int i = 0; i <= text.length(); i += 11) {
      for (String c : CHARACTERS) {
        int at = i;
        all.add(
            new Damage(
                "character " + (int) c.charAt(0) + " at " + at,
                () -> text.substring(0, at) + c + text.substring(at)));
      }
    }
    all.add(new Damage("bare CR", () -> text.replaceAll("\r?\n", "\r")));
    all.add(new Damage("bare LF", () -> text.replaceAll("\r?\n", "\n")));
    all.add(new Damage("twice", () -> text + text));
    all.add(new Damage("as one line", () -> text.replaceAll("\r?\n", "")));
    all.add(new Damage("double line ends", () -> text.replaceAll("\r?\n", "\r\n\r\n")));
    all.add(new Damage("all folded", () -> text.replaceAll("(?<=[^\r\n])(?=[^\r\n])", "\r\n ")));
    all.add(new Damage("in UTF-16", () -> bytes(text, StandardCharsets.UTF_16LE.name())));
    return all;
  }

  private static String bytes(String text, String charset) {
    return new String(
        text.getBytes(java.nio.charset.Charset.forName(charset)), StandardCharsets.UTF_8);
  }

  private static void ofLine(int at, List<String> lines, List<Damage> all) {
    String line = lines.get(at);
    String what = " " + (line.length() > 40 ? line.substring(0, 40) : line);
    all.add(new Damage("without" + what, () -> with(lines, at, List.of())));
    all.add(new Damage("doubled" + what, () -> with(lines, at, List.of(line, line))));
    all.add(new Damage("last" + what, () -> with(lines, at, List.of()) + line + "\r\n"));
    int colon = line.indexOf(':');
    if (colon < 0) {
      return;
    }
    for (String value : VALUES) {
      String changed = line.substring(0, colon + 1) + value;
      all.add(new Damage(value + " in" + what, () -> with(lines, at, List.of(changed))));
      all.add(new Damage("also " + value + what, () -> with(lines, at, List.of(line, changed))));
    }
    for (String parameter : PARAMETERS) {
      String changed = line.substring(0, colon) + parameter + line.substring(colon);
      all.add(new Damage(parameter + " in" + what, () -> with(lines, at, List.of(changed))));
    }
    int semicolon = line.indexOf(';');
    if (semicolon > 0 && semicolon < colon) {
      String bare = line.substring(0, semicolon) + line.substring(colon);
      all.add(new Damage("no parameters in" + what, () -> with(lines, at, List.of(bare))));
    }
  }

  /** Components that are doubled, missing or inside each other. */
  private static void ofComponents(List<String> lines, List<Damage> all) {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("BEGIN:")) {
        continue;
      }
      int from = i;
      int end = lines.subList(i, lines.size()).indexOf("END" + lines.get(i).substring(5));
      if (end < 0) {
        continue;
      }
      List<String> component = lines.subList(i, i + end + 1);
      String what = " " + lines.get(i) + " of line " + (i + 1);
      List<String> before = lines.subList(0, from);
      List<String> after = lines.subList(from + component.size(), lines.size());
      all.add(new Damage("doubled" + what, () -> join(before, component, component, after)));
      all.add(new Damage("without" + what, () -> join(before, after)));
      all.add(new Damage("last" + what, () -> join(before, after, component)));
      all.add(
          new Damage(
              "twice inside" + what,
              () ->
                  join(
                      before,
                      component.subList(0, 1),
                      component,
                      component.subList(1, component.size()),
                      after)));
      all.add(new Damage("a hundred" + what, () -> join(before, repeated(component, 100), after)));
    }
  }

  private static List<String> repeated(List<String> component, int times) {
    List<String> repeated = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      repeated.addAll(component);
    }
    return repeated;
  }

  @SafeVarargs
  private static String join(List<String>... parts) {
    StringBuilder text = new StringBuilder();
    for (List<String> part : parts) {
      part.forEach(line -> text.append(line).append("\r\n"));
    }
    return text.toString();
  }

  private static String with(List<String> lines, int at, List<String> instead) {
    return join(lines.subList(0, at), instead, lines.subList(at + 1, lines.size()));
  }

  /** Several damages of one text, and bytes that are no UTF-8. */
  static Damage random(String text, Random random) {
    long seed = random.nextLong();
    return new Damage("seed " + seed, () -> randomly(text, new Random(seed)));
  }

  private static String randomly(String text, Random random) {
    String damaged = text;
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && !damaged.isEmpty(); i++) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static String once(String text, Random random) {
    if (random.nextInt(4) == 0) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(5); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    if (random.nextInt(3) == 0) {
      lines.add(other, lines.get(at));
      return join(lines);
    }
    if (random.nextInt(3) == 0) {
      java.util.Collections.swap(lines, at, other);
      return join(lines);
    }
    List<Damage> some = new ArrayList<>();
    ofLine(at, lines, some);
    return some.get(random.nextInt(some.size())).text().get();
  }
}
