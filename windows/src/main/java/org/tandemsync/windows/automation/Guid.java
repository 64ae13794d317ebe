package org.tandemsync.windows.automation;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** A GUID in memory: its first three parts are little-endian numbers ([MS-DTYP] 2.3.4.2). */
final class Guid {
  static final UUID NULL = new UUID(0, 0);
  static final UUID UNKNOWN = UUID.fromString("00000000-0000-0000-C000-000000000046");
  static final UUID DISPATCH = UUID.fromString("00020400-0000-0000-C000-000000000046");
  static final UUID CONNECTION_POINT_CONTAINER =
      UUID.fromString("B196B284-BAB4-101A-B69C-00AA00341D07");

  private static final int SIZE = 16;

  private Guid() {}

  static Memory of(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    long high = id.getMostSignificantBits();
    bytes.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
    bytes.order(ByteOrder.BIG_ENDIAN).putLong(id.getLeastSignificantBits());
    Memory memory = new Memory(SIZE);
    memory.write(0, bytes.array(), 0, SIZE);
    return memory;
  }

  static UUID read(Pointer at) {
    ByteBuffer bytes = ByteBuffer.wrap(at.getByteArray(0, SIZE)).order(ByteOrder.LITTLE_ENDIAN);
    long first = Integer.toUnsignedLong(bytes.getInt());
    long second = Short.toUnsignedLong(bytes.getShort());
    long third = Short.toUnsignedLong(bytes.getShort());
    return new UUID(
        first << 32 | second << 16 | third, bytes.order(ByteOrder.BIG_ENDIAN).getLong());
  }
}
