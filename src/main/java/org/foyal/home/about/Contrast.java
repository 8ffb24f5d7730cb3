package org.foyal.home.about;

import java.util.stream.IntStream;

/// How well one colour is read on another: contrast ratio of WCAG 2.2 (1.4.3), 1 to 21.
///
/// @param ink colour as in CSS, `#rgb` or `#rrggbb`
/// @param paper colour under it
record Contrast(String ink, String paper) {
  /// The ratio; 4.5 is asked for text (AA).
  double ratio() {
    double a = luminance(ink);
    double b = luminance(paper);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /// Relative luminance, 0 to 1 (WCAG 2.2, definition of « relative luminance »).
  private static double luminance(String colour) {
    var digits = colour.substring(1);
    var six =
        digits.length() == 3
            ? digits.chars().mapToObj(c -> "" + (char) c + (char) c).reduce("", String::concat)
            : digits;
    var linear =
        IntStream.of(0, 2, 4)
            .mapToDouble(at -> Integer.parseInt(six.substring(at, at + 2), 16) / 255.0)
            .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }
}
