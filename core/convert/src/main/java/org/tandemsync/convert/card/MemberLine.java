package org.tandemsync.convert.card;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.items.Member;

/**
 * A line that names a member of a list: CARD of a VLIST (a file of the same address book), MEMBER
 * and its X- forms (urn:uuid: of a card, or mailto: of somebody who has none).
 */
final class MemberLine {
  static final String VLIST_CARD = "CARD";
  static final String APPLE = "X-ADDRESSBOOKSERVER-MEMBER";
  private static final String CARD_FILE = ".vcf";
  private static final String MAILTO = "mailto:";
  private static final String UUID = "urn:uuid:";

  private MemberLine() {}

  /** The member, or null if the line names nobody that Outlook could hold. */
  static @Nullable Member member(Card card, ContentLine line) {
    String value = card.text(line).strip();
    return line.is(VLIST_CARD) ? ofFile(line, value) : ofUri(line, value);
  }

  private static @Nullable Member ofFile(ContentLine line, String file) {
    String reference = hasEnding(file) ? file.substring(0, file.length() - 4) : file;
    return member(parameter(line, "FN"), parameter(line, "EMAIL"), reference);
  }

  private static boolean hasEnding(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(CARD_FILE);
  }

  private static @Nullable Member ofUri(ContentLine line, String uri) {
    String name = parameter(line, "CN");
    if (name.isEmpty()) {
      name = parameter(line, "X-CN");
    }
    if (startsWith(uri, MAILTO)) {
      String address = uri.substring(MAILTO.length());
      int query = address.indexOf('?');
      return member(name, query < 0 ? address : address.substring(0, query), "");
    }
    if (startsWith(uri, UUID) || uri.indexOf(':') < 0) {
      String uid = startsWith(uri, UUID) ? uri.substring(UUID.length()) : uri;
      return member(name, parameter(line, "X-EMAIL"), uid);
    }
    return null;
  }

  private static boolean startsWith(String uri, String scheme) {
    return uri.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static @Nullable Member member(String name, String address, String uid) {
    return (name + address + uid).isBlank()
        ? null
        : new Member(name.strip(), address.strip(), uid.strip());
  }

  /** A parameter, also one with backslashes, as an older program writes it into VLISTs. */
  private static String parameter(ContentLine line, String name) {
    List<Parameter> parameters = line.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (!parameter.name().equals(name)) {
        continue;
      }
      String written = parameter.text().substring(parameter.text().indexOf('=') + 1);
      boolean cut = written.endsWith("\\") && isBare(parameters, i + 1);
      if (written.startsWith("\"") || (written.indexOf(',') < 0 && !cut)) {
        return parameter.values().getFirst();
      }
      StringBuilder text = new StringBuilder(written);
      while (text.toString().endsWith("\\") && isBare(parameters, i + 1)) {
        text.append(';').append(parameters.get(++i).text());
      }
      return text.toString().replace("\\,", ",").replace("\\;", ";").strip();
    }
    return "";
  }

  private static boolean isBare(List<Parameter> parameters, int i) {
    return i < parameters.size() && parameters.get(i).name().isEmpty();
  }

  /**
   * A new line in the format of the list. SOGo's lists have people with an address only: a list in
   * a VLIST goes where SOGo keeps it and does not show it.
   */
  static ContentLine create(Card card, String property, Member member) {
    boolean vlist = card.version() == Card.Version.VLIST;
    if (vlist && !member.uid().isEmpty() && !member.address().isEmpty()) {
      ContentLine line = ContentLine.of(VLIST_CARD, "");
      line = with(with(line, "EMAIL", member.address()), "FN", member.name());
      String file = hasEnding(member.uid()) ? member.uid() : member.uid() + CARD_FILE;
      return card.withUri(line, file);
    }
    ContentLine line = with(ContentLine.of(property, ""), "CN", member.name());
    return member.uid().isEmpty()
        ? card.withUri(line, MAILTO + member.address())
        : card.withUri(with(line, "X-EMAIL", member.address()), UUID + member.uid());
  }

  private static ContentLine with(ContentLine line, String parameter, String value) {
    return value.isEmpty() ? line : line.withParameter(parameter, value);
  }

  /** The line with another name where it has one, or says it for somebody without card. */
  static ContentLine rename(Card card, ContentLine line, Member wanted) {
    Member present = member(card, line);
    if (present == null || present.name().equals(wanted.name())) {
      return line;
    }
    boolean outsider = present.uid().isEmpty();
    if (line.is(VLIST_CARD) || (!outsider && present.name().isEmpty())) {
      return line; // the card says the name
    }
    String parameter =
        parameter(line, "CN").isEmpty() && !parameter(line, "X-CN").isEmpty() ? "X-CN" : "CN";
    return wanted.name().isEmpty()
        ? line.withoutParameter(parameter)
        : line.withParameter(parameter, wanted.name());
  }
}
