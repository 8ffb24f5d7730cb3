package org.foyal.shell.uploads;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes a picture to pixels, its dimensions bounded before the first is decoded.
final class PixelReading {
  private static final int PRINT_COLOURS = 4;

  private PixelReading() {}

  /// The pixels as they lie in the file, and how to turn them upright.
  record Pixels(BufferedImage image, int orientation) {}

  static Pixels read(Kind kind, byte[] file) throws IOException {
    return switch (kind) {
      case JPEG -> readJpeg(file);
      case PNG -> decode("png", PngParts.read(file));
      case GIF, WEBP -> readMeasured(kind, file);
      case PDF, TELEPHONE_PICTURE, MARKUP, OFFICE, UNKNOWN ->
          throw new IllegalArgumentException("no picture: " + kind);
    };
  }

  private static Pixels readJpeg(byte[] file) throws IOException {
    var read = JpegParts.read(file);
    if (read.components() != PRINT_COLOURS) {
      return decode("jpeg", read.sketch());
    }
    try (var in = stream(read.sketch().content())) {
      var reader = reader("jpeg", in);
      try {
        var raster = reader.readRaster(0, every(reader, read.sketch().step()));
        return new Pixels(onScreen(raster, read.adobe()), read.sketch().orientation());
      } finally {
        reader.dispose();
      }
    }
  }

  private static Pixels decode(String format, Sketch sketch) throws IOException {
    try (var in = stream(sketch.content())) {
      var reader = reader(format, in);
      try {
        return new Pixels(reader.read(0, every(reader, sketch.step())), sketch.orientation());
      } finally {
        reader.dispose();
      }
    }
  }

  /// The first picture of a file whose decoder reads the dimensions by itself.
  private static Pixels readMeasured(Kind kind, byte[] file) throws IOException {
    var content = new Content(file);
    try (var in = stream(content)) {
      var reader = kind == Kind.GIF ? reader("gif", in) : webp(in);
      try {
        var sketch = new Sketch(kind, content, reader.getWidth(0), reader.getHeight(0), 4, true, 1);
        return new Pixels(reader.read(0, every(reader, sketch.step())), sketch.orientation());
      } finally {
        reader.dispose();
      }
    }
  }

  private static ImageReader reader(String format, ImageInputStream in) {
    var reader = ImageIO.getImageReadersByFormatName(format).next();
    reader.setInput(in, true, true);
    return reader;
  }

  private static ImageReader webp(ImageInputStream in) throws IOException {
    var reader = new WebPImageReaderSpi().createReaderInstance(null);
    reader.setInput(in, true, true);
    return reader;
  }

  private static ImageReadParam every(ImageReader reader, int step) {
    var wish = reader.getDefaultReadParam();
    wish.setSourceSubsampling(step, step, 0, 0);
    return wish;
  }

  private static ImageInputStream stream(Content file) {
    return new MemoryCacheImageInputStream(file.open());
  }

  /// Colours for print (CMYK, or YCCK where Adobe's transform is 2) as a screen shows them, near
  /// enough for a report. Adobe's programs write them upside down.
  private static BufferedImage onScreen(Raster print, int adobe) {
    var image = new BufferedImage(print.getWidth(), print.getHeight(), BufferedImage.TYPE_INT_RGB);
    var row = new int[print.getWidth() * PRINT_COLOURS];
    for (int y = 0; y < print.getHeight(); y++) {
      print.getPixels(print.getMinX(), print.getMinY() + y, print.getWidth(), 1, row);
      for (int x = 0; x < print.getWidth(); x++) {
        image.setRGB(x, y, adobe == 2 ? ofYcck(row, x * 4) : ofCmyk(row, x * 4, adobe >= 0));
      }
    }
    return image;
  }

  private static int ofCmyk(int[] p, int at, boolean inverted) {
    int k = inverted ? p[at + 3] : 255 - p[at + 3];
    int rgb = 0;
    for (int i = 0; i < 3; i++) {
      int light = inverted ? p[at + i] : 255 - p[at + i];
      rgb = rgb << 8 | light * k / 255;
    }
    return rgb;
  }

  private static int ofYcck(int[] p, int at) {
    double cb = p[at + 1] - 128;
    double cr = p[at + 2] - 128;
    var light =
        new double[] {p[at] + 1.402 * cr, p[at] - 0.344 * cb - 0.714 * cr, p[at] + 1.772 * cb};
    int rgb = 0;
    for (var one : light) {
      rgb = rgb << 8 | (255 - (int) Math.clamp(one, 0, 255)) * p[at + 3] / 255;
    }
    return rgb;
  }
}
