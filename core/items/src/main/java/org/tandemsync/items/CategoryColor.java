package org.tandemsync.items;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The colours that Outlook has for categories, in the order of OlCategoryColor: their ordinal is
 * its value. The list of categories of [MS-OXOCFG] counts from -1 instead.
 */
public enum CategoryColor {
  NONE("", 0xFFFFFF, 0xFFFFFF),
  RED("red", 0xFF0000, 0xE7A1A2),
  ORANGE("orange", 0xFFA500, 0xF9BA89),
  PEACH("peachpuff", 0xFFDAB9, 0xF7DD8F),
  YELLOW("yellow", 0xFFFF00, 0xFCFA90),
  GREEN("green", 0x008000, 0x78D168),
  TEAL("lightseagreen", 0x20B2AA, 0x9FDCC9),
  OLIVE("olive", 0x808000, 0xC6D2B0),
  BLUE("blue", 0x0000FF, 0x9DB7E8),
  PURPLE("purple", 0x800080, 0xB5A1E2),
  MAROON("maroon", 0x800000, 0xDAAEC2),
  STEEL("lightsteelblue", 0xB0C4DE, 0xDAD9DC),
  DARK_STEEL("steelblue", 0x4682B4, 0x6B7994),
  GRAY("gray", 0x808080, 0xBFBFBF),
  DARK_GRAY("darkgray", 0xA9A9A9, 0x6F6F6F),
  BLACK("black", 0x000000, 0x4F4F4F),
  DARK_RED("darkred", 0x8B0000, 0xC11A25),
  DARK_ORANGE("darkorange", 0xFF8C00, 0xE2620D),
  DARK_PEACH("peru", 0xCD853F, 0xC79930),
  DARK_YELLOW("yellowgreen", 0x9ACD32, 0xB9B300),
  DARK_GREEN("darkgreen", 0x006400, 0x368F2B),
  DARK_TEAL("teal", 0x008080, 0x329B7A),
  DARK_OLIVE("darkolivegreen", 0x556B2F, 0x778B45),
  DARK_BLUE("darkblue", 0x00008B, 0x2858A5),
  DARK_PURPLE("darkviolet", 0x9400D3, 0x5C3FA3),
  DARK_MAROON("palevioletred", 0xDB7093, 0x93446B);

  /** From here on a person sees a colour, not a grey (CIELAB chroma). */
  private static final double SATURATED = 20;

  private final String cssName;
  private final int pure;
  private final int shown;

  CategoryColor(String cssName, int pure, int shown) {
    this.cssName = cssName;
    this.pure = pure;
    this.shown = shown;
  }

  /** The CSS name that stands for it in COLOR (RFC 7986), empty for none. */
  public String cssName() {
    return cssName;
  }

  /** As Outlook shows it, 0xRRGGBB: the colour to give to a calendar. */
  public int shown() {
    return shown;
  }

  /** The colour that {@link #cssName} stands for, in any case; the empty name is none. */
  public static Optional<CategoryColor> ofCssName(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(c -> c.cssName.equals(lower)).findFirst();
  }

  /**
   * The nearest one as a person sees it (CIEDE2000); {@link #NONE} for white and the like. A colour
   * is never taken for a grey.
   *
   * @param rgb 0xRRGGBB
   */
  public static CategoryColor nearest(int rgb) {
    for (CategoryColor color : values()) {
      if (color.pure == rgb || color.shown == rgb) {
        return color;
      }
    }
    Lab wanted = Lab.of(rgb);
    boolean saturated = wanted.chroma() > SATURATED;
    CategoryColor nearest = NONE;
    double distance = Double.MAX_VALUE;
    for (CategoryColor color : values()) {
      double d = wanted.distance(Lab.of(color.shown));
      if (d < distance && !(saturated && color.isGrey())) {
        nearest = color;
        distance = d;
      }
    }
    return nearest;
  }

  private boolean isGrey() {
    return switch (this) {
      case NONE, STEEL, GRAY, DARK_GRAY, BLACK -> true;
      default -> false;
    };
  }
}
