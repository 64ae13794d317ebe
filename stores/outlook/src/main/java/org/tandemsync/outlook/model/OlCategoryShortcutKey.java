package org.tandemsync.outlook.model;

/** Microsoft's {@code OlCategoryShortcutKey}. */
public enum OlCategoryShortcutKey implements OlConstant {
  olCategoryShortcutKeyNone(0),
  olCategoryShortcutKeyCtrlF2(1),
  olCategoryShortcutKeyCtrlF3(2),
  olCategoryShortcutKeyCtrlF4(3),
  olCategoryShortcutKeyCtrlF5(4),
  olCategoryShortcutKeyCtrlF6(5),
  olCategoryShortcutKeyCtrlF7(6),
  olCategoryShortcutKeyCtrlF8(7),
  olCategoryShortcutKeyCtrlF9(8),
  olCategoryShortcutKeyCtrlF10(9),
  olCategoryShortcutKeyCtrlF11(10),
  olCategoryShortcutKeyCtrlF12(11);

  private final int value;

  OlCategoryShortcutKey(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
