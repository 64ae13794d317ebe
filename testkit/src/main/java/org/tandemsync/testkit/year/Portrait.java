package org.tandemsync.testkit.year;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Photo;

/** Draws head and shoulders of nobody in particular, as a JPEG of the size that Outlook keeps. */
final class Portrait {
  private static final int WIDTH = 72;
  private static final int HEIGHT = 96;

  private Portrait() {}

  static Photo draw(RandomGenerator random) {
    float hue = random.nextFloat();
    Color wall = Color.getHSBColor(hue, 0.25f, 0.95f);
    Color coat = Color.getHSBColor(hue + 0.45f, 0.55f, 0.3f + 0.5f * random.nextFloat());
    Color skin =
        Color.getHSBColor(
            0.07f, 0.3f + 0.3f * random.nextFloat(), 0.45f + 0.5f * random.nextFloat());
    Color hair = Color.getHSBColor(0.08f, 0.6f, 0.1f + 0.5f * random.nextFloat());
    double size = 15 + 4 * random.nextDouble();
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        Color color = wall;
        if (inside(x, y, WIDTH / 2.0, HEIGHT + 4, 34, 36)) {
          color = coat;
        }
        if (inside(x, y, WIDTH / 2.0, 38, size + 3, size * 1.3 + 2)) {
          color = hair;
        }
        if (inside(x, y, WIDTH / 2.0, 44, size, size * 1.2)) {
          color = skin;
        }
        image.setRGB(x, y, color.getRGB());
      }
    }
    return new Photo(Bytes.of(jpeg(image)), "image/jpeg");
  }

  private static boolean inside(int x, int y, double centerX, double centerY, double a, double b) {
    double dx = (x - centerX) / a;
    double dy = (y - centerY) / b;
    return dx * dx + dy * dy <= 1;
  }

  private static byte[] jpeg(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.setUseCache(false);
      if (!ImageIO.write(image, "jpg", out)) {
        throw new IllegalStateException("this Java writes no JPEG");
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
