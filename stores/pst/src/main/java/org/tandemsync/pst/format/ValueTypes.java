package org.tandemsync.pst.format;

/** How large the values of a property type are ([MS-OXCDATA] 2.11.1). */
final class ValueTypes {
  private ValueTypes() {}

  /** The size of a value of fixed size, or 0 if it varies. */
  static int fixedSize(int type) {
    return switch (type) {
      case 0x0002 -> 2;
      case 0x0003, 0x0004, 0x000A -> 4;
      case 0x000B -> 1;
      case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> 8;
      default -> 0;
    };
  }
}
