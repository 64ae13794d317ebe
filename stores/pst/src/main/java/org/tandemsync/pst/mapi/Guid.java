package org.tandemsync.pst.mapi;

import java.util.UUID;
import org.tandemsync.pst.format.Span;

/** GUIDs in Microsoft's mixed-endian form. */
final class Guid {
  private Guid() {}

  static UUID parse(Span span) {
    long high = span.u32(0) << 32 | (long) span.u16(4) << 16 | span.u16(6);
    return new UUID(high, Long.reverseBytes(span.i64(8)));
  }
}
