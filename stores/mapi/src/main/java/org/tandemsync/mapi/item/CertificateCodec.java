package org.tandemsync.mapi.item;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Span;

/** PidTagUserX509Certificate: each value is a list of tag, length and data; tag 3 is the DER. */
final class CertificateCodec {
  private static final int RAW_CERTIFICATE = 3;
  private static final int HEADER = 4;

  /** What Outlook writes before and behind the certificate. */
  private static final byte[] BEFORE = HexFormat.of().parseHex("0100080001000000");

  private static final byte[] BEHIND =
      HexFormat.of().parseHex("0600080001000000200008000700000002000400");

  private static final PropertyTag CERTIFICATES = new PropertyTag(0x3A70);

  private CertificateCodec() {}

  static List<Bytes> read(PropertyBag bag) {
    return bag.binaries(CERTIFICATES).stream().flatMap(v -> certificates(v).stream()).toList();
  }

  private static List<Bytes> certificates(Span value) {
    List<Bytes> certificates = new ArrayList<>();
    int at = 0;
    while (at + HEADER <= value.length()) {
      int length = value.u16(at + 2);
      if (length < HEADER || length > value.length() - at) {
        break;
      }
      if (value.u16(at) == RAW_CERTIFICATE && length > HEADER) {
        certificates.add(Bytes.of(value.slice(at + HEADER, length - HEADER).toArray()));
      }
      at += length;
    }
    return certificates;
  }

  /** Values of which nothing changes stay as they are, and so do those without a certificate. */
  static void write(List<Bytes> wanted, PropertyEdits edits) {
    List<Bytes> missing = new ArrayList<>(wanted);
    List<Bytes> values = new ArrayList<>();
    List<Bytes> unknown = new ArrayList<>();
    List<List<Bytes>> old = new ArrayList<>();
    List<Bytes> oldValues = new ArrayList<>();
    for (Span value : edits.before().binaries(CERTIFICATES)) {
      List<Bytes> certificates = certificates(value);
      if (certificates.isEmpty()) {
        unknown.add(Bytes.of(value.toArray()));
      } else {
        old.add(certificates);
        oldValues.add(Bytes.of(value.toArray()));
      }
    }
    while (!missing.isEmpty()) {
      int known = startOf(missing, old);
      if (known < 0) {
        values.add(value(missing.removeFirst()));
      } else {
        missing.subList(0, old.get(known).size()).clear();
        old.remove(known);
        values.add(oldValues.remove(known));
      }
    }
    values.addAll(unknown);
    edits.binaries(CERTIFICATES, values);
  }

  /** Which of the old values holds just the certificates that come next, or -1. */
  private static int startOf(List<Bytes> missing, List<List<Bytes>> old) {
    for (int i = 0; i < old.size(); i++) {
      int size = old.get(i).size();
      if (size <= missing.size() && missing.subList(0, size).equals(old.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Bytes value(Bytes certificate) {
    int length = HEADER + certificate.length();
    if (length > 0xFFFF) {
      throw new IllegalArgumentException(
          "a certificate of " + certificate.length() + " bytes is too large for Outlook");
    }
    ByteBuffer value =
        ByteBuffer.allocate(BEFORE.length + length + BEHIND.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(BEFORE)
            .putShort((short) RAW_CERTIFICATE)
            .putShort((short) length)
            .put(certificate.toArray())
            .put(BEHIND);
    return Bytes.of(value.array());
  }
}
