package org.tandemsync.outlook.model;

/** Microsoft's {@code OlCategoryColor}. */
public enum OlCategoryColor implements OlConstant {
  olCategoryColorNone(0),
  olCategoryColorRed(1),
  olCategoryColorOrange(2),
  olCategoryColorPeach(3),
  olCategoryColorYellow(4),
  olCategoryColorGreen(5),
  olCategoryColorTeal(6),
  olCategoryColorOlive(7),
  olCategoryColorBlue(8),
  olCategoryColorPurple(9),
  olCategoryColorMaroon(10),
  olCategoryColorSteel(11),
  olCategoryColorDarkSteel(12),
  olCategoryColorGray(13),
  olCategoryColorDarkGray(14),
  olCategoryColorBlack(15),
  olCategoryColorDarkRed(16),
  olCategoryColorDarkOrange(17),
  olCategoryColorDarkPeach(18),
  olCategoryColorDarkYellow(19),
  olCategoryColorDarkGreen(20),
  olCategoryColorDarkTeal(21),
  olCategoryColorDarkOlive(22),
  olCategoryColorDarkBlue(23),
  olCategoryColorDarkPurple(24),
  olCategoryColorDarkMaroon(25);

  private final int value;

  OlCategoryColor(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
