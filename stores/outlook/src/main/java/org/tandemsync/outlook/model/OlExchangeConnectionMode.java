package org.tandemsync.outlook.model;

/** Microsoft's {@code OlExchangeConnectionMode}. */
public enum OlExchangeConnectionMode implements OlConstant {
  olNoExchange(0),
  olOffline(100),
  olCachedOffline(200),
  olDisconnected(300),
  olCachedDisconnected(400),
  olCachedConnectedHeaders(500),
  olCachedConnectedDrizzle(600),
  olCachedConnectedFull(700),
  olOnline(800);

  private final int value;

  OlExchangeConnectionMode(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
