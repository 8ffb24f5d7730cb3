package org.foyal.fibre.asking;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A house number as people and files write it: `12`, `12 bis`, `12B`, `166-170`, and the `166170`
/// of the operators' files, which means 166 to 170.
///
/// @param first the number, or the first of a span
/// @param last the same, or the last of a span
/// @param suffix the first letter of what follows the number, in small; empty where nothing does
public record HouseNumber(int first, int last, String suffix) {
  private static final Pattern WRITTEN =
      Pattern.compile("0*(\\d{1,6})(?:\\s*[-–/]\\s*0*(\\d{1,4}))?\\s*(bis|ter|quater|[a-z])?");
  private static final int WIDEST_SPAN = 40;

  /// Reads what is typed or written in a file; empty where it is no number of a house.
  public static Optional<HouseNumber> read(String written) {
    var found = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      return Optional.empty();
    }
    var digits = found.group(1);
    var suffix = found.group(3) == null ? "" : found.group(3).substring(0, 1);
    if (found.group(2) != null) {
      return span(digits, found.group(2), suffix);
    }
    int half = digits.length() / 2;
    var grouped =
        digits.length() >= 4 && digits.length() % 2 == 0
            ? span(digits.substring(0, half), digits.substring(half), suffix)
            : Optional.<HouseNumber>empty();
    if (grouped.isPresent() && digits.length() > 4) {
      return grouped;
    }
    int number = Integer.parseInt(digits);
    return number == 0 ? Optional.empty() : Optional.of(new HouseNumber(number, number, suffix));
  }

  /// What a file's number may mean as a span: `1214` is number 1214, or 12 to 14.
  Optional<HouseNumber> asSpan() {
    var digits = Integer.toString(first);
    return first == last && digits.length() == 4
        ? span(digits.substring(0, 2), digits.substring(2), suffix)
        : Optional.empty();
  }

  private static Optional<HouseNumber> span(String from, String to, String suffix) {
    int first = Integer.parseInt(from);
    int last = Integer.parseInt(to);
    return first > 0 && last > first && last - first <= WIDEST_SPAN && (last - first) % 2 == 0
        ? Optional.of(new HouseNumber(first, last, suffix))
        : Optional.empty();
  }

  /// Whether both name the same door, or the same span of doors.
  boolean sameAs(HouseNumber other) {
    return equals(other);
  }

  /// Whether a door lies within this span, on its side of the street.
  boolean holds(HouseNumber door) {
    return first < last
        && first <= door.first
        && door.last <= last
        && (door.first - first) % 2 == 0
        && (suffix.isEmpty() || suffix.equals(door.suffix));
  }

  /// How many numbers lie between two.
  int distanceTo(HouseNumber other) {
    return Math.min(Math.abs(first - other.first), Math.abs(last - other.first));
  }

  /// As it is said: `12 bis`, `166–170`.
  public String said() {
    var number = first == last ? Integer.toString(first) : first + "–" + last;
    return switch (suffix) {
      case "" -> number;
      case "b" -> number + " bis";
      case "t" -> number + " ter";
      case "q" -> number + " quater";
      default -> number + " " + suffix.toUpperCase(Locale.ROOT);
    };
  }

  /// As it stands in addresses of pages: `12b`, `166-170`.
  public String written() {
    return (first == last ? Integer.toString(first) : first + "-" + last) + suffix;
  }
}
