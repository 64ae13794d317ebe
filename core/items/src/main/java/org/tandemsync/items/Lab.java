package org.tandemsync.items;

/**
 * A colour in CIELAB with the white point D65.
 *
 * @param l lightness, 0 to 100
 * @param a green to red
 * @param b blue to yellow
 */
record Lab(double l, double a, double b) {

  /**
   * @param rgb sRGB, 0xRRGGBB
   */
  static Lab of(int rgb) {
    double red = linear(rgb >> 16 & 0xFF);
    double green = linear(rgb >> 8 & 0xFF);
    double blue = linear(rgb & 0xFF);
    double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
    double y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double f(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  double chroma() {
    return Math.hypot(a, b);
  }

  /** CIEDE2000: how different two colours look. */
  double distance(Lab other) {
    double mean7 = Math.pow((chroma() + other.chroma()) / 2, 7);
    double g = 0.5 * (1 - Math.sqrt(mean7 / (mean7 + Math.pow(25, 7))));
    double a1 = (1 + g) * a;
    double a2 = (1 + g) * other.a;
    double c1 = Math.hypot(a1, b);
    double c2 = Math.hypot(a2, other.b);
    double h1 = hue(a1, b);
    double h2 = hue(a2, other.b);
    double turn = c1 * c2 == 0 ? 0 : turn(h2 - h1);
    double meanHue = c1 * c2 == 0 ? h1 + h2 : meanHue(h1, h2);
    double deltaL = other.l - l;
    double deltaC = c2 - c1;
    double deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn) / 2);
    double meanC = (c1 + c2) / 2;
    double l50 = Math.pow((l + other.l) / 2 - 50, 2);
    double t =
        1
            - 0.17 * cos(meanHue - 30)
            + 0.24 * cos(2 * meanHue)
            + 0.32 * cos(3 * meanHue + 6)
            - 0.20 * cos(4 * meanHue - 63);
    double meanC7 = Math.pow(meanC, 7);
    double theta = 30 * Math.exp(-Math.pow((meanHue - 275) / 25, 2));
    double rotation =
        -2 * Math.sqrt(meanC7 / (meanC7 + Math.pow(25, 7))) * Math.sin(Math.toRadians(2 * theta));
    double light = deltaL / (1 + 0.015 * l50 / Math.sqrt(20 + l50));
    double strength = deltaC / (1 + 0.045 * meanC);
    double tint = deltaH / (1 + 0.015 * meanC * t);
    return Math.sqrt(
        light * light + strength * strength + tint * tint + rotation * strength * tint);
  }

  private static double hue(double a, double b) {
    double degrees = a == 0 && b == 0 ? 0 : Math.toDegrees(Math.atan2(b, a));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  private static double turn(double difference) {
    return difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;
  }

  private static double meanHue(double h1, double h2) {
    double sum = h1 + h2;
    if (Math.abs(h1 - h2) <= 180) {
      return sum / 2;
    }
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }
}
