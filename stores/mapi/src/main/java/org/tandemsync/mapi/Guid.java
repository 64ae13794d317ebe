package org.tandemsync.mapi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.tandemsync.items.Bytes;

/** GUIDs in Microsoft's mixed-endian form. */
public final class Guid {
  private Guid() {}

  public static UUID parse(Span span) {
    long high = span.u32(0) << 32 | (long) span.u16(4) << 16 | span.u16(6);
    return new UUID(high, Long.reverseBytes(span.i64(8)));
  }

  public static Bytes encode(UUID guid) {
    long high = guid.getMostSignificantBits();
    ByteBuffer all = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    all.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
    all.order(ByteOrder.BIG_ENDIAN).putLong(guid.getLeastSignificantBits());
    return Bytes.of(all.array());
  }
}
