package org.foyal.shell.crisis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foyal.shell.language.Told;

/// A crisis that the city has declared.
///
/// @param reason why, for the staff
/// @param message what everybody is told
/// @param numbers whom to call
/// @param reviewAt when somebody looks again whether it is over; it never ends by itself
/// @param toReview whether that moment has passed
/// @param version of the row, for two people who write at once
public record Crisis(
    long id,
    Instant since,
    String reason,
    Told message,
    List<Line> numbers,
    Instant reviewAt,
    boolean toReview,
    int version) {
  /// Most numbers to call.
  public static final int MOST_NUMBERS = 12;

  private static final Pattern NUMBER =
      Pattern.compile("(.{1,80}?)\\s*[:：]\\s*(\\+?[0-9][0-9 .]{1,19})");

  /// Keeps the numbers as they are.
  public Crisis {
    numbers = List.copyOf(numbers);
  }

  /// A number to call.
  public record Line(String name, String digits) {
    /// As a telephone dials it.
    public String dialled() {
      return digits.replaceAll("[^+0-9]", "");
    }

    /// A line as typed, for example `SAMU : 15`; empty where it is none.
    static Optional<Line> read(String line) {
      var parts = NUMBER.matcher(line.strip());
      return parts.matches()
          ? Optional.of(new Line(parts.group(1).strip(), parts.group(2).strip()))
          : Optional.empty();
    }

    /// The lines of a text that are numbers.
    static Stream<Line> all(String text) {
      return text.lines().map(Line::read).flatMap(Optional::stream);
    }
  }
}
