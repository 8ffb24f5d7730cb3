package org.foyal.people.keys;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as the outline of its dark squares, for an SVG in the page: no script, no picture to
/// fetch, no third party that would learn the secret.
///
/// @param size width and height in squares, with the white border of four that readers need
/// @param path the `d` of an SVG path
@org.springframework.modulith.NamedInterface("drawings")
public record QrDrawing(int size, String path) {
  private static final int BORDER = 4;

  /// Draws a text.
  public static QrDrawing of(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (x < code.size && code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from + BORDER).append(',').append(y + BORDER);
          path.append('h').append(x - from).append("v1h-").append(x - from).append('z');
        }
      }
    }
    return new QrDrawing(code.size + 2 * BORDER, path.toString());
  }
}
