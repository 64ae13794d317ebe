package org.tandemsync.mapi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.items.Bytes;

/**
 * The fields that a user has added to an item (PidLidPropertyDefinitionStream, [MS-OXOCFG] 2.2.1.4:
 * PropDefV1 and PropDefV2).
 */
public final class UserFields {
  private static final int WITH_SKIP_BLOCKS = 0x0103;

  /** VT_BSTR. */
  private static final int TEXT = 8;

  /** The user's own, printed with the item. */
  private static final int FLAGS = 0x45;

  /**
   * One field.
   *
   * @param type a VARENUM
   * @param definition all of it, as it stands in the stream
   */
  private record Definition(String name, int type, Span definition) {}

  private UserFields() {}

  /** The names; none if the stream cannot be understood, since it only describes. */
  public static List<String> names(Span stream) {
    return definitions(stream).stream().map(Definition::name).toList();
  }

  /**
   * The stream in which these fields are texts. All other fields stay as they are.
   *
   * @param ansi the character set of 8-bit texts
   */
  public static Bytes withTexts(Span stream, Collection<String> names, Charset ansi) {
    List<Definition> old = definitions(stream);
    int version = old.isEmpty() ? WITH_SKIP_BLOCKS : stream.u16(0);
    Set<String> missing = new LinkedHashSet<>(names);
    List<Bytes> all = new ArrayList<>();
    for (Definition d : old) {
      boolean otherType = d.type != TEXT && names.contains(d.name);
      if (!otherType) {
        missing.remove(d.name);
        all.add(Bytes.of(d.definition.toArray()));
      }
    }
    missing.forEach(name -> all.add(text(name, version, ansi)));
    BlobWriter out = new BlobWriter();
    out.u16(version);
    out.u32(all.size());
    all.forEach(out::raw);
    return out.bytes();
  }

  private static Bytes text(String name, int version, Charset ansi) {
    BlobWriter out = new BlobWriter();
    out.u32(FLAGS);
    out.u16(TEXT);
    out.u32(0);
    out.wideText(name);
    byte[] narrow = name.getBytes(ansi);
    packed(narrow.length, Bytes.of(narrow), out);
    for (int none = 0; none < 4; none++) {
      packed(0, Bytes.EMPTY, out);
    }
    if (version >= WITH_SKIP_BLOCKS) {
      out.u32(0);
      BlobWriter block = new BlobWriter();
      packed(name.length(), Bytes.of(name.getBytes(StandardCharsets.UTF_16LE)), block);
      out.sized(block.bytes());
      out.u32(0);
    }
    return out.bytes();
  }

  /** The length takes one byte, or 0xFF and two bytes. */
  private static void packed(int length, Bytes text, BlobWriter out) {
    if (length < 0xFF) {
      out.raw(Bytes.of(new byte[] {(byte) length}));
    } else {
      out.raw(Bytes.of(new byte[] {(byte) 0xFF}));
      out.u16(length);
    }
    out.raw(text);
  }

  private static List<Definition> definitions(Span stream) {
    List<Definition> all = new ArrayList<>();
    if (stream.isEmpty()) {
      return all;
    }
    try {
      BlobReader in = new BlobReader(stream);
      int version = in.u16();
      long count = in.u32();
      for (long i = 0; i < count && in.left() > 0; i++) {
        int from = stream.length() - in.left();
        in.take(4);
        int type = in.u16();
        in.take(4);
        String name = in.wideText();
        for (int text = 0; text < 5; text++) {
          in.take(shortLength(in));
        }
        if (version >= WITH_SKIP_BLOCKS) {
          in.take(4);
          while (in.sized().length() > 0) {
            // blocks of newer versions, ended by an empty one
          }
        }
        int to = stream.length() - in.left();
        all.add(new Definition(name, type, stream.slice(from, to - from)));
      }
      return all;
    } catch (DamagedException notUnderstood) {
      return List.of();
    }
  }

  private static int shortLength(BlobReader in) {
    int length = in.take(1).u8(0);
    return length == 0xFF ? in.u16() : length;
  }
}
