package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tandemsync.convert.CardSettings.PhoneFormat;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.items.PhoneNumber;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Text;

/**
 * TEL, and X-MS-TEL ([MS-OXVCARD]) for the numbers that vCard has no type for. Without any known
 * type (Yandex drops them) the first three are mobile, business, home.
 */
final class PhonePlaces extends Places<PhoneSlot, String> {
  private static final String VENDOR = "X-MS-TEL";
  private static final Set<String> KNOWN =
      Set.of(
          "BBS",
          "CAR",
          "CELL",
          "FAX",
          "HOME",
          "ISDN",
          "MODEM",
          "MSG",
          "PAGER",
          "PREF",
          "VIDEO",
          "VOICE",
          "WORK",
          "IPHONE",
          "MAIN",
          "OTHER",
          "TEXT",
          "TEXTPHONE");
  private static final Set<String> NO_VOICE = Set.of("TEXT", "TEXTPHONE", "VIDEO");
  private static final Pattern TEL_URI = Pattern.compile("[+0-9*#().-]+(;ext=[0-9]+)?");
  private static final Map<PhoneSlot, List<String>> WORDS = new EnumMap<>(PhoneSlot.class);

  static {
    WORDS.put(PhoneSlot.PRIMARY, List.of("PREF", "MAIN"));
    WORDS.put(PhoneSlot.MOBILE, List.of("CELL"));
    WORDS.put(PhoneSlot.HOME, List.of("HOME"));
    WORDS.put(PhoneSlot.HOME2, List.of("HOME", "VOICE"));
    WORDS.put(PhoneSlot.HOME_FAX, List.of("FAX", "HOME"));
    WORDS.put(PhoneSlot.BUSINESS, List.of("WORK"));
    WORDS.put(PhoneSlot.BUSINESS2, List.of("VOICE", "WORK"));
    WORDS.put(PhoneSlot.BUSINESS_FAX, List.of("FAX", "WORK"));
    WORDS.put(PhoneSlot.PAGER, List.of("PAGER"));
    WORDS.put(PhoneSlot.CAR, List.of("CAR"));
    WORDS.put(PhoneSlot.ISDN, List.of("ISDN"));
    WORDS.put(PhoneSlot.OTHER, List.of("OTHER", "VOICE"));
    WORDS.put(PhoneSlot.OTHER_FAX, List.of("OTHER", "FAX"));
    WORDS.put(PhoneSlot.ASSISTANT, List.of("ASSISTANT"));
    WORDS.put(PhoneSlot.CALLBACK, List.of("CALLBACK"));
    WORDS.put(PhoneSlot.COMPANY_MAIN, List.of("COMPANY"));
    WORDS.put(PhoneSlot.RADIO, List.of("RADIO"));
    WORDS.put(PhoneSlot.TTY_TDD, List.of("TTYTTD"));
    WORDS.put(PhoneSlot.TELEX, List.of("TELEX"));
  }

  /** The places that only [MS-OXVCARD] has words for, and the words of other programs for them. */
  private static final Map<String, PhoneSlot> VENDOR_WORDS =
      Map.ofEntries(
          Map.entry("ASSISTANT", PhoneSlot.ASSISTANT),
          Map.entry("X-ASSISTANT", PhoneSlot.ASSISTANT),
          Map.entry("X-CALLBACK", PhoneSlot.CALLBACK),
          Map.entry("X-COMPANY_MAIN", PhoneSlot.COMPANY_MAIN),
          Map.entry("X-RADIO", PhoneSlot.RADIO),
          Map.entry("X-TELEX", PhoneSlot.TELEX),
          Map.entry("X-EVOLUTION-ASSISTANT", PhoneSlot.ASSISTANT),
          Map.entry("CALLBACK", PhoneSlot.CALLBACK),
          Map.entry("X-EVOLUTION-CALLBACK", PhoneSlot.CALLBACK),
          Map.entry("COMPANY", PhoneSlot.COMPANY_MAIN),
          Map.entry("X-EVOLUTION-COMPANY", PhoneSlot.COMPANY_MAIN),
          Map.entry("RADIO", PhoneSlot.RADIO),
          Map.entry("X-EVOLUTION-RADIO", PhoneSlot.RADIO),
          Map.entry("TTYTTD", PhoneSlot.TTY_TDD),
          Map.entry("TTYTDD", PhoneSlot.TTY_TDD),
          Map.entry("TTY", PhoneSlot.TTY_TDD),
          Map.entry("X-EVOLUTION-TTYTDD", PhoneSlot.TTY_TDD),
          Map.entry("TELEX", PhoneSlot.TELEX),
          Map.entry("TLX", PhoneSlot.TELEX),
          Map.entry("X-EVOLUTION-TELEX", PhoneSlot.TELEX));

