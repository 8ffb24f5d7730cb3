package org.foyal.fibre.files.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the name of an Interop'Fibre file says: `…_<operator>_PM_IPEZMD_V30_<yyyymmdd>.csv`.
///
/// @param operator whose network it tells of, by code
/// @param day the day that it speaks of
public record FileName(Optional<String> operator, Optional<LocalDate> day) {
  private static final Pattern IPE =
      Pattern.compile(
          "(?:.*_)?([A-Z0-9]{4})_PM_IPE(?:ZMD)?_V\\d+_(\\d{4})(\\d{2})(\\d{2})(?:[._].*)?");

  /// Reads a name; what it does not say is empty.
  public static FileName of(String name) {
    var parts = IPE.matcher(name.toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return new FileName(Optional.empty(), Optional.empty());
    }
    try {
      return new FileName(
          Optional.of(parts.group(1)),
          Optional.of(
              LocalDate.of(
                  Integer.parseInt(parts.group(2)),
                  Integer.parseInt(parts.group(3)),
                  Integer.parseInt(parts.group(4)))));
    } catch (DateTimeException noSuchDay) {
      return new FileName(Optional.of(parts.group(1)), Optional.empty());
    }
  }
}
