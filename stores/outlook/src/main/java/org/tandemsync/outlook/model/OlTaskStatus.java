package org.tandemsync.outlook.model;

/** Microsoft's {@code OlTaskStatus}. */
public enum OlTaskStatus implements OlConstant {
  olTaskNotStarted(0),
  olTaskInProgress(1),
  olTaskComplete(2),
  olTaskWaiting(3),
  olTaskDeferred(4);

  private final int value;

  OlTaskStatus(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
