package org.tandemsync.outlook.model;

/** Microsoft's {@code OlTaskOwnership}. */
public enum OlTaskOwnership implements OlConstant {
  olNewTask(0),
  olDelegatedTask(1),
  olOwnTask(2);

  private final int value;

  OlTaskOwnership(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
