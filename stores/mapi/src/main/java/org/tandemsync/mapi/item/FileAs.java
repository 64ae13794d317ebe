package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.address;
import static org.tandemsync.mapi.item.Names.tag;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Contact;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.Text;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.Tags;

/**
 * What a contact is filed under, and the rule by which Outlook makes it of the name ([MS-OXOCNTC]
 * 2.2.1.1.11 to 2.2.1.1.13). Outlook lists a contact that is filed under nothing without a name, so
 * it gets what Outlook would propose, and remembers that nobody asked for it: it reads as nothing.
 */
final class FileAs {
  private static final PropertyName TEXT = address(0x8005);
  private static final PropertyName RULE = address(0x8006);

  /** The rules that the contact's window offers. */
  private static final PropertyName RULES = address(0x8026);

  private static final int FULL_NAME = 0x3001;
  private static final int FIRST = 0x3A06;
  private static final int LAST = 0x3A11;
  private static final int COMPANY = 0x3A16;
  private static final int LAST_COMMA_FIRST = 0x8017;
  private static final int FREE_TEXT = -1;

  /** Offered by Outlook in this order. */
  private static final List<Integer> USUAL =
      List.of(LAST_COMMA_FIRST, 0x8037, COMPANY, 0x8019, 0x8018);

  private FileAs() {}

  /** What rules make their text of. */
  private record Sources(PersonName name, String fullName, String company) {
    static Sources of(Contact item) {
      return new Sources(item.name(), item.fullName(), item.company());
    }

    static Sources of(PropertyBag bag) {
      return new Sources(
          ContactNames.name(bag), bag.text(Tags.DISPLAY_NAME), bag.text(tag(COMPANY)));
    }

    /** The text that a rule gives, or null for free text and rules that are not known. */
    @Nullable String text(int rule) {
      String first = joined(" ", name.first(), name.middle());
      String lastComma = joined(", ", name.last(), first);
      String lastSpace = joined(" ", name.last(), first);
      String lastFirst = name.last() + first;
      return switch (rule) {
        case FULL_NAME -> fullName;
        case FIRST -> name.first();
        case LAST -> name.last();
        case COMPANY -> company;
        case LAST_COMMA_FIRST -> lastComma;
        case 0x8018 -> joined("\n", company, lastComma);
        case 0x8019 -> joined("\n", lastComma, company);
        case 0x8030 -> lastFirst;
        case 0x8031 -> lastSpace;
        case 0x8032 -> joined("\n", company, lastFirst);
        case 0x8033 -> joined("\n", company, lastSpace);
        case 0x8034 -> joined("\n", lastFirst, company);
        case 0x8035 -> joined("\n", lastSpace, company);
        case 0x8036 -> joined(" ", lastSpace, name.suffix());
        case 0x8037 -> joined(" ", first, name.last(), name.suffix());
        case 0x8038 -> joined(" ", lastFirst, name.suffix());
        default -> null;
      };
    }
  }

  private static String joined(String between, String... parts) {
    return String.join(between, List.of(parts).stream().filter(p -> !p.isBlank()).toList());
  }

  static String read(PropertyBag bag) {
    String text = Text.lines(bag.text(TEXT));
    return text.equals(Text.lines(bag.text(Tags.TANDEM_FILE_AS))) ? "" : text;
  }

  static void writeNew(PropertyEdits edits) {
    edits.integers(RULES, USUAL);
  }

  static void write(Contact item, PropertyEdits edits) {
    if (item.fileAs().isBlank()) {
      propose(item, edits);
      return;
    }
    Sources sources = Sources.of(item);
    int rule =
        USUAL.stream()
            .filter(r -> item.fileAs().equals(sources.text(r)))
            .findFirst()
            .orElse(FREE_TEXT);
    set(item.fileAs(), rule, "", edits);
  }

  /** After a change of the name: what was made of the old name is made of the new one. */
  static void follow(Contact item, PropertyEdits edits) {
    PropertyBag before = edits.before();
    String old = Text.lines(before.text(TEXT));
    if (old.isEmpty() || read(before).isEmpty()) {
      propose(item, edits);
      return;
    }
    int rule = before.integer(RULE, FREE_TEXT);
    String follows = Sources.of(item).text(rule);
    if (follows != null && !follows.isBlank() && old.equals(Sources.of(before).text(rule))) {
      set(follows, rule, "", edits);
    }
  }

  private static void propose(Contact item, PropertyEdits edits) {
    Sources sources = Sources.of(item);
    for (int rule : List.of(LAST_COMMA_FIRST, COMPANY, FULL_NAME)) {
      String text = sources.text(rule);
      if (text != null && !text.isBlank()) {
        set(text, rule, text, edits);
        return;
      }
    }
    set(item.displayName(), FREE_TEXT, item.displayName(), edits);
  }

  /** The same for a list, which Outlook files under its name. */
  static void writeList(String fileAs, String name, PropertyEdits edits) {
    set(fileAs.isBlank() ? name : fileAs, FREE_TEXT, fileAs.isBlank() ? name : "", edits);
  }

  private static void set(String text, int rule, String proposed, PropertyEdits edits) {
    CommonFields.writeLines(TEXT, text, edits);
    edits.integer(RULE, rule);
    if (!proposed.isEmpty() || edits.before().has(Tags.TANDEM_FILE_AS)) {
      CommonFields.writeLines(Tags.TANDEM_FILE_AS, proposed, edits);
    }
  }
}
