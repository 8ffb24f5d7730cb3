package org.foyal.shell.uploads;

/// What a picture says of itself before a pixel is decoded, and the content that its decoder gets.
///
/// @param bytesPerPixel what a decoded pixel takes in memory
/// @param whole whether the decoder holds all pixels at once, whatever size is asked for
/// @param orientation how the camera was held, 1 to 8 as Exif numbers it
record Sketch(
    Kind kind,
    Content content,
    int width_px,
    int height_px,
    int bytesPerPixel,
    boolean whole,
    int orientation) {
  private static final long MOST_PIXELS = 50_000_000;
  private static final long MOST_PIXELS_AT_ONCE = 25_000_000;
  private static final long DECODED_bytes = 48_000_000;

  /// Refuses what decodes to more than may be held: a small file can claim a huge picture.
  Sketch {
    long pixels = (long) width_px * height_px;
    if (pixels > (whole ? MOST_PIXELS_AT_ONCE : MOST_PIXELS)) {
      throw new TooManyPixels();
    }
  }

  /// Every how many pixels one is decoded, so that the decoded picture fits its share of memory.
  int step() {
    double asked = (double) width_px * height_px * bytesPerPixel;
    return Math.max(1, (int) Math.ceil(Math.sqrt(asked / DECODED_bytes)));
  }

  /// The dimensions that a file claims are beyond what is decoded.
  static final class TooManyPixels extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
  }
}
