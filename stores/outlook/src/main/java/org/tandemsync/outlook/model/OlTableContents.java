package org.tandemsync.outlook.model;

/** Microsoft's {@code OlTableContents}. */
public enum OlTableContents implements OlConstant {
  olUserItems(0),
  olHiddenItems(1);

  private final int value;

  OlTableContents(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
