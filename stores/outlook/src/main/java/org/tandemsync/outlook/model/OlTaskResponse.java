package org.tandemsync.outlook.model;

/** Microsoft's {@code OlTaskResponse}. */
public enum OlTaskResponse implements OlConstant {
  olTaskSimple(0),
  olTaskAssign(1),
  olTaskAccept(2),
  olTaskDecline(3);

  private final int value;

  OlTaskResponse(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