  private static final Set<PhoneSlot> VENDOR_PLACES = EnumSet.copyOf(VENDOR_WORDS.values());

  private final PhoneFormat format;

  PhonePlaces(PhoneFormat format) {
    super(PhoneSlot.class);
    this.format = format;
  }

  @Override
  List<ContentLine> lines(Card card) {
    List<ContentLine> lines = new ArrayList<>();
    for (ContentLine line : card.lines()) {
      boolean telephone =
          line.is("TEL") || line.is(VENDOR) || (line.is("EMAIL") && Types.has(line, "TLX"));
      if (telephone && !number(card, line).isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String number(Card card, ContentLine line) {
    String text = card.text(line).strip();
    return text.regionMatches(true, 0, "tel:", 0, 4) ? text.substring(4).strip() : text;
  }

  @Override
  String value(Card card, ContentLine line, PhoneSlot place) {
    String number = number(card, line);
    return switch (format) {
      case AS_WRITTEN -> number;
      case BRACKETS -> PhoneNumber.withBrackets(number);
    };
  }

  @Override
  boolean same(String present, String wanted) {
    return Text.sameNumber(present, wanted);
  }

  @Override
  Map<PhoneSlot, ContentLine> assign(Card card, List<ContentLine> lines, Set<PhoneSlot> free) {
    Map<PhoneSlot, ContentLine> found = new EnumMap<>(PhoneSlot.class);
    List<ContentLine> left = new ArrayList<>();
    if (isUntyped(card)) {
      List<ContentLine> rest = new ArrayList<>(lines);
      fill(found, free, rest, PhoneSlot.MOBILE);
      fill(found, free, rest, PhoneSlot.BUSINESS);
      fill(found, free, rest, PhoneSlot.HOME);
      left.addAll(rest);
    } else {
      left.addAll(lines);
    }
    if (left.stream().anyMatch(l -> l.parameter(Types.PREF) != null)) {
      left.sort(Comparator.comparingInt(Types::preference));
    }
    int first =
        left.stream()
            .filter(PhonePlaces::isOnlyPreferred)
            .mapToInt(Types::preference)
            .min()
            .orElse(0);
    left.removeIf(l -> isVoice(l) && put(found, free, l, first));
    left.removeIf(l -> put(found, free, l, first));
    // what is still left and is no fax is better seen under another name than not at all
    for (ContentLine line : left) {
      if (line.is("TEL") && !Types.has(line, "FAX") && isVoice(line)) {
        putAt(found, free, line, PhoneSlot.OTHER);
        break;
      }
    }
    return found;
  }

  private static boolean isUntyped(Card card) {
    for (ContentLine line : card.lines("TEL")) {
      for (String word : Types.of(line)) {
        if (isKnown(word) && !number(card, line).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isKnown(String word) {
    return KNOWN.contains(word) || VENDOR_WORDS.containsKey(word);
  }

  private static boolean isVoice(ContentLine line) {
    Set<String> words = Types.of(line);
    return words.contains("VOICE")
        || words.contains("CELL")
        || Collections.disjoint(words, NO_VOICE);
  }

  private static void fill(
      Map<PhoneSlot, ContentLine> found,
      Set<PhoneSlot> free,
      List<ContentLine> rest,
      PhoneSlot place) {
    for (ContentLine line : rest) {
      if (line.is("TEL") && putAt(found, free, line, place)) {
        rest.removeIf(l -> l == line);
        return;
      }
    }
  }

  private static boolean putAt(
      Map<PhoneSlot, ContentLine> found, Set<PhoneSlot> free, ContentLine line, PhoneSlot place) {
    if (!free.contains(place) || found.containsKey(place)) {
      return false;
    }
    found.put(place, line);
    return true;
  }

  private static boolean put(
      Map<PhoneSlot, ContentLine> found, Set<PhoneSlot> free, ContentLine line, int first) {
    for (PhoneSlot place : candidates(line, Types.preference(line) <= first)) {
      if (putAt(found, free, line, place)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is preferred and nothing else tells its place. */
  private static boolean isOnlyPreferred(ContentLine line) {
    return Types.has(line, Types.PREF) && candidates(line, true).contains(PhoneSlot.PRIMARY);
  }

  /**
   * The places for a number of these types, the best first.
   *
   * @param first whether no other number is preferred to it
   */
  private static List<PhoneSlot> candidates(ContentLine line, boolean first) {
    Set<String> words = Types.of(line);
    for (String word : words) {
      PhoneSlot vendor = VENDOR_WORDS.get(word);
      if (vendor != null) {
        return List.of(vendor);
      }
    }
    if (!line.is("TEL")) {
      return List.of();
    }
    if (words.contains("FAX")) {
      return fax(words);
    }
    List<PhoneSlot> places = new ArrayList<>();
    add(places, words, "TEXTPHONE", PhoneSlot.TTY_TDD);
    if (words.contains("MAIN")) {
      places.add(words.contains("WORK") ? PhoneSlot.COMPANY_MAIN : PhoneSlot.PRIMARY);
    }
    add(places, words, "PAGER", PhoneSlot.PAGER);
    add(places, words, "CAR", PhoneSlot.CAR);
    add(places, words, "ISDN", PhoneSlot.ISDN);
    add(places, words, "CELL", PhoneSlot.MOBILE);
    add(places, words, "IPHONE", PhoneSlot.MOBILE);
    boolean mobile = words.contains("CELL") || words.contains("IPHONE");
    if (words.contains("HOME")) {
      places.addAll(mobile ? List.of(PhoneSlot.HOME2) : List.of(PhoneSlot.HOME, PhoneSlot.HOME2));
    } else if (words.contains("WORK")) {
      places.addAll(
          mobile ? List.of(PhoneSlot.BUSINESS2) : List.of(PhoneSlot.BUSINESS, PhoneSlot.BUSINESS2));
    } else if (places.isEmpty()) {
      if (first && words.contains("PREF") && !words.contains("OTHER")) {
        places.addAll(List.of(PhoneSlot.PRIMARY, PhoneSlot.HOME));
      }
      places.add(PhoneSlot.OTHER);
    }
    return places;
  }

  private static void add(List<PhoneSlot> places, Set<String> words, String word, PhoneSlot place) {
    if (words.contains(word)) {
      places.add(place);
    }
  }

  private static List<PhoneSlot> fax(Set<String> words) {
    if (words.contains("HOME")) {
      return List.of(PhoneSlot.HOME_FAX, PhoneSlot.OTHER_FAX);
    }
    return words.contains("OTHER")
        ? List.of(PhoneSlot.OTHER_FAX)
        : List.of(PhoneSlot.BUSINESS_FAX, PhoneSlot.OTHER_FAX);
  }

  @Override
  boolean fits(ContentLine line, PhoneSlot place) {
    return VENDOR_PLACES.contains(place) || Types.of(line).containsAll(words(place));
  }

  private static List<String> words(PhoneSlot place) {
    return WORDS.getOrDefault(place, List.of());
  }

  @Override
  boolean linesFollowValues() {
    return false;
  }

  @Override
  ContentLine edit(Card card, ContentLine line, PhoneSlot place, String value) {
    if (!line.hasParameter("VALUE", "uri")) {
      return card.withText(line, value);
    }
    String dense = value.replace(" ", "");
    return TEL_URI.matcher(dense).matches()
        ? line.withValue("tel:" + dense)
        : card.withText(line.withoutParameter("VALUE"), value);
  }

  @Override
  ContentLine create(Card card, PhoneSlot place, String value) {
    String name = VENDOR_PLACES.contains(place) ? VENDOR : "TEL";
    if (place == PhoneSlot.PRIMARY && card.isVersion4()) {
      return card.newText(
          name, value, Parameter.of("TYPE", List.of("main")), Parameter.of("PREF", List.of("1")));
    }
    return card.newText(name, value, Parameter.of("TYPE", spelled(card, place)));
  }

  private static List<String> spelled(Card card, PhoneSlot place) {
    return card.isVersion4()
        ? words(place).stream().map(w -> w.toLowerCase(Locale.ROOT)).toList()
        : words(place);
  }

  @Override
  ContentLine retype(Card card, ContentLine line, PhoneSlot place) {
    if (line.is(VENDOR) != VENDOR_PLACES.contains(place) || line.is("EMAIL")) {
      return line;
    }
    if (place == PhoneSlot.PRIMARY) {
      return Types.plus(Types.with(line, List.of("MAIN")), Types.PREF, card);
    }
    return Types.with(line.withoutParameter(Types.PREF), spelled(card, place));
  }
}
