package org.foyal.requests.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.foyal.kernel.Interval;
import org.foyal.territory.Area;

/// A neighbourhood from which fewer reports came than expected if everybody in the city reported
/// alike: a reason to go there, never a mark.
///
/// @param seen how many came
/// @param interval what may well lie behind that number (Garwood's, 95 %)
/// @param expected how many would come by its residents, at the rate of the whole city
record Quiet(Area area, long seen, Interval interval, double expected) {
  /// Those of some areas whose whole interval lies below what is expected, by their names: they are
  /// not ranked. Areas whose residents nobody has counted are left out.
  static List<Quiet> among(List<Area> areas, Map<String, Long> seen) {
    var counted = areas.stream().filter(area -> area.residents().orElse(0) > 0).toList();
    double residents = counted.stream().mapToLong(area -> area.residents().orElseThrow()).sum();
    double all = counted.stream().mapToLong(area -> seen.getOrDefault(area.code(), 0L)).sum();
    return counted.stream()
        .map(area -> {
          long came = seen.getOrDefault(area.code(), 0L);
          return new Quiet(
              area, came, Interval.poisson(came), all * area.residents().orElseThrow() / residents);
        })
        .filter(one -> one.interval().to() < one.expected())
        .sorted(Comparator.comparing(one -> one.area().name()))
        .toList();
  }
}
