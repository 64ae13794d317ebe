package org.tandemsync.convert.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/**
 * BDAY, ANNIVERSARY and their kin. A time behind the date is not looked at and stays: birthdays
 * have no time zone. Dates without year, without day, or before 1601 are nothing for Outlook, and
 * what it counts from is no date there.
 *
 * @param name of the property
 * @param label Apple's label that the line must have, or empty
 * @param dashes how a new date is written into cards of 2.1 and 3.0; 4.0 knows no dashes
 */
record DateSpelling(String name, String label, boolean dashes) implements Spelling<LocalDate> {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(-?)(\\d{2})(-?)(\\d{2})([Tt ].*)?");
  private static final String OMITTED_YEAR = "X-APPLE-OMIT-YEAR";
  private static final LocalDate FIRST = LocalDate.of(1601, 1, 2);

  @Override
  public List<ContentLine> lines(Card card) {
    List<ContentLine> named = card.lines(name);
    return named.isEmpty() || label.isEmpty()
        ? named
        : named.stream().filter(l -> card.label(l).equalsIgnoreCase(label)).toList();
  }

  @Override
  public @Nullable LocalDate read(Card card, ContentLine line) {
    Matcher date = DATE.matcher(card.text(line).strip());
    if (!date.matches() || !date.group(2).equals(date.group(4))) {
      return null;
    }
    if (date.group(1).equals(line.parameter(OMITTED_YEAR))) {
      return null;
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(3)),
              Integer.parseInt(date.group(5)));
      return day.isBefore(FIRST) ? null : day;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  @Override
  public ContentLine write(Card card, ContentLine line, LocalDate value) {
    Matcher date = DATE.matcher(card.text(line).strip());
    boolean known = date.matches();
    String rest = known && date.group(6) != null ? date.group(6) : "";
    boolean dashed = known ? !date.group(2).isEmpty() : dashes && !card.isVersion4();
    ContentLine edited = line.withoutParameter(OMITTED_YEAR);
    if (edited.hasParameter("VALUE", "text")) {
      edited = edited.withoutParameter("VALUE");
    }
    return edited.withValue(text(value, dashed) + rest);
  }

  private static String text(LocalDate date, boolean dashes) {
    String iso = date.toString();
    return dashes ? iso : iso.replace("-", "");
  }

  @Override
  public void add(Card card, LocalDate value) {
    String text = text(value, dashes && !card.isVersion4());
    if (label.isEmpty()) {
      card.add(ContentLine.of(name, text));
    } else {
      card.addLabelled(name, text, label);
    }
  }

  @Override
  public boolean suits(Card card) {
    return label.isEmpty() || card.isApple();
  }
}
