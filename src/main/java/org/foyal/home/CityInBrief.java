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
record CityInBrief(Area city, int neighbourhoods, @Nullable Provenance populationFrom) {
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
          return new CityInBrief(city, neighbourhoods, populationFrom(territory, city));
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
