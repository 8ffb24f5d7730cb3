package org.foyal.territory.areas;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.territory.Provenance;
import org.foyal.territory.Score;

/// The digital fragility of one area and how it is made of its axes; 100 is the national average, a
/// higher score is more fragile.
///
/// @param flat the axes on which every neighbourhood of the commune has the same score: they show
///   no contrast
/// @param compared how many neighbourhoods that was seen among
record Fragility(
    String period,
    Map<Axis, Integer> scores,
    Set<Axis> flat,
    int compared,
    Provenance from,
    Scale scale) {

  /// The average of the country, by the index's own making.
  static final int AVERAGE = 100;

  /// What the bars run from and to: all scores that are known.
  record Scale(int lowest, int highest) {}

  /// The fragility of an area in the latest period with a global score, if one was published.
  ///
  /// @param all every score known
  /// @param siblings the neighbourhoods of its commune, itself among them
  static Optional<Fragility> of(String code, List<Score> all, Collection<String> siblings) {
    var period =
        all.stream()
            .filter(s -> s.areaCode().equals(code) && Axis.GLOBAL.names(s))
            .map(Score::period)
            .max(String::compareTo);
    return period.map(latest -> {
      var ofPeriod = all.stream().filter(s -> s.period().equals(latest)).toList();
      var among = ofPeriod.stream().filter(s -> siblings.contains(s.areaCode())).toList();
      var own = ofPeriod.stream().filter(s -> s.areaCode().equals(code)).toList();
      var scores = new EnumMap<Axis, Integer>(Axis.class);
      own.forEach(s -> axis(s).ifPresent(axis -> scores.put(axis, s.score())));
      int compared = (int) among.stream().map(Score::areaCode).distinct().count();
      return new Fragility(
          latest, scores, flat(among, compared), compared, own.getFirst().from(), scale(ofPeriod));
    });
  }

  private static Optional<Axis> axis(Score score) {
    return Arrays.stream(Axis.values()).filter(axis -> axis.names(score)).findFirst();
  }

  private static Set<Axis> flat(List<Score> among, int compared) {
    var flat = EnumSet.noneOf(Axis.class);
    for (var axis : Axis.values()) {
      var values =
          among.stream()
              .filter(s -> axis.names(s))
              .collect(Collectors.groupingBy(Score::score, Collectors.counting()));
      if (compared > 1 && values.size() == 1 && values.containsValue((long) compared)) {
        flat.add(axis);
      }
    }
    return flat;
  }

  private static Scale scale(List<Score> ofPeriod) {
    var range =
        ofPeriod.stream()
            .filter(s -> axis(s).isPresent())
            .mapToInt(Score::score)
            .summaryStatistics();
    return new Scale(Math.min(range.getMin(), AVERAGE), Math.max(range.getMax(), AVERAGE + 1));
  }

  /// The score on an axis, none where it was not published.
  Optional<Integer> on(Axis axis) {
    return Optional.ofNullable(scores.get(axis));
  }

  int global() {
    return Objects.requireNonNull(scores.get(Axis.GLOBAL));
  }

  /// Points above the national average; negative below it.
  int aboveAverage() {
    return global() - AVERAGE;
  }

  /// Whether all seven scores are known, so that the sum can be shown.
  boolean complete() {
    return scores.size() == Axis.values().length;
  }

  /// What the published formula gives for access from the published, rounded axes.
  double accessFromAxes() {
    return (2.0 * need(Axis.INFORMATION) + need(Axis.INTERFACES)) / 3;
  }

  /// What the published formula gives for skills from the published, rounded axes.
  double skillsFromAxes() {
    return (need(Axis.ADMINISTRATIVE) + 2.0 * need(Axis.DIGITAL)) / 3;
  }

  /// What the published formula gives for the whole from the published access and skills.
  double globalFromParts() {
    return (need(Axis.ACCESS) + need(Axis.SKILLS)) / 2.0;
  }

  private int need(Axis axis) {
    return Objects.requireNonNull(scores.get(axis), axis.name());
  }
}
