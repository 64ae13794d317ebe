package org.tandemsync.convert.card;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/** REV: when the card was last changed. Without a zone it is taken as UTC. */
final class Revision {
  private static final String NAME = "REV";
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[Tt](\\d{2}):?(\\d{2}):?(\\d{2})(?:[.,]\\d+)?"
              + "(Z|z|[+-]\\d{2}(?::?\\d{2})?)?)?");
  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");

  private Revision() {}

  static @Nullable Instant read(Card card) {
    if (!card.has(NAME)) {
      return null;
    }
    Matcher time = TIME.matcher(card.text(NAME).strip());
    if (!time.matches()) {
      return null;
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              Integer.parseInt(time.group(1)),
              Integer.parseInt(time.group(2)),
              Integer.parseInt(time.group(3)),
              number(time.group(4)),
              number(time.group(5)),
              number(time.group(6)));
      String zone = time.group(7);
      return local.toInstant(
          zone == null || zone.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(zone));
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  static void write(Card card, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    ContentLine present = card.first(NAME);
    boolean basic =
        present == null
            ? card.isVersion4()
            : present.value().indexOf('-') < 0 && !present.value().isBlank();
    String text = basic ? BASIC.format(second.atOffset(ZoneOffset.UTC)) : second.toString();
    if (present == null) {
      card.add(ContentLine.of(NAME, text));
    } else {
      card.replace(present, present.withoutParameter("VALUE").withValue(text));
    }
  }
}
