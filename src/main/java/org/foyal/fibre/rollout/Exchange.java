package org.foyal.fibre.rollout;

import java.util.Optional;
import org.foyal.fibre.Cited;
import org.foyal.fibre.Held;
import org.foyal.kernel.Position;

/// An exchange (« nœud de raccordement »), from which the cabinets hang.
public record Exchange(Held held, String ref, String name, Optional<Position> where, Cited source)
    implements Version {
  @Override
  public String key() {
    return ref;
  }
}
