package org.foyal.shell.language;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Plain text as people type it into a form, without what no reader sees.
public final class Plain {
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Plain() {}

  /// The text in composed signs (NFC), without control characters and marks that turn the direction
  /// of writing; line ends stay, blanks around it go.
  public static String text(@Nullable String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC)
            .replaceAll(
                "[\\p{Cc}&&[^\n]]|[\\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]", "")
            .strip();
  }

  /// The same on one line.
  public static String line(@Nullable String typed) {
    return text(typed).replaceAll("\\s+", " ");
  }

  /// A text as a cell of a file that spreadsheets open: they would run what starts like a formula.
  public static String cell(String text) {
    var shown = text.stripLeading();
    return !shown.isEmpty() && "=+-@\u0000＝＋－＠".indexOf(shown.charAt(0)) >= 0 ? "'" + text : text;
  }

  /// A day as a form or an address names it, for example `2026-05-22`; empty where it is none.
  public static Optional<LocalDate> day(@Nullable String typed) {
    var line = line(typed);
    try {
      return line.length() == 10 ? Optional.of(LocalDate.parse(line)) : Optional.empty();
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /// Whether a text can be a name in addresses: small letters and digits, hyphens between. What
  /// can't be one names nothing, and need not reach the database.
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /// The name that a form of ours carries, so that what it asks for is done once; a form without
  /// one, or with another text there, gets a new name and is done each time it comes.
  public static UUID formName(@Nullable String typed) {
    try {
      return UUID.fromString(typed == null ? "" : typed);
    } catch (IllegalArgumentException noName) {
      return UUID.randomUUID();
    }
  }
}
