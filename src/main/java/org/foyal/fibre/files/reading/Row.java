package org.foyal.fibre.files.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of one line of a file.
public sealed interface Row {
  /// Read: the values of the layout's columns, in their order.
  record Read(long line, List<@Nullable Object> values) implements Row {}

  /// Of a commune that was not asked for.
  record Aside(long line) implements Row {}

  /// Not taken, with a reason.
  ///
  /// @param reason the key of its words; `.cure` follows for what to do
  /// @param arguments what the words speak of: column, value
  /// @param excerpt the beginning of what stood there
  record Refused(long line, String reason, List<String> arguments, String excerpt) implements Row {
    private static final int EXCERPT = 200;

    /// Keeps only the beginning of long texts, without control characters.
    public Refused {
      arguments = arguments.stream().map(Refused::tidy).toList();
      excerpt = tidy(excerpt);
    }

    private static String tidy(String text) {
      var start = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
      return start.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
    }
  }
}
