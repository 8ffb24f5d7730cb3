package org.foyal.shell.uploads;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes a picture from pixels: upright, within an edge and a budget of bytes.
final class PictureMaking {
  private static final float[] QUALITIES = {0.85f, 0.75f, 0.65f, 0.55f};
  private static final double SMALLER = 0.8;
  private static final int SMALLEST_EDGE_px = 64;

  /// Below this edge a transparent picture becomes a photo on white rather than a stamp.
  private static final int CLEAR_EDGE_px = 800;

  private PictureMaking() {}

  static Taken.Picture make(PixelReading.Pixels pixels, int edge_px, int budget_bytes)
      throws IOException {
    var sized = upright(within(pixels.image(), edge_px), pixels.orientation());
    if (isTransparent(sized)) {
      for (var clear = sized; edge(clear) >= Math.min(CLEAR_EDGE_px, edge(sized)); ) {
        var png = png(clear);
        if (png.length <= budget_bytes) {
          return new Taken.Picture(
              new Content(png), "image/png", clear.getWidth(), clear.getHeight());
        }
        clear = within(clear, (int) (edge(clear) * SMALLER));
      }
    }
    return photo(onWhite(sized), budget_bytes);
  }

  private static Taken.Picture photo(BufferedImage opaque, int budget_bytes) throws IOException {
    var image = opaque;
    while (true) {
      for (var quality : QUALITIES) {
        var jpeg = jpeg(image, quality);
        if (jpeg.length <= budget_bytes || edge(image) <= SMALLEST_EDGE_px) {
          return new Taken.Picture(
              new Content(jpeg), "image/jpeg", image.getWidth(), image.getHeight());
        }
      }
      image = onWhite(within(image, (int) (edge(image) * SMALLER)));
    }
  }

  private static int edge(BufferedImage image) {
    return Math.max(image.getWidth(), image.getHeight());
  }

  /// Halves as often as it can, so that no line of a photographed page is skipped, then meets the
  /// edge; in pixels that everything can be drawn on, whatever they were.
  private static BufferedImage within(BufferedImage image, int edge_px) {
    var sized = image;
    while (edge(sized) > 2 * edge_px) {
      sized = drawn(sized, half(sized.getWidth()), half(sized.getHeight()));
    }
    double scale = Math.min(1, (double) edge_px / edge(sized));
    int width_px = (int) Math.max(1, Math.round(sized.getWidth() * scale));
    int height_px = (int) Math.max(1, Math.round(sized.getHeight() * scale));
    return drawn(sized, width_px, height_px);
  }

  private static int half(int length_px) {
    return Math.max(1, length_px / 2);
  }

  private static BufferedImage drawn(BufferedImage image, int width_px, int height_px) {
    var to = new BufferedImage(width_px, height_px, type(image));
    var pen = pen(to);
    pen.drawImage(image, 0, 0, width_px, height_px, null);
    pen.dispose();
    return to;
  }

  private static int type(BufferedImage image) {
    return image.getColorModel().hasAlpha()
        ? BufferedImage.TYPE_INT_ARGB
        : BufferedImage.TYPE_INT_RGB;
  }

  private static Graphics2D pen(BufferedImage to) {
    var pen = to.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return pen;
  }

  /// Turns and mirrors as Exif numbers it: 1 is upright, 6 was held a quarter turn to the left.
  private static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    int w = image.getWidth();
    int h = image.getHeight();
    var turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
          default -> throw new IllegalArgumentException("orientation " + orientation);
        };
    boolean lies = orientation >= 5;
    var to = new BufferedImage(lies ? h : w, lies ? w : h, type(image));
    var pen = to.createGraphics();
    pen.drawImage(image, turn, null);
    pen.dispose();
    return to;
  }

  private static boolean isTransparent(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return false;
    }
    var row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        if (pixel >>> 24 != 0xFF) {
          return true;
        }
      }
    }
    return false;
  }

  private static BufferedImage onWhite(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    var to = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    var pen = to.createGraphics();
    pen.drawImage(image, 0, 0, Color.WHITE, null);
    pen.dispose();
    return to;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    return written("png", image, 0);
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    return written("jpeg", image, quality);
  }

  private static byte[] written(String format, BufferedImage image, float quality)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName(format).next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var wish = writer.getDefaultWriteParam();
      if (quality > 0) {
        wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        wish.setCompressionQuality(quality);
      }
      writer.write(null, new IIOImage(image, null, null), wish);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
