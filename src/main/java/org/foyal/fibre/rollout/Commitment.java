package org.foyal.fibre.rollout;

import java.math.BigDecimal;
import java.util.Optional;
import org.foyal.fibre.Cited;
import org.foyal.fibre.Dated;
import org.foyal.fibre.Held;
import org.foyal.shell.language.Told;

/// What an instrument promises about homes.
///
/// @param goal how large a share in which state; none: the source names no share
/// @param due by when, as well as the source says it; none: it names no time
/// @param area which area; none: the whole city
public record Commitment(
    Held held,
    String code,
    String instrument,
    Told title,
    Optional<Goal> goal,
    Optional<Dated> due,
    Optional<String> area,
    Cited source)
    implements Version {
  @Override
  public String key() {
    return code;
  }

  /// How large a share of all premises is promised.
  public record Goal(Measured measured, BigDecimal share_percent) {}

  /// In which state homes must be to count.
  public enum Measured {
    /// Connectable (« raccordable »).
    CONNECTABLE,
    /// Connectable, or connectable on demand (« raccordable à la demande »).
    CONNECTABLE_OR_ON_DEMAND
  }
}
