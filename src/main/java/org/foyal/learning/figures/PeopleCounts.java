package org.foyal.learning.figures;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.foyal.cases.figures.Waiting.Step;

/// How many people, of the sessions and the help of one quarter, before anything is hidden.
///
/// @param seats what became of seats, by place and audience; a line for whatever took place, also
///   where nobody came
/// @param left who asked and neither came nor was absent, by neighbourhood and audience
/// @param reasons who stayed away and said so, by reason
/// @param origins who came, each person once, by the neighbourhood where they live
/// @param waits how long those waited who asked
record PeopleCounts(
    List<Seats> seats,
    List<Left> left,
    Map<String, Long> reasons,
    Map<String, Long> origins,
    Helped helped,
    List<Waited> waits) {

  /// What became of seats.
  record Seats(UUID place, String area, String audience, long came, long absent) {}

  /// Who asked and neither came nor was absent.
  ///
  /// @param told who said why
  /// @param still of whom nothing more is known
  record Left(String area, String audience, Met told, Met still) {
    static Left nobody(String area, String audience) {
      return new Left(area, audience, new Met(0, 0), new Met(0, 0));
    }
  }

  /// People who asked.
  ///
  /// @param met those of them to whom a seat had been given or offered
  record Met(long met, long unmet) {}

  /// How long some waited who asked.
  record Waited(String area, String audience, Step step) {}

  /// Who was helped, as the mediators recorded it; people count at each activity.
  record Helped(
      long all, Map<String, Long> genders, Map<String, Long> ages, Map<String, Long> statuses) {}

  /// The same, in which every neighbourhood and reason that was published before has its number, be
  /// it nought by now.
  PeopleCounts naming(List<Published> before) {
    var from = new TreeMap<>(origins);
    var why = new TreeMap<>(reasons);
    for (var one : before) {
      one.parts(Tab.FROM).forEach(cell -> from.putIfAbsent(cell.part(), 0L));
      one.parts(Tab.AWAY).forEach(cell -> why.putIfAbsent(cell.part(), 0L));
    }
    return new PeopleCounts(seats, left, why, from, helped, waits);
  }

  /// Whether nothing real was recorded at all, so that nothing is known.
  boolean nothing() {
    return seats.isEmpty() && helped.all() == 0;
  }
}
