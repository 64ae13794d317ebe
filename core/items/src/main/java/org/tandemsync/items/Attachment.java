package org.tandemsync.items;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A file or link attached to an item.
 *
 * @param name file name, may be empty for a link
 * @param contentType media type, may be empty
 * @param content the bytes, empty for a link
 * @param uri where it is, empty for a file
 */
public record Attachment(String name, String contentType, Bytes content, String uri) {
  private static final String LEFT_OUT = "urn:sha256:";

  /**
   * What stands for a file on a side that is not given its bytes because they are too many: its
   * digest. It {@linkplain #sameAs is the same} as the file.
   */
  public Attachment leftOut() {
    return isFile() ? new Attachment(name, contentType, Bytes.EMPTY, digest()) : this;
  }

  /** Whether this only stands for a file whose bytes are elsewhere. */
  public boolean isLeftOut() {
    return content.isEmpty() && uri.startsWith(LEFT_OUT);
  }

  private boolean isFile() {
    return uri.isEmpty();
  }

  private String digest() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.toArray());
      return LEFT_OUT + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * The same file or link. A side need not tell the media type, nor what a link is called; a file
   * whose bytes were left out is the same as the file with them.
   */
  public boolean sameAs(Attachment other) {
    boolean sameType =
        contentType.isEmpty()
            || other.contentType.isEmpty()
            || contentType.equalsIgnoreCase(other.contentType);
    if (isLeftOut() != other.isLeftOut()) {
      return name.equals(other.name) && leftOut().uri.equals(other.leftOut().uri);
    }
    boolean sameName =
        name.equals(other.name) || (!isFile() && (name.isEmpty() || other.name.isEmpty()));
    return sameName && sameType && uri.equals(other.uri) && content.equals(other.content);
  }

  /**
   * The attachments by what pairs those of two sides: name or address. Of several with one name the
   * content says which is which, as lists have no order that sides keep.
   */
  static Map<Object, Object> byName(List<Attachment> attachments) {
    Map<String, List<Attachment>> bearers = new HashMap<>();
    attachments.forEach(a -> bearers.computeIfAbsent(a.key(), k -> new ArrayList<>()).add(a));
    bearers.values().stream().filter(b -> b.size() > 1).forEach(b -> b.sort(ORDER));
    Map<Object, Object> named = new LinkedHashMap<>();
    for (Attachment attachment : attachments) {
      List<Attachment> all = Objects.requireNonNull(bearers.get(attachment.key()));
      int number = all.indexOf(attachment);
      while (named.putIfAbsent(attachment.key() + "\n" + number, attachment) != null) {
        number++; // the very same one twice
      }
    }
    return named;
  }

  /** The same attachments in any order. */
  static boolean same(List<Attachment> a, List<Attachment> b) {
    List<Attachment> rest = new ArrayList<>(b);
    List<Attachment> unlike = new ArrayList<>(a);
    // A type that is not told is like any: what is equal is paired before what is only alike.
    unlike.removeIf(rest::remove);
    return a.size() == b.size() && unlike.stream().allMatch(x -> takeSame(rest, x));
  }

  private static boolean takeSame(List<Attachment> from, Attachment wanted) {
    for (int i = 0; i < from.size(); i++) {
      if (wanted.sameAs(from.get(i))) {
        from.remove(i);
        return true;
      }
    }
    return false;
  }

  private static final Comparator<Attachment> ORDER =
      Comparator.comparing(Attachment::name)
          .thenComparing(a -> a.leftOut().uri)
          .thenComparing(Attachment::contentType);

  private String key() {
    return (isFile() || isLeftOut() ? name : uri).toLowerCase(Locale.ROOT);
  }
}
