package org.foyal.fibre.rollout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.foyal.fibre.Cited;
import org.foyal.fibre.Held;
import org.foyal.shell.language.Told;

/// What an instrument promises about homes.
///
/// @param share_percent of all premises
/// @param due by when; none: no day was named
/// @param area which area; none: the whole city
public record Commitment(
    Held held,
    String code,
    String instrument,
    Told title,
    Measured measured,
    BigDecimal share_percent,
    Optional<LocalDate> due,
    Optional<String> area,
    Cited source)
    implements Version {
  @Override
  public String key() {
    return code;
  }

  /// In which state homes must be to count.
  public enum Measured {
    /// Connectable (« raccordable »).
    CONNECTABLE,
    /// Connectable, or connectable on demand (« raccordable à la demande »).
    CONNECTABLE_OR_ON_DEMAND
  }
}
