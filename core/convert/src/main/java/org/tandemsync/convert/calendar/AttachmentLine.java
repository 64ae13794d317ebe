package org.tandemsync.convert.calendar;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Bytes;

/**
 * One ATTACH: a file in base64, or a link; managed attachments (RFC 8607) are links. What no other
 * program could make use of (a path of the own computer, a file that was left out) is in a property
 * of ours.
 */
final class AttachmentLine {
  static final String STANDARD = "ATTACH";
  static final String OWN = "X-TANDEM-ATTACHMENT";

  /** Standard (RFC 8607), Outlook, Apple, Oracle, KOrganizer. */
  private static final List<String> NAME_PARAMETERS =
      List.of("FILENAME", "X-FILENAME", "X-APPLE-FILENAME", "X-ORACLE-FILENAME", "X-LABEL");

  private static final Pattern LINK = Pattern.compile("(?!data:|cid:)[a-z][a-z0-9+.-]+:[!-~]+");
  private static final Pattern DATA =
      Pattern.compile("data:([^;,]*)(?:;[^,]*)?;base64,(.*)", Pattern.CASE_INSENSITIVE);

  private AttachmentLine() {}

  /** What the line attaches, or null if that is nothing that can be shown. */
  static @Nullable Attachment read(ContentLine line) {
    String type = type(line);
    if (line.is(OWN)) {
      String uri = line.text();
      return uri.isEmpty() ? null : new Attachment(name(line), type, Bytes.EMPTY, uri);
    }
    String value = line.value().strip();
    var data = DATA.matcher(value);
    if (data.matches()) {
      return file(line, type.isEmpty() ? data.group(1) : type, data.group(2));
    }
    if (line.hasParameter("ENCODING", "BASE64") || line.hasParameter("VALUE", "BINARY")) {
      return file(line, type, value);
    }
    boolean elsewhere = value.regionMatches(true, 0, "cid:", 0, 4);
    return value.isEmpty() || elsewhere
        ? null
        : new Attachment(name(line), type, Bytes.EMPTY, value);
  }

  private static @Nullable Attachment file(ContentLine line, String type, String base64) {
    String name = name(line);
    String dense = base64.replace("\\n", "").replaceAll("[ \\t]", "");
    try {
      byte[] bytes = Base64.getDecoder().decode(dense);
      boolean nothing = bytes.length == 0 && name.isEmpty();
      return nothing ? null : new Attachment(name, type, Bytes.of(bytes), "");
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static String name(ContentLine line) {
    for (String parameter : NAME_PARAMETERS) {
      String name = line.parameter(parameter);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    return "";
  }

  private static String type(ContentLine line) {
    String type = line.parameter("FMTTYPE");
    return type == null ? "" : type;
  }

  /** A new line. */
  static ContentLine make(Attachment attachment) {
    ContentLine line = ContentLine.of(isStandard(attachment) ? STANDARD : OWN, "");
    if (!attachment.contentType().isEmpty()) {
      line = line.withParameter("FMTTYPE", attachment.contentType());
    }
    if (!attachment.name().isEmpty()) {
      line = line.withParameter("FILENAME", attachment.name());
      // Outlook and Evolution know this one only
      line = line.withParameter("X-FILENAME", attachment.name());
    }
    return valued(line, attachment);
  }

  private static boolean isStandard(Attachment attachment) {
    return attachment.uri().isEmpty()
        || (!attachment.isLeftOut()
            && LINK.matcher(attachment.uri().toLowerCase(Locale.ROOT)).matches());
  }

  /** The line with another file of the same name, or null if it must be another line. */
  static @Nullable ContentLine edit(ContentLine line, Attachment attachment) {
    if (line.is(STANDARD) != isStandard(attachment)) {
      return null;
    }
    ContentLine typed =
        attachment.contentType().isEmpty()
            ? line
            : line.withParameter("FMTTYPE", attachment.contentType());
    // another file is not the one that the server manages under that id (RFC 8607 4.2)
    return valued(typed.withoutParameter("SIZE").withoutParameter("MANAGED-ID"), attachment);
  }

  private static ContentLine valued(ContentLine line, Attachment attachment) {
    if (line.is(OWN)) {
      return line.withValue(TextValue.escape(attachment.uri()));
    }
    if (!attachment.uri().isEmpty()) {
      return line.withoutParameter("VALUE")
          .withoutParameter("ENCODING")
          .withValue(attachment.uri());
    }
    return line.withParameter("ENCODING", "BASE64")
        .withParameter("VALUE", "BINARY")
        .withValue(Base64.getEncoder().encodeToString(attachment.content().toArray()));
  }
}
