package org.foyal.fibre.asking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.premises.Building;

/// A building as whoever lives there asks about it.
///
/// @param building in the words of the source that the answer follows
/// @param others what other sources say of the same building
/// @param fileOf the day of the last file of that source
/// @param today the day of the answer
public record Home(
    Building building,
    Answer answer,
    List<Building> others,
    Optional<LocalDate> fileOf,
    LocalDate today) {
  private static final int OLD_months = 6;

  /// Other sources that see the building in another state.
  public List<Building> disagreeing() {
    return others.stream()
        .filter(other -> other.state().isPresent() && !other.state().equals(building.state()))
        .toList();
  }

  /// Whether what is known is older than half a year.
  public boolean old() {
    return fileOf.filter(day -> day.isBefore(today.minusMonths(OLD_months))).isPresent();
  }
}
