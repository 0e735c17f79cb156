package net.sociallook.adapter.youthoffice.simulation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws pictures without any font, so that they look the same on every machine. */
final class Picture {
  private Picture() {}

  /** A coat of arms for letters, JPEG. */
  static byte[] letterhead(Random random) {
    BufferedImage image = paper(330, 225, 40, random);
    Graphics2D pen = pen(image);
    pen.setColor(Color.DARK_GRAY);
    pen.fillPolygon(new int[] {90, 240, 240, 165, 90}, new int[] {22, 22, 135, 202, 135}, 5);
    pen.setColor(Color.WHITE);
    pen.fillOval(127, 52, 75, 75);
    pen.setColor(Color.GRAY);
    pen.fillRect(157, 37, 15, 127);
    pen.dispose();
    return encode(image, "jpg");
  }

  /** Scanned pages of different resolutions, from some 100 kB to below 5 MB, JPEG. */
  static List<byte[]> scans(Random random) {
    return List.of(
        scan(827, 1169, 24, random),
        scan(827, 1169, 60, random),
        scan(1240, 1754, 30, random),
        scan(1240, 1754, 70, random),
        scan(2067, 2923, 70, random));
  }

  /** Three generations of a family, as social workers draw it, PNG. */
  static byte[] genogram(Random random) {
    BufferedImage image = paper(760, 540, 6, random);
    Graphics2D pen = pen(image);
    pen.setStroke(new BasicStroke(3));
    for (int generation = 0; generation < 3; generation++) {
      int people = generation == 1 ? 4 : 2 + random.nextInt(3);
      int y = 70 + generation * 180;
      for (int i = 0; i < people; i++) {
        int x = 60 + i * (640 / people);
        person(pen, x, y, random);
        pen.drawLine(x + 60, y + 30, x + 640 / people, y + 30);
        if (generation > 0) {
          pen.drawLine(x + 30, y - 120, x + 30, y);
        }
      }
    }
    pen.dispose();
    return encode(image, "png");
  }

  private static void person(Graphics2D pen, int x, int y, Random random) {
    if (random.nextBoolean()) {
      pen.drawRect(x, y, 60, 60);
    } else {
      pen.drawOval(x, y, 60, 60);
    }
    if (random.nextInt(4) == 0) {
      pen.drawLine(x, y, x + 60, y + 60);
      pen.drawLine(x + 60, y, x, y + 60);
    }
  }

  private static byte[] scan(int width, int height, int grain, Random random) {
    BufferedImage image = paper(width, height, grain, random);
    Graphics2D pen = pen(image);
    pen.setColor(Color.LIGHT_GRAY);
    for (int y = height / 4; y < height * 9 / 10; y += height / 30) {
      pen.drawLine(width / 10, y, width * 9 / 10, y);
    }
    pen.setStroke(new BasicStroke(width / 200f));
    pen.setColor(Color.GRAY);
    pen.drawOval(width * 2 / 3, height * 4 / 5, width / 6, width / 6);
    pen.dispose();
    return encode(image, "jpg");
  }

  /** Light grey with the grain of a scanner. */
  private static BufferedImage paper(int width, int height, int grain, Random random) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (255 - random.nextInt(grain));
    }
    return image;
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.DARK_GRAY);
    return pen;
  }

  private static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException(format + ": not written by this JDK");
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
