package org.foyal.territory;

import java.util.Optional;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;

/// Says which area of a kind holds a point, on one state of the outlines.
@FunctionalInterface
public interface Whereabouts {
  /// The area that holds the point: borders belong to the lowest code, holes to nobody.
  Optional<Area> areaAt(Position where, Kind kind);
}
