package org.tandemsync.convert.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Node;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.LossKind;

/**
 * ATTACH. A changed occurrence without attachments has those of its series, as in Outlook. A file
 * above the limit is only named, with its digest, so that it is not taken for removed.
 */
record AttachmentLines<I, B>(Function<I, List<Attachment>> get, BiConsumer<B, List<Attachment>> set)
    implements CalendarProperty<I, B> {
  private static final String FIELD = "attachments";

  @Override
  public Set<String> fields() {
    return Set.of(FIELD);
  }

  private static List<ContentLine> lines(Component component) {
    List<ContentLine> lines = new ArrayList<>(2);
    for (Node node : component.nodes()) {
      if (node instanceof ContentLine line
          && (line.is(AttachmentLine.STANDARD) || line.is(AttachmentLine.OWN))) {
        lines.add(line);
      }
    }
    return lines;
  }

  @Override
  public void read(Component from, B into, Context context) {
    Component master = context.master();
    Component source = master != null && lines(from).isEmpty() ? master : from;
    List<Attachment> attachments = new ArrayList<>();
    for (ContentLine line : lines(source)) {
      Attachment attachment = context.attachment(line);
      if (attachment != null) {
        attachments.add(attachment);
      }
      lose(line, attachment, context);
    }
    set.accept(into, attachments);
  }

  private static void lose(ContentLine line, @Nullable Attachment attachment, Context context) {
    if (attachment == null && !line.value().isBlank()) {
      context.lose(
          LossKind.ATTACHMENT_NOT_READABLE,
          FIELD,
          "line " + line.lineNumber() + ": " + shortened(line.logical()));
    } else if (attachment != null && attachment.isLeftOut()) {
      context.lose(
          LossKind.ATTACHMENT_TOO_LARGE,
          FIELD,
          "'" + attachment.name() + "' is above the limit; only its name is on the server");
    }
  }

  private static String shortened(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "..." : text;
  }

  @Override
  public void write(I item, Component into, Context context) {
    List<Attachment> wanted = new ArrayList<>(get.apply(item));
    Component master = context.master();
    if (master != null && same(wanted, attachments(master, context))) {
      present(into).forEach(there -> into.remove(there.line()));
      return;
    }
    List<Present> changed = present(into);
    // the very same first: without a type a link may be the same as several
    changed.removeIf(there -> take(wanted, there.attachment()::equals) != null);
    changed.removeIf(there -> take(wanted, there.attachment()::sameAs) != null);
    for (Present there : changed) {
      Attachment other = take(wanted, a -> a.name().equals(there.attachment().name()));
      ContentLine edited =
          other == null ? null : AttachmentLine.edit(there.line(), within(other, context));
      if (edited != null) {
        into.replace(there.line(), edited);
      } else {
        into.remove(there.line());
        if (other != null) {
          wanted.add(other);
        }
      }
    }
    wanted.forEach(attachment -> add(within(attachment, context), into));
  }

  /** A line that attaches something that can be shown. */
  private record Present(ContentLine line, Attachment attachment) {}

  private static List<Present> present(Component component) {
    List<Present> present = new ArrayList<>();
    for (ContentLine line : lines(component)) {
      Attachment attachment = AttachmentLine.read(line);
      if (attachment != null) {
        present.add(new Present(line, attachment));
      }
    }
    return present;
  }

  private static void add(Attachment attachment, Component into) {
    boolean says = !attachment.content().isEmpty() || !attachment.uri().isEmpty();
    if (says || !attachment.name().isEmpty()) {
      into.add(AttachmentLine.make(attachment));
    }
  }

  private static List<Attachment> attachments(Component component, Context context) {
    List<Attachment> attachments = new ArrayList<>();
    for (ContentLine line : lines(component)) {
      Attachment attachment = context.attachment(line);
      if (attachment != null) {
        attachments.add(attachment);
      }
    }
    return attachments;
  }

  private static boolean same(List<Attachment> a, List<Attachment> b) {
    List<Attachment> rest = new ArrayList<>(b);
    return a.size() == b.size() && a.stream().allMatch(x -> take(rest, x::sameAs) != null);
  }

  private static @Nullable Attachment take(List<Attachment> from, Predicate<Attachment> which) {
    for (int i = 0; i < from.size(); i++) {
      if (which.test(from.get(i))) {
        return from.remove(i);
      }
    }
    return null;
  }

  private static Attachment within(Attachment attachment, Context context) {
    return attachment.content().length() > context.settings().attachmentLimit()
        ? attachment.leftOut()
        : attachment;
  }
}
