package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.CardSettings.FirstMail;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;

/**
 * EMAIL. First is the first private address, second the first one from work, or the other way
 * round; third what is left. Up to three addresses of no kind keep the order of the card.
 */
final class MailPlaces extends Places<EmailSlot, EmailAddress> {
  private static final int IN_ORDER = 3;
  private static final String HOME = "HOME";
  private static final String WORK = "WORK";

  private final String firstKind;
  private final String secondKind;

  MailPlaces(FirstMail first) {
    super(EmailSlot.class);
    this.firstKind = first == FirstMail.HOME ? HOME : WORK;
    this.secondKind = first == FirstMail.HOME ? WORK : HOME;
  }

  @Override
  List<ContentLine> lines(Card card) {
    List<ContentLine> lines = new ArrayList<>(3);
    for (ContentLine line : card.lines("EMAIL")) {
      // with TLX Outlook writes telex numbers
      if (!address(card, line).isEmpty() && !Types.has(line, "TLX")) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String address(Card card, ContentLine line) {
    String text = card.text(line).strip();
    return text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text;
  }

  @Override
  EmailAddress value(Card card, ContentLine line, EmailSlot place) {
    return new EmailAddress(address(card, line), "");
  }

  @Override
  boolean same(EmailAddress present, EmailAddress wanted) {
    return present.sameAs(wanted);
  }

  @Override
  Map<EmailSlot, ContentLine> assign(Card card, List<ContentLine> lines, Set<EmailSlot> free) {
    List<ContentLine> left = new ArrayList<>(lines);
    boolean kinds = first(left, l -> Types.has(l, HOME) || Types.has(l, WORK)) != null;
    if (kinds || lines.size() > IN_ORDER) {
      left.sort(Comparator.comparingInt(Types::preference));
    }
    Map<EmailSlot, ContentLine> found = new EnumMap<>(EmailSlot.class);
    if (free.contains(EmailSlot.EMAIL1)) {
      take(found, EmailSlot.EMAIL1, left, l -> Types.has(l, firstKind));
    }
    if (free.contains(EmailSlot.EMAIL2)) {
      reserve(found, free, left);
    }
    for (EmailSlot place : EmailSlot.values()) {
      if (free.contains(place) && !found.containsKey(place)) {
        take(found, place, left, l -> true);
      }
    }
    return found;
  }

  /** The second place prefers an address of its kind, unless that is all the first one can get. */
  private void reserve(
      Map<EmailSlot, ContentLine> found, Set<EmailSlot> free, List<ContentLine> left) {
    boolean firstIsOpen = free.contains(EmailSlot.EMAIL1) && !found.containsKey(EmailSlot.EMAIL1);
    if (firstIsOpen) {
      take(found, EmailSlot.EMAIL1, left, l -> true);
    }
    take(found, EmailSlot.EMAIL2, left, l -> Types.has(l, secondKind));
  }

  private static void take(
      Map<EmailSlot, ContentLine> found,
      EmailSlot place,
      List<ContentLine> left,
      Predicate<ContentLine> which) {
    ContentLine line = first(left, which);
    if (line != null) {
      found.put(place, line);
      left.removeIf(l -> l == line);
    }
  }

  private static @Nullable ContentLine first(List<ContentLine> left, Predicate<ContentLine> which) {
    for (ContentLine line : left) {
      if (which.test(line)) {
        return line;
      }
    }
    return null;
  }

  @Override
  boolean fits(ContentLine line, EmailSlot place) {
    return true;
  }

  @Override
  boolean linesFollowValues() {
    return true;
  }

  @Override
  ContentLine edit(Card card, ContentLine line, EmailSlot place, EmailAddress value) {
    return card.withText(line, value.address());
  }

  @Override
  ContentLine create(Card card, EmailSlot place, EmailAddress value) {
    List<String> words = new ArrayList<>();
    if (!card.isVersion4()) {
      words.add("INTERNET");
    }
    switch (place) {
      case EMAIL1 -> words.add(spelled(card, firstKind));
      case EMAIL2 -> words.add(spelled(card, secondKind));
      case EMAIL3 -> {}
    }
    return words.isEmpty()
        ? card.newText("EMAIL", value.address())
        : card.newText("EMAIL", value.address(), Parameter.of("TYPE", words));
  }

  private static String spelled(Card card, String kind) {
    return card.isVersion4() ? kind.toLowerCase(Locale.ROOT) : kind;
  }

  @Override
  ContentLine retype(Card card, ContentLine line, EmailSlot place) {
    return line; // whether an address is private is not for its place in Outlook to say
  }
}
