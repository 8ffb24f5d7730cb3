package org.foyal.territory.areas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Provenance;
import org.foyal.territory.Street;
import org.jspecify.annotations.Nullable;

/// What the page of an area shows; the same in every language.
///
/// @param parent the commune it is part of, if that is known
/// @param parts its neighbourhoods, if it is a commune
/// @param sources where the data came from that is not of areas, by kind of import
record AreaView(
    Area area,
    @Nullable Area parent,
    @Nullable Fragility fragility,
    @Nullable Outline outline,
    List<Area> neighbours,
    List<Street> streets,
    List<AreaList.Row> parts,
    FigureTable figures,
    AreaHistory history,
    Map<String, Provenance> sources) {

  boolean commune() {
    return area.kind() == Kind.COMMUNE;
  }

  /// Where the streets came from, if any are known.
  Optional<Provenance> streetsFrom() {
    return Optional.ofNullable(sources.get("STREETS"));
  }

  /// The sum of its neighbourhoods' residents, if each is known.
  OptionalInt residentsOfParts() {
    boolean known =
        !parts.isEmpty() && parts.stream().allMatch(row -> row.area().residents().isPresent());
    return known
        ? OptionalInt.of(parts.stream().mapToInt(row -> row.area().residents().getAsInt()).sum())
        : OptionalInt.empty();
  }

  /// Whether any outline that is drawn here is derived.
  boolean derivedOutline() {
    return outline != null
        && (derivedParts()
            || !area.officialOutline()
            || neighbours.stream().anyMatch(near -> !near.officialOutline()));
  }

  /// Whether any of its neighbourhoods has a derived outline.
  boolean derivedParts() {
    return parts.stream().anyMatch(row -> !row.area().officialOutline());
  }
}
