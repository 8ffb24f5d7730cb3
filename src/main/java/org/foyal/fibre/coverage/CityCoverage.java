package org.foyal.fibre.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How many homes of the city and of each of its areas stand where, as one source tells.
///
/// @param source whose words they are
/// @param file the day of the last file that said something new, up to the day that is asked about
/// @param areas in order of code; last, what stands in none
public record CityCoverage(
    Source source, LocalDate file, List<AreaCoverage> areas, AreaCoverage all) {
  /// Whose words they are.
  public enum Source {
    /// The files of whoever builds the network: they count homes.
    IPE,
    /// The regulator's file of buildings: how many homes a building has it tells only roughly, so
    /// that buildings are counted.
    ARCEP
  }

  /// What is told of an area.
  public Optional<AreaCoverage> find(String area) {
    return areas.stream().filter(one -> one.area().equals(Optional.of(area))).findFirst();
  }

  /// Whether homes are counted; else buildings are.
  public boolean countsHomes() {
    return source == Source.IPE;
  }
}
