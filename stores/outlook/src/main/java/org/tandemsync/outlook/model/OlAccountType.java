package org.tandemsync.outlook.model;

/** Microsoft's {@code OlAccountType}. */
public enum OlAccountType implements OlConstant {
  olExchange(0),
  olImap(1),
  olPop3(2),
  olHttp(3),
  olOtherAccount(5);

  private final int value;

  OlAccountType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
