package org.tandemsync.pst.item;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.items.Bytes;
import org.tandemsync.pst.format.Span;

/** PidTagUserX509Certificate: each value is a list of tag, length and data; tag 3 is the DER. */
final class CertificateCodec {
  private static final int RAW_CERTIFICATE = 3;
  private static final int HEADER = 4;

  private CertificateCodec() {}

  static List<Bytes> read(List<Span> values) {
    List<Bytes> certificates = new ArrayList<>();
    for (Span value : values) {
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
    }
    return certificates;
  }
}
