package org.foyal.territory.walking;

import java.util.OptionalDouble;
import org.foyal.kernel.Position;

/// How far it is on foot to the nearest of some places.
public final class Nearest {
  private final Network network;
  private final double[] distance_m;

  Nearest(Network network, double[] distance_m) {
    this.network = network;
    this.distance_m = distance_m;
  }

  /// The length of the way in metres; nothing where no road is within 300 m, or none leads there.
  public OptionalDouble from_m(Position here) {
    return network
        .entry(here)
        .map(entry -> distance_m[entry.node()] + entry.away_m())
        .filter(Double::isFinite)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }
}
