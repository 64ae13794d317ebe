package org.tandemsync.outlook.model;

/** Microsoft's {@code OlDisplayType}. */
public enum OlDisplayType implements OlConstant {
  olUser(0),
  olDistList(1),
  olForum(2),
  olAgent(3),
  olOrganization(4),
  olPrivateDistList(5),
  olRemoteUser(6);

  private final int value;

  OlDisplayType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
