package org.tandemsync.outlook.model;

/** Microsoft's {@code OlGender}. */
public enum OlGender implements OlConstant {
  olUnspecified(0),
  olFemale(1),
  olMale(2);

  private final int value;

  OlGender(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
