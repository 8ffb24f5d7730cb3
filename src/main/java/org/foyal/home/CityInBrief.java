package org.foyal.home;

import java.util.Objects;
import java.util.Optional;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Provenance;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;

/// What the front page says of the city, with where its population comes from.
///
/// @param neighbourhoods how many of its neighbourhoods are known
/// @param figures whether any figure is published of it, so that its page may be announced by them
record CityInBrief(
    Area city, int neighbourhoods, boolean figures, @Nullable Provenance populationFrom) {
  /// The city, once its commune is set and imported.
  static Optional<CityInBrief> of(Territory territory) {
    return territory
        .city()
        .map(city -> {
          int neighbourhoods =
              (int)
                  territory.listAreas(Kind.IRIS).stream()
                      .filter(area -> city.code().equals(area.parentCode()))
                      .count();
          boolean figures = !territory.listFigures(city.code()).isEmpty();
          return new CityInBrief(city, neighbourhoods, figures, populationFrom(territory, city));
        });
  }

  /// The first import that said what stands now.
  private static @Nullable Provenance populationFrom(Territory territory, Area city) {
    return territory.listVersions(city.code()).stream()
        .filter(version -> Objects.equals(version.population(), city.population()))
        .filter(version -> Objects.equals(version.populationPeriod(), city.populationPeriod()))
        .map(version -> version.from())
        .findFirst()
        .orElse(null);
  }
}
