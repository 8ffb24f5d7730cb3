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
/// @param away who stayed away and said so, by reason
/// @param waited who asked, was offered no seat and waited to the end
/// @param others who asked, was given or offered a seat, and of whom nothing more is known
/// @param origins who came, each person once, by the neighbourhood where they live
/// @param steps how long those waited who asked
record PeopleCounts(
    List<Seats> seats,
    Map<String, Away> away,
    long waited,
    long others,
    Map<String, Long> origins,
    Helped helped,
    List<Step> steps) {

  /// What became of seats.
  record Seats(UUID place, String area, String audience, long came, long absent) {}

  /// Who stayed away for one reason.
  ///
  /// @param met those of them to whom a seat had been given or offered
  record Away(long met, long unmet) {}

  /// Who was helped, as the mediators recorded it; people count at each activity.
  record Helped(
      long all, Map<String, Long> genders, Map<String, Long> ages, Map<String, Long> statuses) {}

  /// The same, in which every neighbourhood and reason that was published before has its number, be
  /// it nought by now.
  PeopleCounts naming(List<Published> before) {
    var from = new TreeMap<>(origins);
    var why = new TreeMap<>(away);
    for (var one : before) {
      one.parts(Tab.FROM).forEach(cell -> from.putIfAbsent(cell.part(), 0L));
      one.parts(Tab.AWAY).forEach(cell -> why.putIfAbsent(cell.part(), new Away(0, 0)));
    }
    return new PeopleCounts(seats, why, waited, others, from, helped, steps);
  }

  /// Whether nothing real was recorded at all, so that nothing is known.
  boolean nothing() {
    return seats.isEmpty() && helped.all() == 0;
  }
}
