package org.foyal.things.showing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;

/// An object as everybody may see it.
///
/// @param where its place; of an object at somebody's home, rounded
/// @param blurred whether it is rounded
/// @param example whether a demonstration invented it
/// @param lines what it measures
public record Shown(
    long id,
    String name,
    String description,
    Kind kind,
    Optional<Position> where,
    boolean blurred,
    boolean example,
    List<Line> lines) {
  /// Hundredths of a degree: about a kilometre.
  private static final double COARSE = 100;

  /// A meter that reports once a day, an hour late now and then, is not silent.
  private static final Duration SILENT_AFTER = Duration.ofHours(25);

  /// What it measures, with what it reported last.
  ///
  /// @param measure what we have words for
  /// @param unit the sign as it was entered; may be empty
  /// @param number the last number; none where it never reported or reports something else
  /// @param other what it reported last, where that is no number
  /// @param at when that was
  public record Line(
      long datastream,
      String name,
      Optional<Measure> measure,
      String unit,
      Optional<Double> number,
      Optional<String> other,
      Optional<Instant> at) {}

  /// A place as it may be shown of a home.
  public static Position coarse(Position where) {
    return new Position(
        Math.rint(where.latitude_deg() * COARSE) / COARSE,
        Math.rint(where.longitude_deg() * COARSE) / COARSE);
  }

  /// When it last reported anything.
  public Optional<Instant> heard() {
    return lines.stream().flatMap(line -> line.at().stream()).max(Comparator.naturalOrder());
  }

  /// Whether it has reported lately.
  public boolean reports(Instant now) {
    return heard().filter(at -> at.plus(SILENT_AFTER).isAfter(now)).isPresent();
  }

  /// Whether no other line of it measures the same, so that our words tell it apart.
  boolean alone(Line line) {
    return lines.stream().filter(one -> one.measure().equals(line.measure())).count() == 1;
  }

  Shown with(List<Line> reported) {
    return new Shown(id, name, description, kind, where, blurred, example, reported);
  }
}
