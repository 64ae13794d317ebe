package org.tandemsync.outlook.model;

/** Microsoft's {@code OlAttachmentBlockLevel}. */
public enum OlAttachmentBlockLevel implements OlConstant {
  olAttachmentBlockLevelNone(0),
  olAttachmentBlockLevelOpen(1);

  private final int value;

  OlAttachmentBlockLevel(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
