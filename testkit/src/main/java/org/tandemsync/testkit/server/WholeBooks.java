package org.tandemsync.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/**
 * Address books as Radicale has them: {@code app/put.py}, {@code storage/__init__.py} and {@code
 * storage/multifilesystem/upload.py} of 3.1.8.
 */
final class WholeBooks {
  private static final Pattern CARD =
      Pattern.compile("BEGIN:VCARD\r?\n.*?\nEND:VCARD\r?\n?", Pattern.DOTALL);
  private static final Map<String, String> PREFIXES =
      Map.of(
          Names.CALDAV, "C",
          Names.CARDDAV, "CR",
          Names.DAV, "D",
          Names.CALENDARSERVER, "CS",
          Names.APPLE, "ICAL");

  private WholeBooks() {}

  static boolean areHere(EmbeddedDavServer server, DavCollection collection) {
    return server.dials().wholeBooks && collection.kind() == CollectionKind.ADDRESS_BOOK;
  }

  /** {@code BaseCollection.etag}. */
  static String tag(EmbeddedDavServer server, DavCollection book) {
    StringBuilder text = new StringBuilder();
    for (DavResource member : book.snapshot()) {
      text.append(member.name()).append('/').append(server.etag(member));
    }
    Map<String, String> meta = new TreeMap<>(Map.of("tag", "VADDRESSBOOK"));
    book.properties().forEach((name, value) -> meta.put(key(name), value.text()));
    String separator = "{";
    for (Map.Entry<String, String> one : meta.entrySet()) {
      text.append(separator).append(json(one.getKey())).append(": ").append(json(one.getValue()));
      separator = ", ";
    }
    return '"' + hash(text.append('}').toString()) + '"';
  }

  private static String key(QName name) {
    String prefix = PREFIXES.get(name.getNamespaceURI());
    return prefix == null ? name.toString() : prefix + ":" + name.getLocalPart();
  }

  private static String json(String text) {
    StringBuilder json = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                json.append(
                    c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c == '\n'
                            ? "\\n"
                            : c < 0x20 || c > 0x7e
                                ? "\\u" + HexFormat.of().toHexDigits((char) c)
                                : String.valueOf((char) c)));
    return '"' + json.toString() + '"';
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The condition, then all or nothing, both under one lock. */
  static DavResponse put(EmbeddedDavServer server, DavRequest request, DavCollection book) {
    book.lock().lock();
    try {
      Members.checkWritable(book, "write-content");
      String now = tag(server, book);
      String only = request.header("If-Match").orElse(now);
      if (!only.equals(now) || request.header("If-None-Match").isPresent()) {
        return DavResponse.text(412, "Precondition failed.");
      }
      Map<String, byte[]> cards = new LinkedHashMap<>();
      Matcher card = CARD.matcher(request.text());
      while (card.find()) {
        if (Component.parse(card.group()).isEmpty()) {
          return DavResponse.text(400, "Bad Request");
        }
        byte[] body = server.dials().rewrite.apply(card.group()).getBytes(UTF_8);
        String uid = DavResource.of("", body, "", java.time.Instant.EPOCH).uid();
        cards.put(name(uid.isEmpty() ? UUID.randomUUID().toString() : uid, cards), body);
      }
      if (cards.isEmpty()) {
        return DavResponse.text(400, "Bad Request");
      }
      book.replaceAll(cards);
      return DavResponse.of(201)
          .with("ETag", server.dials().staleBookTag ? only : tag(server, book));
    } finally {
      book.lock().unlock();
    }
  }

  private static String name(String uid, Map<String, byte[]> taken) {
    String name = uid.endsWith(".vcf") ? uid : uid + ".vcf";
    boolean safe = !name.contains("/") && !name.startsWith(".");
    if (safe && !taken.containsKey(name)) {
      return name;
    }
    String hashed = hash(uid) + ".vcf";
    return taken.containsKey(hashed) ? UUID.randomUUID() + ".vcf" : hashed;
  }
}
