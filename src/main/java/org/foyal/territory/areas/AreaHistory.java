package org.foyal.territory.areas;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.foyal.territory.AreaVersion;
import org.foyal.territory.Provenance;

/// What changed from one version of an area to the next, and where each part of it came from.
record AreaHistory(List<Change> changes) {
  /// The parts of an area that an import may change.
  enum Part {
    NAME,
    POPULATION,
    OUTLINE
  }

  /// What one import changed.
  ///
  /// @param first whether it brought the area in; then all its parts are new
  record Change(AreaVersion to, Set<Part> parts, boolean first) {}

  static AreaHistory of(List<AreaVersion> versions) {
    var changes = new ArrayList<Change>();
    AreaVersion before = null;
    for (var version : versions) {
      var parts = before == null ? known(version) : changed(before, version);
      if (before == null || !parts.isEmpty()) {
        changes.add(new Change(version, parts, before == null));
      }
      before = version;
    }
    return new AreaHistory(List.copyOf(changes));
  }

  /// The import that the current state of a part goes back to, if it is known at all.
  Optional<Provenance> sourceOf(Part part) {
    return changes.reversed().stream()
        .filter(change -> change.parts().contains(part))
        .map(change -> change.to().from())
        .findFirst();
  }

  private static Set<Part> known(AreaVersion version) {
    var parts = EnumSet.of(Part.NAME);
    if (version.population() != null) {
      parts.add(Part.POPULATION);
    }
    if (version.outlineDigest() != null) {
      parts.add(Part.OUTLINE);
    }
    return parts;
  }

  private static Set<Part> changed(AreaVersion before, AreaVersion after) {
    var parts = EnumSet.noneOf(Part.class);
    if (!before.name().equals(after.name())) {
      parts.add(Part.NAME);
    }
    if (!Objects.equals(before.population(), after.population())
        || !Objects.equals(before.populationPeriod(), after.populationPeriod())) {
      parts.add(Part.POPULATION);
    }
    if (!Objects.equals(before.outlineDigest(), after.outlineDigest())
        || before.officialOutline() != after.officialOutline()) {
      parts.add(Part.OUTLINE);
    }
    return parts;
  }
}
