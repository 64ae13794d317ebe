package org.tandemsync.outlook.model;

/** Microsoft's {@code OlTaskDelegationState}. */
public enum OlTaskDelegationState implements OlConstant {
  olTaskNotDelegated(0),
  olTaskDelegationUnknown(1),
  olTaskDelegationAccepted(2),
  olTaskDelegationDeclined(3);

  private final int value;

  OlTaskDelegationState(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
