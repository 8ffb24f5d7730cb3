package org.foyal.territory;

import java.util.Optional;
import java.util.OptionalInt;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;

/// A piece of the territory as it stands today: a commune, or one of its neighbourhoods.
///
/// @param code the producer's own code, for example Insee's `751010101`
/// @param parentCode the code of the area it is part of, if any is named
/// @param population residents, unknown where the producer says nothing
/// @param populationPeriod when the population was counted, as the producer writes it
/// @param officialOutline false where the outline is derived: « contours non officiels » is then
///   shown
/// @param label a point inside it, for its name on the map; none while its outline is not known
public record Area(
    String code,
    Kind kind,
    String name,
    @Nullable String parentCode,
    @Nullable Integer population,
    @Nullable String populationPeriod,
    boolean officialOutline,
    @Nullable Position label) {

  /// What kind of area; a finer kind lies within a coarser one.
  public enum Kind {
    /// A municipality (Insee commune).
    COMMUNE,
    /// A statistical neighbourhood of about 2,000 residents (Insee IRIS).
    IRIS
  }

  /// Residents, where known.
  public OptionalInt residents() {
    return population == null ? OptionalInt.empty() : OptionalInt.of(population);
  }

  /// The point where its name stands on the map.
  public Optional<Position> labelled() {
    return Optional.ofNullable(label);
  }
}
