package org.tandemsync.mapi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.tandemsync.items.Bytes;

/** The entry ids that Outlook uses in items ([MS-OXCDATA] 2.2, [MS-OXOCNTC] 2.2.2.2.1). */
public sealed interface EntryId {

  /** Something in a data file ([MS-PST] 2.4.3.2): the record key of the file, and the node. */
  record InStore(Bytes recordKey, int node) implements EntryId {}

  /** Somebody who is in no address book: everything known is in the id itself. */
  record OneOff(String name, String addressType, String address) implements EntryId {}

  /**
   * Another entry id, wrapped as member of a distribution list.
   *
   * @param kind low nibble: 0 one-off, 3 contact, 4 list, 5 user and 6 list of an address book;
   *     bits 4 to 6: which address of the contact
   */
  record Wrapped(int kind, EntryId inner) implements EntryId {}

  /** A user of an Exchange address book, by X.500 name. */
  record AddressBook(String distinguishedName) implements EntryId {}

  /** Any other. */
  record Unknown(Bytes bytes) implements EntryId {}

  /** Provider of one-off ids. */
  UUID ONE_OFF = UUID.fromString("a41f2b81-a3be-1910-9d6e-00dd010f5402");

  /** Provider of wrapped ids. */
  UUID WRAPPED = UUID.fromString("d3ad91c0-9d51-11cf-a4a9-00aa0047faa4");

  /** Provider of address book ids. */
  UUID ADDRESS_BOOK = UUID.fromString("c840a7dc-42c0-1a10-b4b9-08002b2fe182");

  private static EntryId unknown(Span bytes) {
    return new Unknown(Bytes.of(bytes.toArray()));
  }

  /** Parses an entry id. What cannot be understood is {@link Unknown}, never an error. */
  static EntryId parse(Span bytes, Charset ansi) {
    return parse(bytes, ansi, 0);
  }

  private static EntryId parse(Span bytes, Charset ansi, int depth) {
    if (bytes.length() < 20 || bytes.i32(0) != 0) {
      return unknown(bytes);
    }
    UUID provider = Guid.parse(bytes.slice(4, 16));
    if (provider.equals(ONE_OFF)) {
      return bytes.length() < 24 ? unknown(bytes) : oneOff(bytes, ansi);
    }
    if (provider.equals(WRAPPED)) {
      return bytes.length() < 21 || depth > 0
          ? unknown(bytes)
          : new Wrapped(bytes.u8(20), parse(bytes.from(21), ansi, depth + 1));
    }
    if (provider.equals(ADDRESS_BOOK)) {
      return bytes.length() < 28
          ? unknown(bytes)
          : new AddressBook(new Texts(bytes.from(28), ansi, false).next());
    }
    return bytes.length() == 24
        ? new InStore(Bytes.of(bytes.slice(4, 16).toArray()), bytes.i32(20))
        : unknown(bytes);
  }

  private static EntryId oneOff(Span bytes, Charset ansi) {
    boolean unicode = (bytes.u16(22) & 0x8000) != 0;
    Texts texts = new Texts(bytes.from(24), ansi, unicode);
    return new OneOff(texts.next(), texts.next(), texts.next());
  }

  /** Texts in UTF-16. */
  int UNICODE = 0x8000;

  /** Mail to the address is sent without Outlook's own formatting. */
  int NO_RICH_TEXT = 0x0001;

  /**
   * The one-off entry id of a mail address, as Outlook makes it for contacts, lists and attendees.
   */
  static Bytes oneOff(String name, String addressType, String address) {
    return oneOff(UNICODE | NO_RICH_TEXT, name, addressType, address);
  }

  /**
   * A one-off entry id ([MS-OXCDATA] 2.2.5.1).
   *
   * @param flags {@link #UNICODE}, and {@link #NO_RICH_TEXT} or not
   */
  static Bytes oneOff(int flags, String name, String addressType, String address) {
    BlobWriter out = provider(ONE_OFF);
    out.u16(0);
    out.u16(flags);
    out.wideTextToNul(name);
    out.wideTextToNul(addressType);
    out.wideTextToNul(address);
    return out.bytes();
  }

  /**
   * The member of a distribution list that is another entry id.
   *
   * @param kind as in {@link Wrapped}
   */
  static Bytes wrapped(int kind, Bytes inner) {
    BlobWriter out = provider(WRAPPED);
    out.raw(Bytes.of(new byte[] {(byte) kind}));
    out.raw(inner);
    return out.bytes();
  }

  /** The entry id of a message or folder in the data file with this record key. */
  static Bytes inStore(Bytes recordKey, int node) {
    BlobWriter out = new BlobWriter();
    out.u32(0);
    out.raw(recordKey);
    out.u32(node);
    return out.bytes();
  }

  private static BlobWriter provider(UUID provider) {
    BlobWriter out = new BlobWriter();
    out.u32(0);
    out.raw(Guid.encode(provider));
    return out;
  }

  /** The node within the file of this record key, if the id leads there. */
  default Optional<Integer> nodeIn(Bytes recordKey) {
    return switch (this) {
      case InStore(Bytes key, int node) when key.equals(recordKey) -> Optional.of(node);
      case Wrapped(int ignored, EntryId inner) -> inner.nodeIn(recordKey);
      case InStore ignored -> Optional.empty();
      case OneOff ignored -> Optional.empty();
      case AddressBook ignored -> Optional.empty();
      case Unknown ignored -> Optional.empty();
    };
  }

  /** Texts one after another, each ended by NUL. */
  final class Texts {
    private final Span bytes;
    private final Charset charset;
    private final int width;
    private int at;

    Texts(Span bytes, Charset ansi, boolean unicode) {
      this.bytes = bytes;
      this.charset = unicode ? StandardCharsets.UTF_16LE : ansi;
      this.width = unicode ? 2 : 1;
    }

    String next() {
      int end = at;
      while (end + width <= bytes.length() && !zero(end)) {
        end += width;
      }
      String text = new String(bytes.slice(at, end - at).toArray(), charset);
      at = Math.min(end + width, bytes.length());
      return text;
    }

    private boolean zero(int i) {
      return bytes.u8(i) == 0 && (width == 1 || bytes.u8(i + 1) == 0);
    }
  }
}
