package org.tandemsync.outlook.model;

/** Microsoft's {@code OlExchangeStoreType}. */
public enum OlExchangeStoreType implements OlConstant {
  olPrimaryExchangeMailbox(0),
  olExchangeMailbox(1),
  olExchangePublicFolder(2),
  olNotExchange(3),
  olAdditionalExchangeMailbox(4);

  private final int value;

  OlExchangeStoreType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
