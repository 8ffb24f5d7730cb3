package org.foyal.territory.walking;

import java.util.List;
import java.util.stream.IntStream;

/// How much of what places offer people can reach, where many share what is near (enhanced two-step
/// floating catchment area, Luo and Qi 2009; after Luo and Wang 2003).
///
/// @param areas people and how well each place is within their reach
/// @param offers what each place offers, in any unit, 0 or more
public record Catchment(List<Area> areas, List<Double> offers) {
  /// Zones of walking time or distance, near, middle and far: how much of a place each reaches.
  public static final List<Double> ZONES = List.of(1.0, 0.68, 0.22);

  /// People of an area.
  ///
  /// @param people 0 or more
  /// @param reach of each place in the order of the offers, 0 (none) to 1 (at the door)
  public record Area(double people, List<Double> reach) {
    /// Keeps the reach as it is.
    ///
    /// @throws IllegalArgumentException for less than nobody and a reach beyond 0 to 1
    public Area {
      reach = List.copyOf(reach);
      if (!(people >= 0) || reach.stream().anyMatch(one -> !(one >= 0 && one <= 1))) {
        throw new IllegalArgumentException("no area: " + people + " reaching " + reach);
      }
    }
  }

  /// Keeps both as they are.
  ///
  /// @throws IllegalArgumentException where an area does not say its reach of each place
  public Catchment {
    areas = List.copyOf(areas);
    offers = List.copyOf(offers);
    int places = offers.size();
    if (areas.stream().anyMatch(area -> area.reach().size() != places)) {
      throw new IllegalArgumentException("not every area says its reach of every place");
    }
  }

  /// What a place offers to each of those who reach it; 0 where nobody does.
  public double perPerson(int place) {
    double demand =
        areas.stream().mapToDouble(area -> area.people() * area.reach().get(place)).sum();
    return demand == 0 ? 0 : offers.get(place) / demand;
  }

  /// What each person of each area can reach. Over all people it sums to what is offered where each
  /// place is reached by somebody.
  public List<Double> access() {
    var each = IntStream.range(0, offers.size()).mapToObj(this::perPerson).toList();
    return areas.stream()
        .map(area ->
            IntStream.range(0, each.size())
                .mapToDouble(j -> each.get(j) * area.reach().get(j))
                .sum())
        .toList();
  }
}
