package org.foyal.learning.places.hours;

import java.util.List;
import java.util.stream.Stream;

/// A time of a day during which a place is open.
///
/// @param from_min minutes after midnight
/// @param to_min minutes after midnight; more than 1,440 where it ends on the next day
/// @param note what is written beside it, for example « sur rendez-vous »; empty: nothing
/// @param sure false where one had better ask first
public record Span(int from_min, int to_min, String note, boolean sure) {
  /// Minutes of a day.
  public static final int DAY_min = 24 * 60;

  /// Whether a minute of the day on which it begins lies in it.
  boolean holds(int minute) {
    return from_min <= minute && minute < to_min;
  }

  /// What is left of it before and after another span.
  List<Span> without(Span other) {
    return Stream.of(
            new Span(from_min, Math.min(to_min, other.from_min), note, sure),
            new Span(Math.max(from_min, other.to_min), to_min, note, sure))
        .filter(span -> span.from_min < span.to_min)
        .toList();
  }

  /// Whether it is the whole day.
  public boolean whole() {
    return from_min == 0 && to_min == DAY_min;
  }
}
