package org.tandemsync.outlook.model;

/** Microsoft's {@code OlSensitivity}. */
public enum OlSensitivity implements OlConstant {
  olNormal(0),
  olPersonal(1),
  olPrivate(2),
  olConfidential(3);

  private final int value;

  OlSensitivity(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
