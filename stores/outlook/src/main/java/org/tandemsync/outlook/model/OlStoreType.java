package org.tandemsync.outlook.model;

/** Microsoft's {@code OlStoreType}. */
public enum OlStoreType implements OlConstant {
  olStoreDefault(1),
  olStoreUnicode(2),
  olStoreANSI(3);

  private final int value;

  OlStoreType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
