package org.foyal.territory.files.reading;

import java.util.List;

/// A line, or feature, that was not taken, and why.
///
/// @param line the line of a table, the number of the feature in GeoJSON; 0 for the whole file
/// @param arguments what the words of the reason speak of: column, value, other line
/// @param excerpt the beginning of what stood there
public record Refusal(long line, Reason reason, List<String> arguments, String excerpt) {
  private static final int EXCERPT = 200;

  /// Keeps only the beginning of long excerpts, without control characters.
  public Refusal {
    arguments = arguments.stream().map(Refusal::tidy).toList();
    excerpt = tidy(excerpt);
  }

  private static String tidy(String text) {
    var start = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", " ").strip();
  }
}
