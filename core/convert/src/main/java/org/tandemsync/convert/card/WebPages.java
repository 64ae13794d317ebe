package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;

/**
 * URL. The private one, the one from work, and the page that Outlook shows: one of no kind, else
 * the one from work (Outlook itself fills both fields with it), else the private one. Where that
 * would read differently from what Outlook holds, X-TANDEM-SLOT names the places of each line.
 */
final class WebPages implements CardProperty<Contact, Contact.Builder> {
  private static final String NAME = "URL";
  private static final String PIN = "X-TANDEM-SLOT";

  private enum Page {
    SHOWN,
    PERSONAL,
    BUSINESS
  }

  @Override
  public Set<String> fields() {
    return Set.of("web-page", "personal-home-page", "business-home-page");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    Map<Page, ContentLine> pages = pages(card);
    into.webPage(uri(card, pages.get(Page.SHOWN)))
        .personalHomePage(uri(card, pages.get(Page.PERSONAL)))
        .businessHomePage(uri(card, pages.get(Page.BUSINESS)));
    for (ContentLine line : lines(card)) {
      if (!pages.containsValue(line)) {
        losses.accept(new Loss(LossKind.NO_PLACE_LEFT, "web-page", Evidence.of(line)));
      }
    }
  }

  private static String uri(Card card, @Nullable ContentLine line) {
    return line == null ? "" : card.text(line).strip();
  }

  private static List<ContentLine> lines(Card card) {
    List<ContentLine> lines = new ArrayList<>(3);
    for (ContentLine line : card.lines(NAME)) {
      if (!uri(card, line).isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static Map<Page, ContentLine> pages(Card card) {
    List<ContentLine> lines = lines(card);
    Map<Page, ContentLine> pages = new EnumMap<>(Page.class);
    if (lines.isEmpty()) {
      return pages;
    }
    for (Page page : Page.values()) {
      find(pages, page, lines, l -> l.hasParameter(PIN, page.name()));
    }
    List<ContentLine> free = lines.stream().filter(l -> l.parameter(PIN) == null).toList();
    find(pages, Page.PERSONAL, free, WebPages::isHome);
    find(pages, Page.BUSINESS, free, WebPages::isWork);
    find(pages, Page.SHOWN, free, l -> !isHome(l) && !isWork(l));
    find(pages, Page.SHOWN, free, WebPages::isWork);
    find(pages, Page.SHOWN, free, l -> true);
    return pages;
  }

  private static void find(
      Map<Page, ContentLine> pages,
      Page page,
      List<ContentLine> lines,
      Predicate<ContentLine> which) {
    for (ContentLine line : lines) {
      if (!pages.containsKey(page) && which.test(line)) {
        pages.put(page, line);
      }
    }
  }

  private static boolean isHome(ContentLine line) {
    return Types.has(line, "HOME");
  }

  private static boolean isWork(ContentLine line) {
    return Types.has(line, "WORK") && !isHome(line);
  }

  @Override
  public void write(Contact contact, Card card) {
    Map<Page, String> wanted = new EnumMap<>(Page.class);
    put(wanted, Page.SHOWN, contact.webPage());
    put(wanted, Page.PERSONAL, contact.personalHomePage());
    put(wanted, Page.BUSINESS, contact.businessHomePage());
    if (reads(card, wanted)) {
      return;
    }
    writeKind(card, wanted, Page.PERSONAL, "HOME");
    writeKind(card, wanted, Page.BUSINESS, "WORK");
    if (!reads(card, wanted)) {
      writeShown(card, wanted.get(Page.SHOWN));
    }
    if (!reads(card, wanted)) {
      pin(card, wanted);
    }
  }

  private static void put(Map<Page, String> wanted, Page page, String uri) {
    if (!uri.isBlank()) {
      wanted.put(page, uri.strip());
    }
  }

  private static boolean reads(Card card, Map<Page, String> wanted) {
    Map<Page, String> found = new EnumMap<>(Page.class);
    pages(card).forEach((page, line) -> found.put(page, uri(card, line)));
    return found.equals(wanted);
  }

  private static void writeKind(Card card, Map<Page, String> wanted, Page page, String type) {
    ContentLine line = pages(card).get(page);
    String uri = wanted.get(page);
    if (uri == null && line != null) {
      card.remove(line);
    } else if (uri != null && line != null) {
      card.replace(line, card.withUri(line, uri));
    } else if (uri != null) {
      String word = card.isVersion4() ? type.toLowerCase(Locale.ROOT) : type;
      card.add(card.withUri(ContentLine.of(NAME, "", Parameter.of("TYPE", List.of(word))), uri));
    }
  }

  /** The page of no kind. */
  private static void writeShown(Card card, @Nullable String uri) {
    ContentLine line = pages(card).get(Page.SHOWN);
    boolean own = line != null && !isHome(line) && !isWork(line);
    if (uri == null && line != null && own) {
      card.remove(line);
    } else if (uri != null && line != null && own) {
      card.replace(line, card.withUri(line, uri));
    } else if (uri != null) {
      card.add(card.withUri(ContentLine.of(NAME, ""), uri));
    }
  }

  /** Says of every line what it is. */
  private static void pin(Card card, Map<Page, String> wanted) {
    Map<Page, ContentLine> found = new EnumMap<>(Page.class);
    wanted.forEach(
        (page, uri) -> {
          ContentLine present = pages(card).get(page);
          if (present != null && uri(card, present).equals(uri)) {
            found.put(page, present);
          } else {
            find(found, page, lines(card), l -> uri(card, l).equals(uri));
          }
        });
    for (ContentLine line : lines(card)) {
      List<String> names =
          Arrays.stream(Page.values()).filter(p -> found.get(p) == line).map(Page::name).toList();
      card.replace(line, line.withParameter(PIN, names.isEmpty() ? List.of("NONE") : names));
    }
  }
}
