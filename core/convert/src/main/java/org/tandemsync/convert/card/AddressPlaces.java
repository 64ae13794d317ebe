package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.PostalAddress;

/** ADR: the first private one, the first one from work, the first one of no kind. */
final class AddressPlaces extends Places<AddressSlot, AddressPlaces.Place> {
  private static final int PO_BOX = 0;
  private static final int EXTENDED = 1;
  private static final int STREET = 2;
  private static final int CITY = 3;
  private static final int STATE = 4;
  private static final int POSTAL_CODE = 5;
  private static final int COUNTRY = 6;

  /**
   * What one ADR holds.
   *
   * @param office Outlook's office location, which is the extended part of the address of work
   */
  record Place(PostalAddress address, String office) {}

  AddressPlaces() {
    super(AddressSlot.class);
  }

  @Override
  List<ContentLine> lines(Card card) {
    List<ContentLine> lines = new ArrayList<>(3);
    for (ContentLine line : card.lines("ADR")) {
      if (!areBlank(card.components(line))) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static boolean areBlank(List<String> texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return false;
      }
    }
    return true;
  }

  @Override
  Place value(Card card, ContentLine line, AddressSlot place) {
    List<String> parts = parts(card, line);
    boolean work = place == AddressSlot.BUSINESS;
    return new Place(
        new PostalAddress(
            work ? parts.get(STREET) : street(parts),
            parts.get(CITY),
            parts.get(STATE),
            parts.get(POSTAL_CODE),
            parts.get(COUNTRY),
            parts.get(PO_BOX),
            countryCode(line)),
        work ? parts.get(EXTENDED) : "");
  }

  /** Outlook has no second line for an apartment: it is a line of the street. */
  private static String street(List<String> parts) {
    String street = parts.get(STREET);
    String extended = parts.get(EXTENDED);
    return extended.isEmpty() || street.isEmpty() ? street + extended : street + "\n" + extended;
  }

  private static List<String> parts(Card card, ContentLine line) {
    List<String> parts = new ArrayList<>();
    card.components(line).forEach(p -> parts.add(p.strip()));
    while (parts.size() <= COUNTRY) {
      parts.add("");
    }
    return parts;
  }

  private static String countryCode(ContentLine line) {
    String code = line.parameter("CC");
    return code == null ? "" : code;
  }

  @Override
  boolean same(Place present, Place wanted) {
    return present.address().sameAs(wanted.address())
        && present.office().strip().equals(wanted.office().strip());
  }

  @Override
  Map<AddressSlot, ContentLine> assign(Card card, List<ContentLine> lines, Set<AddressSlot> free) {
    Map<AddressSlot, ContentLine> found = new EnumMap<>(AddressSlot.class);
    for (ContentLine line : lines) {
      AddressSlot place = kind(line);
      if (free.contains(place)) {
        found.putIfAbsent(place, line);
      }
    }
    return found;
  }

  private static AddressSlot kind(ContentLine line) {
    if (Types.has(line, "HOME")) {
      return AddressSlot.HOME;
    }
    return Types.has(line, "WORK") ? AddressSlot.BUSINESS : AddressSlot.OTHER;
  }

  @Override
  boolean fits(ContentLine line, AddressSlot place) {
    return kind(line) == place;
  }

  @Override
  boolean linesFollowValues() {
    return false;
  }

  @Override
  ContentLine edit(Card card, ContentLine line, AddressSlot place, Place value) {
    List<String> parts = parts(card, line);
    Place present = value(card, line, place);
    PostalAddress from = present.address();
    PostalAddress to = value.address();
    List<@Nullable String> changed = new ArrayList<>();
    for (int i = 0; i <= COUNTRY; i++) {
      changed.add(null);
    }
    if (!from.street().strip().equals(to.street().strip())) {
      changed.set(STREET, to.street());
      changed.set(EXTENDED, "");
    }
    if (place == AddressSlot.BUSINESS) {
      changed.set(EXTENDED, changedOrNull(parts.get(EXTENDED), value.office()));
    }
    changed.set(PO_BOX, changedOrNull(from.postOfficeBox(), to.postOfficeBox()));
    changed.set(CITY, changedOrNull(from.city(), to.city()));
    changed.set(STATE, changedOrNull(from.state(), to.state()));
    changed.set(POSTAL_CODE, changedOrNull(from.postalCode(), to.postalCode()));
    changed.set(COUNTRY, changedOrNull(from.country(), to.country()));
    ContentLine edited = card.withComponents(line, changed);
    // the address as a label (RFC 6350 6.3.1) and Google's geocode are those of the old one
    return from.sameAs(to) ? edited : edited.withoutParameter("LABEL").withoutParameter("GEO");
  }

  private static @Nullable String changedOrNull(String from, String to) {
    return from.strip().equals(to.strip()) ? null : to;
  }

  @Override
  ContentLine create(Card card, AddressSlot place, Place value) {
    ContentLine line =
        switch (place) {
          case HOME -> typed(card.isVersion4() ? "home" : "HOME");
          case BUSINESS -> typed(card.isVersion4() ? "work" : "WORK");
          case OTHER -> ContentLine.of("ADR", ";;;;;;");
        };
    PostalAddress a = value.address();
    List<@Nullable String> parts = new ArrayList<>();
    parts.addAll(List.of(a.postOfficeBox(), value.office(), a.street(), a.city(), a.state()));
    parts.addAll(List.of(a.postalCode(), a.country()));
    return card.withComponents(line, parts);
  }

  private static ContentLine typed(String word) {
    return ContentLine.of("ADR", ";;;;;;", Parameter.of("TYPE", List.of(word)));
  }

  @Override
  ContentLine retype(Card card, ContentLine line, AddressSlot place) {
    return line;
  }
}
