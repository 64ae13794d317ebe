package org.tandemsync.outlook.model;

/** Microsoft's {@code OlInspectorClose}. */
public enum OlInspectorClose implements OlConstant {
  olSave(0),
  olDiscard(1),
  olPromptForSave(2);

  private final int value;

  OlInspectorClose(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
