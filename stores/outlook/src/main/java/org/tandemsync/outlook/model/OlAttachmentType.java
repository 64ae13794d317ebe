package org.tandemsync.outlook.model;

/** Microsoft's {@code OlAttachmentType}. */
public enum OlAttachmentType implements OlConstant {
  olByValue(1),
  olByReference(4),
  olEmbeddeditem(5),
  olOLE(6);

  private final int value;

  OlAttachmentType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
