package org.tandemsync.outlook.model;

/** Microsoft's {@code OlMailingAddress}. */
public enum OlMailingAddress implements OlConstant {
  olNone(0),
  olHome(1),
  olBusiness(2),
  olOther(3);

  private final int value;

  OlMailingAddress(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
