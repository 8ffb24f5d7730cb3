package org.foyal.shell.uploads;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// What a file is, told by its first bytes alone: its name and its announced type are the sender's
/// word.
enum Kind {
  JPEG,
  PNG,
  GIF,
  WEBP,
  PDF,
  /// HEIC and its kin.
  TELEPHONE_PICTURE,
  MARKUP,
  OFFICE,
  UNKNOWN;

  static Kind of(byte[] file) {
    if (begins(file, 0, "ffd8ff")) {
      return JPEG;
    }
    if (begins(file, 0, "89504e470d0a1a0a")) {
      return PNG;
    }
    if (begins(file, 0, "474946383761") || begins(file, 0, "474946383961")) {
      return GIF;
    }
    if (begins(file, 0, "52494646") && begins(file, 8, "57454250")) {
      return WEBP;
    }
    return begins(file, 0, "255044462d") ? PDF : refused(file);
  }

  private static Kind refused(byte[] file) {
    if (begins(file, 4, "66747970") && isTelephonePicture(file)) {
      return TELEPHONE_PICTURE;
    }
    if (begins(file, 0, "504b0304")
        || begins(file, 0, "504b0506")
        || begins(file, 0, "d0cf11e0a1b11ae1")) {
      return OFFICE;
    }
    return isMarkup(file) ? MARKUP : UNKNOWN;
  }

  private static boolean isTelephonePicture(byte[] file) {
    return file.length >= 12
        && switch (new String(file, 8, 4, StandardCharsets.ISO_8859_1)) {
          case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis" ->
              true;
          default -> false;
        };
  }

  /// The first sign that is no space is `<`, in UTF-8 or UTF-16.
  private static boolean isMarkup(byte[] file) {
    var start = new String(file, 0, Math.min(file.length, 512), StandardCharsets.ISO_8859_1);
    return start
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
        .replace("\0", "")
        .strip()
        .startsWith("<");
  }

  private static boolean begins(byte[] file, int at, String hex) {
    var signature = HexFormat.of().parseHex(hex);
    return file.length >= at + signature.length
        && java.util.Arrays.equals(file, at, at + signature.length, signature, 0, signature.length);
  }
}
